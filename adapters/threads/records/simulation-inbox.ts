// What gateways and the control thread send to the simulation: decodes each record and calls the command it stands for.
// What a client asked comes as its bytes, within its limits but not decoded yet: whose request does not decode leaves.

import type { RecordSink } from '#ports/threads/record-queue.js';
import type { Simulation } from '#application/tick/simulation.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import * as internal from '#adapters/protocol/generated/internal.js';
import { GameRequestReader } from '#adapters/protocol/generated/requests.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { sheetFromRecord, uuidText } from './character-records.js';
import type { TickCommandDesk } from './operator-records.js';
import { RecordKind } from '#ports/threads/record-kinds.js';

export class SimulationInbox implements RecordSink {
  /** Records of this server's own threads that are of unknown kind or do not decode. */
  malformed = 0;
  private readonly joined = new internal.SessionJoined();
  private readonly left = new internal.SessionLeft();
  private readonly end = new internal.SessionEnd();
  private readonly date = new internal.DateTold();
  private readonly named = new internal.NameTold();
  private readonly answered = new internal.ReportAnswered();
  private readonly decision = new internal.DecisionTold();
  private readonly record = new internal.CharacterRecord();
  private readonly sheet = new CharacterSheet();
  private readonly requests: GameRequestReader;

  /** Without `commands` those of operators count as malformed. */
  constructor(
    private readonly simulation: Simulation,
    readonly commands?: TickCommandDesk,
  ) {
    this.requests = new GameRequestReader(simulation.requests);
  }

  onRecord(kind: number, session: number, data: Uint8Array, at: number, length: number): void {
    if (kind === RecordKind.message) {
      if (this.requests.read(session, data, at, at + length)) return;
      // Its client broke the protocol: the gateway, which looked at the limits alone, ends the session.
      this.simulation.kick(session, DisconnectReason.protocolViolation, 'undecodable message');
    } else if (!this.onLifecycle(kind, session, data, at, at + length)) this.malformed++;
  }

  private onLifecycle(kind: number, session: number, data: Uint8Array, at: number, end: number): boolean {
    const { simulation } = this;
    switch (kind) {
      case RecordKind.joined:
        if (internal.decodeSessionJoined(this.joined, data, at, end) < 0) return false;
        simulation.join(
          session,
          uuidText(this.joined.accountId),
          this.joined.characterName,
          this.joined.guest,
        );
        return true;
      case RecordKind.left:
        if (internal.decodeSessionLeft(this.left, data, at, end) < 0) return false;
        simulation.leave(session, this.left.reason);
        return true;
      case RecordKind.loaded:
        if (internal.decodeCharacterRecord(this.record, data, at, end) < 0) return false;
        sheetFromRecord(this.sheet, this.record);
        simulation.characterLoaded(session, this.sheet);
        return true;
      case RecordKind.unavailable:
        if (internal.decodeSessionEnd(this.end, data, at, end) < 0) return false;
        simulation.characterUnavailable(session, this.end.reason, this.end.detail);
        return true;
      case RecordKind.kick:
        if (internal.decodeSessionEnd(this.end, data, at, end) < 0) return false;
        simulation.kick(session, this.end.reason, this.end.detail);
        return true;
      case RecordKind.command:
        return this.commands?.take(data, at, end) ?? false;
      case RecordKind.saveAll:
        simulation.saveAll();
        return true;
      case RecordKind.dateTold:
        if (internal.decodeDateTold(this.date, data, at, end) < 0) return false;
        simulation.tellTime(this.date.unixSeconds);
        return true;
      case RecordKind.nameTold:
        if (internal.decodeNameTold(this.named, data, at, end) < 0) return false;
        simulation.tellName(this.named.name, this.named.known ? this.named.character : undefined);
        return true;
      default:
        return this.onReports(kind, data, at, end);
    }
  }

  private onReports(kind: number, data: Uint8Array, at: number, end: number): boolean {
    const { simulation, answered, decision } = this;
    switch (kind) {
      case RecordKind.reportAnswered:
        if (internal.decodeReportAnswered(answered, data, at, end) < 0) return false;
        simulation.tellReportAnswered(answered.order, answered.report);
        return true;
      case RecordKind.decision:
        if (internal.decodeDecisionTold(decision, data, at, end) < 0) return false;
        simulation.tellDecision({ ...decision, characterId: decision.character });
        return true;
      default:
        return false;
    }
  }
}
