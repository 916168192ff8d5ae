// The simulation's CharacterCourier over the ring to the control thread.

import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { RecordProducer } from '#ports/threads/record-queue.js';
import type { CharacterSheet } from '#domain/player/character-sheet.js';
import {
  CharacterRecord,
  SessionJoined,
  characterRecordSizeMax,
  encodeCharacterRecord,
  encodeSessionJoined,
} from '#adapters/protocol/generated/internal.js';
import { recordFromSheet, uuidBytes } from './character-records.js';
import { RecordKind } from '#ports/threads/record-kinds.js';

const noBytes = new Uint8Array(0);

export class RingCharacterCourier implements CharacterCourier {
  private readonly record = new CharacterRecord();
  private readonly request = new SessionJoined();
  private readonly scratch = new Uint8Array(characterRecordSizeMax);

  constructor(private readonly control: RecordProducer) {}

  requestLoad(session: number, accountId: string, name: string): boolean {
    uuidBytes(accountId, this.request.accountId);
    this.request.characterName = name;
    const length = encodeSessionJoined(this.request, this.scratch, 0);
    if (length < 0) throw new Error(`the name of session ${session} cannot be encoded (${length})`);
    return this.control.push(RecordKind.loadRequested, session, this.scratch, 0, length);
  }

  save(sheet: CharacterSheet): boolean {
    return this.push(RecordKind.save, 0, sheet);
  }

  entered(session: number, sheet: CharacterSheet): void {
    this.push(RecordKind.entered, session, sheet);
  }

  departed(session: number, sheet: CharacterSheet): void {
    this.push(RecordKind.departed, session, sheet);
  }

  allSaved(): void {
    this.control.push(RecordKind.allSaved, 0, noBytes, 0, 0);
  }

  private push(kind: number, session: number, sheet: CharacterSheet): boolean {
    recordFromSheet(this.record, sheet);
    const length = encodeCharacterRecord(this.record, this.scratch, 0);
    if (length < 0) throw new Error(`the character '${sheet.name}' cannot be encoded (${length})`);
    return this.control.push(kind, session, this.scratch, 0, length);
  }
}
