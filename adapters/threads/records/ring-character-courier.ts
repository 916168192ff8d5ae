// The simulation's CharacterCourier over the ring to the control thread. What is asked or offered and finds no room is
// refused, and comes again from the game; what is only told (who entered, who left, that all is saved) waits here, in
// order, and goes before everything else. While something waits nothing new is taken, so no more can wait than
// characters that are in the world or on their way in, and one for the end.

import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { RecordProducer } from '#ports/threads/record-queue.js';
import type { CharacterSheet } from '#domain/player/character-sheet.js';
import {
  CharacterRecord,
  NameWanted,
  SessionJoined,
  characterRecordSizeMax,
  encodeCharacterRecord,
  encodeNameWanted,
  encodeSessionJoined,
} from '#adapters/protocol/generated/internal.js';
import { recordFromSheet, uuidBytes } from './character-records.js';
import { RecordKind } from '#ports/threads/record-kinds.js';

const noBytes = new Uint8Array(0);

interface Told {
  readonly kind: number;
  readonly session: number;
  readonly data: Uint8Array;
}

export class RingCharacterCourier implements CharacterCourier {
  private readonly record = new CharacterRecord();
  private readonly request = new SessionJoined();
  private readonly wanted = new NameWanted();
  private readonly scratch = new Uint8Array(characterRecordSizeMax);
  /** What was told and found no room. Empty but for a control thread that falls behind. */
  private readonly waiting: Told[] = [];

  constructor(private readonly control: RecordProducer) {}

  requestLoad(session: number, accountId: string, name: string): boolean {
    if (!this.passOn()) return false;
    uuidBytes(accountId, this.request.accountId);
    this.request.characterName = name;
    const length = encodeSessionJoined(this.request, this.scratch, 0);
    if (length < 0) throw new Error(`the name of session ${session} cannot be encoded (${length})`);
    return this.control.push(RecordKind.loadRequested, session, this.scratch, 0, length);
  }

  requestName(name: string): boolean {
    if (!this.passOn()) return false;
    this.wanted.name = name;
    const length = encodeNameWanted(this.wanted, this.scratch, 0);
    if (length < 0) throw new Error(`a name that players asked for cannot be encoded (${length})`);
    return this.control.push(RecordKind.nameWanted, 0, this.scratch, 0, length);
  }

  save(sheet: CharacterSheet): boolean {
    return this.passOn() && this.control.push(RecordKind.save, 0, this.scratch, 0, this.encode(sheet));
  }

  entered(session: number, sheet: CharacterSheet): void {
    this.tell(RecordKind.entered, session, this.scratch, this.encode(sheet));
  }

  departed(session: number, sheet: CharacterSheet): void {
    this.tell(RecordKind.departed, session, this.scratch, this.encode(sheet));
  }

  allSaved(): void {
    this.tell(RecordKind.allSaved, 0, noBytes, 0);
  }

  /** Once a turn: hands over what waits. False when some of it still does. */
  passOn(): boolean {
    const { waiting, control } = this;
    while (waiting.length > 0) {
      const { kind, session, data } = waiting[0]!;
      if (!control.push(kind, session, data, 0, data.length)) return false;
      waiting.shift();
    }
    return true;
  }

  private tell(kind: number, session: number, data: Uint8Array, length: number): void {
    if (this.passOn() && this.control.push(kind, session, data, 0, length)) return;
    this.waiting.push({ kind, session, data: data.slice(0, length) });
  }

  /** Writes the character into the scratch; returns its length. */
  private encode(sheet: CharacterSheet): number {
    recordFromSheet(this.record, sheet);
    const length = encodeCharacterRecord(this.record, this.scratch, 0);
    if (length < 0) throw new Error(`the character '${sheet.name}' cannot be encoded (${length})`);
    return length;
  }
}
