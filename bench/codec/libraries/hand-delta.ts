// The delta by hand: a slot, a mask, positions as zig-zag differences from the baseline, the rest as it is.
// Sender and receiver keep the quantized state, because differences are made of it.

import type { CodecCase } from '../library/library.js';
import type { DeltaSample, SnapshotFields } from '../library/samples.js';
import { handCase } from './hand-case.js';

const position = 1;
const facing = 2;
const health = 4;
const status = 8;

/** Quantized columns of the entities by slot. */
interface Columns {
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  readonly facing: Uint8Array;
  readonly health: Uint8Array;
  readonly status: Uint8Array;
}

interface Sending {
  readonly tick: number;
  readonly lastInput: number;
  readonly before: Columns;
  readonly after: Columns;
  readonly slots: Uint8Array;
  readonly masks: Uint8Array;
}

/** The receiver's state: the columns and what stands beside them. */
interface State {
  tick: number;
  lastInput: number;
  readonly columns: Columns;
}

export function handDelta(samples: readonly DeltaSample[]): CodecCase<SnapshotFields> {
  const sending = samples.map(sendingOf);
  const baselines = samples.map(({ baseline }) => columnsOf(baseline));
  const states = samples.map(({ baseline }): State => ({
    tick: 0,
    lastInput: 0,
    columns: columnsOf(baseline),
  }));
  let last = 0;
  return handCase(
    sending,
    encodeDelta,
    (data, at, end, i) => {
      last = i;
      return decodeDelta(states[i]!, baselines[i]!, data, at, end);
    },
    () => physical(samples[last]!.baseline, states[last]!),
  );
}

function columnsOf({ entities }: SnapshotFields): Columns {
  const column = (of: (entity: (typeof entities)[number]) => number) =>
    entities.map((entity) => Math.floor(of(entity) + 0.5));
  return {
    x: Uint16Array.from(column((entity) => entity.x * 64)),
    y: Uint16Array.from(column((entity) => entity.y * 64)),
    facing: Uint8Array.from(column((entity) => entity.facing * 256)),
    health: Uint8Array.from(column((entity) => entity.health * 255)),
    status: Uint8Array.from(column((entity) => entity.status)),
  };
}

function sendingOf({ baseline, after, changes }: DeltaSample): Sending {
  return {
    tick: after.tick,
    lastInput: after.lastInput,
    before: columnsOf(baseline),
    after: columnsOf(after),
    slots: Uint8Array.from(changes, ({ slot }) => slot),
    masks: Uint8Array.from(
      changes,
      (change) =>
        (change.x !== undefined ? position : 0) |
        (change.facing !== undefined ? facing : 0) |
        (change.health !== undefined ? health : 0) |
        (change.status !== undefined ? status : 0),
    ),
  };
}

function encodeDelta({ tick, lastInput, before, after, slots, masks }: Sending, out: Uint8Array, at: number) {
  const count = slots.length;
  // The most that an entity takes: slot, mask, three bytes for each difference, three fields.
  if (at + 8 + count * 11 > out.length) return -1;
  out[at] = 0x61;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = lastInput;
  out[at + 6] = lastInput >>> 8;
  out[at + 7] = count;
  at += 8;
  for (let i = 0; i < count; i++) {
    const slot = slots[i]!;
    const mask = masks[i]!;
    out[at++] = slot;
    out[at++] = mask;
    if ((mask & position) !== 0) {
      const dx = after.x[slot]! - before.x[slot]!;
      let zigzag = (dx << 1) ^ (dx >> 31);
      while (zigzag >= 0x80) {
        out[at++] = zigzag | 0x80;
        zigzag >>>= 7;
      }
      out[at++] = zigzag;
      const dy = after.y[slot]! - before.y[slot]!;
      zigzag = (dy << 1) ^ (dy >> 31);
      while (zigzag >= 0x80) {
        out[at++] = zigzag | 0x80;
        zigzag >>>= 7;
      }
      out[at++] = zigzag;
    }
    if ((mask & facing) !== 0) out[at++] = after.facing[slot]!;
    if ((mask & health) !== 0) out[at++] = after.health[slot]!;
    if ((mask & status) !== 0) out[at++] = after.status[slot]!;
  }
  return at;
}

function physical(before: SnapshotFields, { tick, lastInput, columns }: State): SnapshotFields {
  const entities = before.entities.map(({ id }, slot) => ({
    id,
    x: columns.x[slot]! / 64,
    y: columns.y[slot]! / 64,
    facing: columns.facing[slot]! / 256,
    health: columns.health[slot]! / 255,
    status: columns.status[slot]!,
  }));
  return { tick, lastInput, entities };
}

function decodeDelta(state: State, baseline: Columns, data: Uint8Array, at: number, end: number) {
  if (end > data.length || end - at < 8 || data[at] !== 0x61) return -1;
  state.tick = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  state.lastInput = data[at + 5]! | (data[at + 6]! << 8);
  const count = data[at + 7]!;
  const { columns } = state;
  const entityCount = columns.x.length;
  at += 8;
  let last = -1;
  for (let i = 0; i < count; i++) {
    if (at + 2 > end) return -1;
    const slot = data[at]!;
    const mask = data[at + 1]!;
    if (slot <= last || slot >= entityCount || mask > 15) return -1;
    last = slot;
    at += 2;
    if ((mask & position) !== 0) {
      if (at + 2 > end) return -1;
      let zigzag = data[at++]!;
      for (let shift = 7; zigzag >>> shift === 1; shift += 7) {
        if (shift > 14 || at >= end) return -1;
        zigzag = (zigzag & ((1 << shift) - 1)) | (data[at++]! << shift);
      }
      const x = baseline.x[slot]! + ((zigzag >>> 1) ^ -(zigzag & 1));
      if (at >= end) return -1;
      zigzag = data[at++]!;
      for (let shift = 7; zigzag >>> shift === 1; shift += 7) {
        if (shift > 14 || at >= end) return -1;
        zigzag = (zigzag & ((1 << shift) - 1)) | (data[at++]! << shift);
      }
      const y = baseline.y[slot]! + ((zigzag >>> 1) ^ -(zigzag & 1));
      if (x < 0 || x > 0xffff || y < 0 || y > 0xffff) return -1;
      columns.x[slot] = x;
      columns.y[slot] = y;
    }
    if ((mask & facing) !== 0) {
      if (at >= end) return -1;
      columns.facing[slot] = data[at++]!;
    }
    if ((mask & health) !== 0) {
      if (at >= end) return -1;
      columns.health[slot] = data[at++]!;
    }
    if ((mask & status) !== 0) {
      if (at >= end || data[at]! > 31) return -1;
      columns.status[slot] = data[at++]!;
    }
  }
  return at === end ? at : -1;
}
