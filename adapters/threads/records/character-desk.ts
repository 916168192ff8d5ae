// The control thread's end of the way to stored characters: takes what the simulation hands over, has the keeper store
// and load it, and sends the answers back. Takes no more than the keeper can hold, so nothing handed over is ever lost.

import type { RingTickCommands } from './operator-records.js';
import type { RingReports } from './report-records.js';
import { recordFromStored, storedFromRecord, uuidText } from './character-records.js';
import {
  CharacterRecord,
  DateTold,
  NameTold,
  NameWanted,
  SessionEnd,
  SessionJoined,
  characterRecordSizeMax,
  decodeCharacterRecord,
  decodeNameWanted,
  decodeSessionJoined,
  encodeCharacterRecord,
  encodeDateTold,
  encodeNameTold,
  encodeSessionEnd,
} from '#adapters/protocol/generated/internal.js';
import type { CharacterAudience } from '#application/presence/character-audience.js';
import type { CharacterKeeper, KeptCharacters } from '#application/persistence/character-keeper.js';
import type { LookedUpNames, NameLookup } from '#application/persistence/name-lookup.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { RecordConsumer, RecordProducer, RecordSink } from '#ports/threads/record-queue.js';

/** Records taken in one go, so that a burst does not keep the control thread from its other work. */
const recordsPerDrainMax = 2048;

export interface CharacterDeskOptions {
  readonly fromSimulation: RecordConsumer;
  readonly toSimulation: RecordProducer;
  readonly listener: CharacterAudience;
  /** Takes answers to operators' commands. */
  readonly answers?: Pick<RingTickCommands, 'take'>;
  /** Takes what players report. */
  readonly reports?: Pick<RingReports, 'take' | 'settle'>;
}

export class CharacterDesk implements RecordSink, KeptCharacters, LookedUpNames {
  private readonly record = new CharacterRecord();
  private readonly joined = new SessionJoined();
  private readonly end = new SessionEnd();
  private readonly wanted = new NameWanted();
  private readonly named = new NameTold();
  private readonly date = new DateTold();
  private readonly scratch = new Uint8Array(characterRecordSizeMax);
  /** Answers that found no room in the ring: at most one a session that waits, and two a name. */
  private readonly owed: (() => boolean)[] = [];
  private keeper: CharacterKeeper | undefined;
  private names: NameLookup | undefined;
  private allSavedListener: (() => void) | undefined;

  constructor(private readonly options: CharacterDeskOptions) {}

  /** Once, before the first `drain`. */
  attach(keeper: CharacterKeeper, names: NameLookup): void {
    this.keeper = keeper;
    this.names = names;
  }

  /** Takes what waits; to be called every few milliseconds. */
  drain(): void {
    while (this.owed.length > 0 && this.owed[0]!()) this.owed.shift();
    this.options.reports?.settle();
    const { keeper } = this;
    if (keeper !== undefined && keeper.room >= recordsPerDrainMax) {
      this.options.fromSimulation.drain(this, recordsPerDrainMax);
    }
  }

  /** Asks the simulation for every character; resolves when all were taken. */
  async takeAll(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.allSavedListener = resolve;
    this.answer(() => this.options.toSimulation.push(RecordKind.saveAll, 0, this.scratch, 0, 0));
    await promise;
  }

  onRecord(kind: number, session: number, data: Uint8Array, at: number, length: number): void {
    switch (kind) {
      case RecordKind.save:
        this.save(this.decode(data, at, length));
        return;
      case RecordKind.loadRequested:
        if (decodeSessionJoined(this.joined, data, at, at + length) < 0)
          throw new Error('a load request does not decode');
        void this.keeper!.load(session, uuidText(this.joined.accountId), this.joined.characterName);
        return;
      case RecordKind.nameWanted:
        if (decodeNameWanted(this.wanted, data, at, at + length) < 0)
          throw new Error('a name to be looked up does not decode');
        void this.names!.look(this.wanted.name);
        return;
      case RecordKind.entered:
        this.options.listener.entered(this.decode(data, at, length));
        return;
      case RecordKind.departed:
        this.options.listener.departed(this.decode(data, at, length));
        return;
      case RecordKind.allSaved:
        this.allSavedListener?.();
        return;
      case RecordKind.commandAnswered:
        this.options.answers?.take(data, at, length);
        return;
      default:
        if (this.options.reports?.take(kind, session, data, at, length) !== true)
          throw new Error(`a record of unknown kind ${kind}`);
    }
  }

  private save(character: StoredCharacter): void {
    if (!this.keeper!.keep(character)) throw new Error('more was taken than the keeper can hold');
    this.options.listener.saved(character);
  }

  lookedUp(name: string, character: number | undefined): void {
    this.answer(() => {
      this.named.name = name;
      this.named.character = character ?? 0;
      this.named.known = character !== undefined;
      const length = encodeNameTold(this.named, this.scratch, 0);
      if (length < 0) throw new Error('a name that was asked for does not fit into a record');
      return this.options.toSimulation.push(RecordKind.nameTold, 0, this.scratch, 0, length);
    });
  }

  /** Once a second. A ring that is full drops it: the next one says more. */
  tellDate(unixMs: number): void {
    this.date.unixSeconds = Math.max(0, Math.floor(unixMs / 1000));
    const length = encodeDateTold(this.date, this.scratch, 0);
    if (length < 0) throw new Error(`${unixMs} ms since 1970 are no date`);
    this.options.toSimulation.push(RecordKind.dateTold, 0, this.scratch, 0, length);
  }

  loaded(session: number, character: StoredCharacter): void {
    this.answer(() => {
      recordFromStored(this.record, character);
      const length = encodeCharacterRecord(this.record, this.scratch, 0);
      // A stored character that no record can hold (a longer name, more slots) is not let into the world.
      if (length < 0) {
        const { characterUnavailable } = DisconnectReason;
        return this.pushUnavailable(session, characterUnavailable, 'the stored character does not fit');
      }
      return this.options.toSimulation.push(RecordKind.loaded, session, this.scratch, 0, length);
    });
  }

  unavailable(session: number, reason: DisconnectReason, detail: string): void {
    this.answer(() => this.pushUnavailable(session, reason, detail));
  }

  private pushUnavailable(session: number, reason: DisconnectReason, detail: string): boolean {
    this.end.reason = reason;
    this.end.detail = detail;
    const length = encodeSessionEnd(this.end, this.scratch, 0);
    if (length < 0) throw new Error(`'${detail}' does not fit into a record`);
    return this.options.toSimulation.push(RecordKind.unavailable, session, this.scratch, 0, length);
  }

  /** In order: an answer never overtakes one that waits for room. */
  private answer(push: () => boolean): void {
    if (this.owed.length > 0 || !push()) this.owed.push(push);
  }

  private decode(data: Uint8Array, at: number, length: number): StoredCharacter {
    if (decodeCharacterRecord(this.record, data, at, at + length) < 0)
      throw new Error('a character does not decode');
    return storedFromRecord(this.record);
  }
}
