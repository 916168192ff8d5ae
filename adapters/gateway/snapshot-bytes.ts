// The bytes of a snapshot, written from a frame's columns straight into the datagram. The format is that of the generated
// `encodeSnapshot`, which is its plain twin in tests; what the twin checks holds here by the columns' types. Callers see
// to the room.

import { EntityStateMask, snapshotId } from '#adapters/protocol/generated/game.js';
import { nameBytesMax } from '#domain/world/components.js';
import type { FrameColumns } from '#ports/threads/frame.js';

/** Bytes of a Snapshot before its lists, both counts included. */
export const headBytes = 19;
/** Where in the head the count of removed slots stands; they follow it. */
const removedCountAt = 17;

/** All of the head but the counts. Returns where the removed slots go. */
export function writeHead(
  columns: FrameColumns,
  self: number,
  tick: number,
  out: Uint8Array,
  at: number,
): number {
  const lastInput = columns.lastInput[self]!;
  const x = columns.ownX[self]!;
  const y = columns.ownY[self]!;
  const health = columns.ownHealth[self]!;
  const mana = columns.ownMana[self]!;
  out[at] = snapshotId;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = lastInput;
  out[at + 6] = lastInput >>> 8;
  out[at + 7] = x;
  out[at + 8] = x >>> 8;
  out[at + 9] = x >>> 16;
  out[at + 10] = y;
  out[at + 11] = y >>> 8;
  out[at + 12] = y >>> 16;
  out[at + 13] = health;
  out[at + 14] = health >>> 8;
  out[at + 15] = mana;
  out[at + 16] = mana >>> 8;
  return at + removedCountAt + 1;
}

/** The counts of a snapshot that begins at `at`. */
export function writeCounts(removed: number, entities: number, out: Uint8Array, at: number): void {
  out[at + removedCountAt] = removed;
  out[at + removedCountAt + 1 + removed] = entities;
}

/** Exactly what `writeUpdate` writes. */
export function updateBytes(mask: number, nameLength: number, slot: number): number {
  let bytes = slot < 128 ? 2 : 3;
  if ((mask & EntityStateMask.identity) !== 0) bytes += 9 + nameLength;
  if ((mask & EntityStateMask.position) !== 0) bytes += 4;
  if ((mask & EntityStateMask.facing) !== 0) bytes += 1;
  if ((mask & EntityStateMask.vitals) !== 0) bytes += 1;
  if ((mask & EntityStateMask.status) !== 0) bytes += 1;
  return bytes;
}

/** The groups in `mask` of the entity in `place`, as the client's `slot`. Returns the end. */
export function writeUpdate(
  columns: FrameColumns,
  place: number,
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
  if ((mask & EntityStateMask.identity) !== 0) at = writeIdentity(columns, place, out, at);
  if ((mask & EntityStateMask.position) !== 0) {
    const x = columns.x[place]!;
    const y = columns.y[place]!;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    at += 4;
  }
  if ((mask & EntityStateMask.facing) !== 0) out[at++] = columns.facing[place]!;
  if ((mask & EntityStateMask.vitals) !== 0) out[at++] = columns.health[place]!;
  if ((mask & EntityStateMask.status) !== 0) out[at++] = columns.status[place]!;
  return at;
}

function writeIdentity(columns: FrameColumns, place: number, out: Uint8Array, at: number): number {
  const id = columns.id[place]!;
  const template = columns.template[place]!;
  const nameLength = columns.nameLength[place]!;
  out[at] = id;
  out[at + 1] = id >>> 8;
  out[at + 2] = id >>> 16;
  out[at + 3] = id >>> 24;
  out[at + 4] = columns.kind[place]!;
  out[at + 5] = template;
  out[at + 6] = template >>> 8;
  out[at + 7] = columns.level[place]!;
  out[at + 8] = nameLength;
  at += 9;
  const name = place * nameBytesMax;
  for (let i = 0; i < nameLength; i++) out[at + i] = columns.name[name + i]!;
  return at + nameLength;
}
