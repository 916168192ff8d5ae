// Generated from the frame 'Frame' of protocol-schema/internal.tos, which is of EntityState in Snapshot, by `npm run codegen`; changes here are lost.
// The bytes of Snapshot from the columns, those that its generated codec writes. Callers see to the room.

import type { FrameColumns } from '#ports/threads/generated/frame-columns.js';

/** Bytes of Snapshot before its lists, both counts included. */
export const headBytes = 19;
/** Where in the head the count of removed slots stands; they follow it. */
const removedCountAt = 17;

/** All of the head but the counts, of whom lives in the row `self`. Returns where the removed slots go. */
export function writeHead(
  columns: FrameColumns,
  self: number,
  tick: number,
  out: Uint8Array,
  at: number,
): number {
  const ownLastInput = columns.ownLastInput[self]!;
  const ownX = columns.ownX[self]!;
  const ownY = columns.ownY[self]!;
  const ownHealth = columns.ownHealth[self]!;
  const ownMana = columns.ownMana[self]!;
  out[at] = 0x60;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = ownLastInput;
  out[at + 6] = ownLastInput >>> 8;
  out[at + 7] = ownX;
  out[at + 8] = ownX >>> 8;
  out[at + 9] = ownX >>> 16;
  out[at + 10] = ownY;
  out[at + 11] = ownY >>> 8;
  out[at + 12] = ownY >>> 16;
  out[at + 13] = ownHealth;
  out[at + 14] = ownHealth >>> 8;
  out[at + 15] = ownMana;
  out[at + 16] = ownMana >>> 8;
  return at + removedCountAt + 1;
}

/** The counts of a message that begins at `at`. */
export function writeCounts(removed: number, entities: number, out: Uint8Array, at: number): void {
  out[at + removedCountAt] = removed;
  out[at + removedCountAt + 1 + removed] = entities;
}

/** Exactly what `writeUpdate` writes. */
export function updateBytes(columns: FrameColumns, row: number, slot: number, mask: number): number {
  let bytes = slot < 128 ? 2 : 3;
  if ((mask & 0x01) /* identity */ !== 0) bytes += 9 + columns.nameLength[row]!;
  if ((mask & 0x02) /* position */ !== 0) bytes += 4;
  if ((mask & 0x04) /* facing */ !== 0) bytes += 1;
  if ((mask & 0x08) /* vitals */ !== 0) bytes += 1;
  if ((mask & 0x10) /* status */ !== 0) bytes += 1;
  return bytes;
}

/** The groups in `mask` of the entity in `row`, as the receiver's `slot`. Returns the end. */
export function writeUpdate(
  columns: FrameColumns,
  row: number,
  slot: number,
  mask: number,
  out: Uint8Array,
  at: number,
): number {
  if (slot < 128) out[at++] = slot;
  else {
    out[at++] = slot | 0x80;
    out[at++] = slot >>> 7;
  }
  out[at++] = mask;
  if ((mask & 0x01) /* identity */ !== 0) at = writeIdentity(columns, row, out, at);
  if ((mask & 0x02) /* position */ !== 0) {
    const x = columns.x[row]!;
    const y = columns.y[row]!;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    at += 4;
  }
  if ((mask & 0x04) /* facing */ !== 0) out[at++] = columns.facing[row]!;
  if ((mask & 0x08) /* vitals */ !== 0) out[at++] = columns.health[row]!;
  if ((mask & 0x10) /* status */ !== 0) out[at++] = columns.status[row]!;
  return at;
}

function writeIdentity(columns: FrameColumns, row: number, out: Uint8Array, at: number): number {
  const id = columns.id[row]!;
  const kind = columns.kind[row]!;
  const template = columns.template[row]!;
  const level = columns.level[row]!;
  const nameLength = columns.nameLength[row]!;
  const nameFirst = row * 24;
  out[at] = id;
  out[at + 1] = id >>> 8;
  out[at + 2] = id >>> 16;
  out[at + 3] = id >>> 24;
  out[at + 4] = kind;
  out[at + 5] = template;
  out[at + 6] = template >>> 8;
  out[at + 7] = level;
  out[at + 8] = nameLength;
  at += 9;
  for (let i = 0; i < nameLength; i++) out[at + i] = columns.name[nameFirst + i]!;
  at += nameLength;
  return at;
}
