// Deltas with the generated codecs: a packet that counts them, and behind it delta records against the baseline, as one
// who composes snapshots would write them. Like the sender of any library, it knows which groups changed.

import type { CodecCase } from '../library.js';
import {
  decodeDelta,
  decodeEntityChangeDelta,
  Delta,
  deltaSizeMax,
  dequantizeEntityChangeFacing,
  dequantizeEntityChangeHealth,
  dequantizeEntityChangeX,
  dequantizeEntityChangeY,
  encodeDelta,
  encodeEntityChangeDelta,
  EntityChange,
  EntityChangeMask,
  quantizeEntityChangeFacing,
  quantizeEntityChangeHealth,
  quantizeEntityChangeX,
  quantizeEntityChangeY,
} from '../messages/messages.js';
import { receivers } from '../receiver.js';
import type { DeltaSample, EntityChangeFields, EntityFields, SnapshotFields } from '../samples.js';
import { handCase } from './hand-case.js';

// Numbers of its own: looking the bits up in the mask object takes a tenth of the decoding.
const { position, facing, health, status } = EntityChangeMask;
const everything = position | facing | health | status;

interface Sending {
  readonly packet: Delta;
  readonly slots: Uint8Array;
  /** By their place in `slots`. */
  readonly updates: readonly EntityChange[];
  readonly baselines: readonly EntityChange[];
}

export function oursDelta(samples: readonly DeltaSample[]): CodecCase<SnapshotFields> {
  const states = receivers(samples);
  const held = samples.map(({ baseline }) =>
    baseline.entities.map((entity) => quantized(entity, everything)),
  );
  const packet = new Delta();
  const update = new EntityChange();
  let last = 0;
  return handCase(
    samples.map(sendingOf),
    encode,
    (data, at, end, i) => {
      last = i;
      return decode(states[i]!, held[i]!, packet, update, data, at, end);
    },
    () => states[last]!,
  );
}

function quantized({ x, y, facing, health, status }: EntityFields, mask: number): EntityChange {
  const change = new EntityChange();
  change.mask = mask;
  change.x = quantizeEntityChangeX(x);
  change.y = quantizeEntityChangeY(y);
  change.facing = quantizeEntityChangeFacing(facing);
  change.health = quantizeEntityChangeHealth(health);
  change.status = status;
  return change;
}

function sendingOf({ baseline, after, changes }: DeltaSample): Sending {
  const packet = new Delta();
  packet.tick = after.tick;
  packet.lastInput = after.lastInput;
  packet.changed = changes.length;
  return {
    packet,
    slots: Uint8Array.from(changes, ({ slot }) => slot),
    updates: changes.map((change) => quantized(after.entities[change.slot]!, maskOf(change))),
    baselines: changes.map(({ slot }) => quantized(baseline.entities[slot]!, everything)),
  };
}

function maskOf({ x, facing, health, status }: EntityChangeFields): number {
  return (
    (x !== undefined ? EntityChangeMask.position : 0) |
    (facing !== undefined ? EntityChangeMask.facing : 0) |
    (health !== undefined ? EntityChangeMask.health : 0) |
    (status !== undefined ? EntityChangeMask.status : 0)
  );
}

function encode({ packet, slots, updates, baselines }: Sending, out: Uint8Array, at: number): number {
  at = encodeDelta(packet, out, at);
  for (let i = 0; i < slots.length && at >= 0; i++) {
    if (at >= out.length) return -1;
    out[at] = slots[i]!;
    at = encodeEntityChangeDelta(updates[i]!, baselines[i]!, out, at + 1);
  }
  return at;
}

function decode(
  state: SnapshotFields,
  held: readonly EntityChange[],
  packet: Delta,
  update: EntityChange,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  const headerEnd = Math.min(end, at + deltaSizeMax);
  at = decodeDelta(packet, data, at, headerEnd);
  if (at < 0 || end > data.length) return -1;
  state.tick = packet.tick;
  state.lastInput = packet.lastInput;
  for (let i = 0; i < packet.changed; i++) {
    if (at >= end) return -1;
    const slot = data[at]!;
    if (slot >= held.length) return -1;
    at = decodeEntityChangeDelta(update, held[slot]!, data, at + 1, end);
    if (at < 0) return at;
    apply(state.entities[slot]!, update);
  }
  return at === end ? at : -1;
}

function apply(entity: EntityFields, update: EntityChange): void {
  const { mask } = update;
  if ((mask & position) !== 0) {
    entity.x = dequantizeEntityChangeX(update.x);
    entity.y = dequantizeEntityChangeY(update.y);
  }
  if ((mask & facing) !== 0) entity.facing = dequantizeEntityChangeFacing(update.facing);
  if ((mask & health) !== 0) entity.health = dequantizeEntityChangeHealth(update.health);
  if ((mask & status) !== 0) entity.status = update.status;
}
