// Generated from the frame 'Stage' of test/codegen/frames/stage-frame.tos, which is of ActorState in Scene, by `npm run codegen`; changes here are lost.
// The bytes of Scene from the columns, those that its generated codec writes. Callers see to the room.

import type { StageColumns } from './frame-columns.js';

/** Bytes of Scene before its lists, both counts included. */
export const headBytes = 14;
/** Where in the head the count of removed slots stands; they follow it. */
const removedCountAt = 12;

/** All of the head but the counts, of whom lives in the row `self`. Returns where the removed slots go. */
export function writeHead(
  columns: StageColumns,
  self: number,
  tick: number,
  out: Uint8Array,
  at: number,
): number {
  const ownStrength = columns.ownStrength[self]!;
  const ownSeenX = columns.ownSeenX[self]!;
  const ownAlone = columns.ownAlone[self]!;
  const ownGrams = columns.ownGrams[self]!;
  out[at] = 0x30;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = ownStrength;
  out[at + 6] = ownSeenX;
  out[at + 7] = ownSeenX >>> 8;
  out[at + 8] = ownSeenX >>> 16;
  out[at + 9] = ownAlone;
  out[at + 10] = ownGrams;
  out[at + 11] = ownGrams >>> 8;
  return at + removedCountAt + 1;
}

/** The counts of a message that begins at `at`. */
export function writeCounts(removed: number, entities: number, out: Uint8Array, at: number): void {
  out[at + removedCountAt] = removed;
  out[at + removedCountAt + 1 + removed] = entities;
}

/** Exactly what `writeUpdate` writes. */
export function updateBytes(columns: StageColumns, row: number, slot: number, mask: number): number {
  let bytes = slot < 128 ? 3 : 4;
  if ((mask & 0x01) /* who */ !== 0) bytes += 7 + columns.titleLength[row]! + columns.badgeLength[row]!;
  if ((mask & 0x02) /* place */ !== 0) bytes += 6;
  if ((mask & 0x04) /* feeling */ !== 0) bytes += 3;
  if ((mask & 0x08) /* load */ !== 0) bytes += 5;
  if ((mask & 0x10) /* deep */ !== 0) bytes += 4;
  if ((mask & 0x20) /* signs */ !== 0) bytes += 1;
  if ((mask & 0x40) /* rank */ !== 0) bytes += 2;
  if ((mask & 0x80) /* near */ !== 0) bytes += 3;
  if ((mask & 0x100) /* ninth */ !== 0) bytes += 1;
  return bytes;
}

/** The groups in `mask` of the entity in `row`, as the receiver's `slot`. Returns the end. */
export function writeUpdate(
  columns: StageColumns,
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
  out[at] = mask;
  out[at + 1] = mask >>> 8;
  at += 2;
  if ((mask & 0x01) /* who */ !== 0) at = writeWho(columns, row, out, at);
  if ((mask & 0x02) /* place */ !== 0) {
    const x = columns.x[row]!;
    const height = columns.height[row]!;
    const tilt = columns.tilt[row]!;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = height;
    out[at + 3] = height >>> 8;
    out[at + 4] = tilt;
    out[at + 5] = tilt >>> 8;
    at += 6;
  }
  if ((mask & 0x04) /* feeling */ !== 0) {
    const mood = columns.mood[row]!;
    const ready = columns.ready[row]!;
    out[at] = mood;
    out[at + 1] = mood >>> 8;
    out[at + 2] = ready;
    at += 3;
  }
  if ((mask & 0x08) /* load */ !== 0) {
    const grams = columns.grams[row]!;
    const parts = columns.parts[row]!;
    out[at] = grams;
    out[at + 1] = grams >>> 8;
    out[at + 2] = grams >>> 16;
    out[at + 3] = grams >>> 24;
    out[at + 4] = parts;
    at += 5;
  }
  if ((mask & 0x10) /* deep */ !== 0) {
    const depth = columns.depth[row]!;
    out[at] = depth;
    out[at + 1] = depth >>> 8;
    out[at + 2] = depth >>> 16;
    out[at + 3] = depth >>> 24;
    at += 4;
  }
  if ((mask & 0x20) /* signs */ !== 0) out[at++] = columns.signs[row]!;
  if ((mask & 0x40) /* rank */ !== 0) {
    const rank = columns.rank[row]!;
    out[at] = rank;
    out[at + 1] = rank >>> 8;
    at += 2;
  }
  if ((mask & 0x80) /* near */ !== 0) {
    const near = columns.near[row]!;
    out[at] = near;
    out[at + 1] = near >>> 8;
    out[at + 2] = near >>> 16;
    at += 3;
  }
  if ((mask & 0x100) /* ninth */ !== 0) out[at++] = columns.warmth[row]!;
  return at;
}

function writeWho(columns: StageColumns, row: number, out: Uint8Array, at: number): number {
  const kind = columns.kind[row]!;
  const titleLength = columns.titleLength[row]!;
  const titleFirst = row * 9;
  const id = columns.id[row]!;
  const badgeLength = columns.badgeLength[row]!;
  const badgeFirst = row * 3;
  out[at] = kind;
  out[at + 1] = titleLength;
  at += 2;
  for (let i = 0; i < titleLength; i++) out[at + i] = columns.title[titleFirst + i]!;
  at += titleLength;
  out[at] = id;
  out[at + 1] = id >>> 8;
  out[at + 2] = id >>> 16;
  out[at + 3] = id >>> 24;
  out[at + 4] = badgeLength;
  at += 5;
  for (let i = 0; i < badgeLength; i++) out[at + i] = columns.badge[badgeFirst + i]!;
  at += badgeLength;
  return at;
}
