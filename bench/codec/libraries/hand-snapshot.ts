// The snapshot by hand: one check of the room for all of it, eleven bytes an entity. Quantized fields are clamped, as the
// schema has it; integers are trusted, and NaN becomes 0.

import type { CodecCase } from '../library/library.js';
import { entityCount, type EntityFields, type SnapshotFields } from '../library/samples.js';
import { handCase } from './hand-case.js';

const entityBytes = 11;
const headerBytes = 8;

export function handSnapshot(samples: readonly SnapshotFields[]): CodecCase<SnapshotFields> {
  // Fractions first, so that the engine keeps doubles in place.
  const entities = Array.from({ length: entityCount }, () => ({
    id: 0.5,
    x: 0.5,
    y: 0.5,
    facing: 0.5,
    health: 0.5,
    status: 0,
  }));
  const target = { tick: 0, lastInput: 0, entities, count: 0 };
  return handCase(
    samples,
    encodeSnapshot,
    (data, at, end) => decodeSnapshot(target, data, at, end),
    () => ({ ...target, entities: entities.slice(0, target.count) }),
  );
}

function encodeSnapshot(snapshot: SnapshotFields, out: Uint8Array, at: number): number {
  const { tick, lastInput, entities } = snapshot;
  const count = entities.length;
  if (at + headerBytes + count * entityBytes > out.length || count > 64) return -1;
  out[at] = 0x60;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = lastInput;
  out[at + 6] = lastInput >>> 8;
  out[at + 7] = count;
  at += headerBytes;
  for (let i = 0; i < count; i++, at += entityBytes) {
    const entity = entities[i]!;
    const id = entity.id;
    let x = entity.x * 64 + 0.5;
    if (!(x >= 0 && x < 65_536)) x = x > 0 ? 65_535 : 0;
    let y = entity.y * 64 + 0.5;
    if (!(y >= 0 && y < 65_536)) y = y > 0 ? 65_535 : 0;
    let facing = entity.facing * 256 + 0.5;
    if (!(facing >= 0 && facing < 256)) facing = facing > 0 ? 255 : 0;
    let health = entity.health * 255 + 0.5;
    if (!(health >= 0 && health < 256)) health = health > 0 ? 255 : 0;
    out[at] = id;
    out[at + 1] = id >>> 8;
    out[at + 2] = id >>> 16;
    out[at + 3] = id >>> 24;
    out[at + 4] = x;
    out[at + 5] = x >>> 8;
    out[at + 6] = y;
    out[at + 7] = y >>> 8;
    out[at + 8] = facing;
    out[at + 9] = health;
    out[at + 10] = entity.status;
  }
  return at;
}

interface Target {
  tick: number;
  lastInput: number;
  readonly entities: EntityFields[];
  count: number;
}

function decodeSnapshot(target: Target, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < headerBytes || data[at] !== 0x60) return -1;
  const count = data[at + 7]!;
  if (count > target.entities.length || end - at !== headerBytes + count * entityBytes) return -1;
  target.tick = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  target.lastInput = data[at + 5]! | (data[at + 6]! << 8);
  target.count = count;
  at += headerBytes;
  const { entities } = target;
  for (let i = 0; i < count; i++, at += entityBytes) {
    const entity = entities[i]!;
    const status = data[at + 10]!;
    if (status > 31) return -1;
    entity.id = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    entity.x = (data[at + 4]! | (data[at + 5]! << 8)) / 64;
    entity.y = (data[at + 6]! | (data[at + 7]! << 8)) / 64;
    entity.facing = data[at + 8]! / 256;
    entity.health = data[at + 9]! / 255;
    entity.status = status;
  }
  return at;
}
