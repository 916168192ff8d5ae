// What gateways and the control thread send to the simulation: decodes each record and calls the command it stands for.
// Gateways have decoded every client packet once already, so a packet that fails here is only counted.

import type { RecordSink } from '#ports/threads/record-queue.js';
import type { Simulation } from '#application/tick/simulation.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import * as game from '#adapters/protocol/generated/game.js';
import * as internal from '#adapters/protocol/generated/internal.js';
import { sheetFromRecord, uuidText } from './character-records.js';
import { RecordKind } from '#ports/threads/record-kinds.js';

export class SimulationInbox implements RecordSink {
  /** Records of unknown kind or with bytes that do not decode. */
  malformed = 0;
  private readonly joined = new internal.SessionJoined();
  private readonly left = new internal.SessionLeft();
  private readonly end = new internal.SessionEnd();
  private readonly record = new internal.CharacterRecord();
  private readonly sheet = new CharacterSheet();
  private readonly input = new game.PlayerInput();
  private readonly useSkill = new game.UseSkill();
  private readonly pickUp = new game.PickUp();
  private readonly chat = new game.ChatRequest();

  constructor(private readonly simulation: Simulation) {}

  onRecord(kind: number, session: number, data: Uint8Array, at: number, length: number): void {
    if (kind === RecordKind.message) {
      if (!this.onMessage(session, data, at, at + length)) this.malformed++;
    } else if (!this.onLifecycle(kind, session, data, at, at + length)) this.malformed++;
  }

  private onMessage(session: number, data: Uint8Array, at: number, end: number): boolean {
    const { simulation } = this;
    switch (data[at]) {
      case game.playerInputId:
        if (game.decodePlayerInput(this.input, data, at, end) < 0) return false;
        simulation.input(session, this.input);
        return true;
      case game.useSkillId:
        if (game.decodeUseSkill(this.useSkill, data, at, end) < 0) return false;
        simulation.useSkill(session, this.useSkill.skill, this.useSkill.target);
        return true;
      case game.pickUpId:
        if (game.decodePickUp(this.pickUp, data, at, end) < 0) return false;
        simulation.pickUp(session, this.pickUp.loot);
        return true;
      case game.chatRequestId:
        if (game.decodeChatRequest(this.chat, data, at, end) < 0) return false;
        simulation.say(session, this.chat.scope, this.chat.text);
        return true;
      case game.respawnRequestId:
        simulation.respawnRequest(session);
        return true;
      default:
        return false;
    }
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
      case RecordKind.saveAll:
        simulation.saveAll();
        return true;
      default:
        return false;
    }
  }
}
