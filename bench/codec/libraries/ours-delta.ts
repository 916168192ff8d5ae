// Deltas with the generated codecs: a packet that holds a list of delta records. Like the sender of any library, it knows
// which groups changed. Sender and receiver keep columns of step numbers, as by hand.

import type { CodecCase } from '../library/library.js';
import {
  decodeDelta,
  Delta,
  dequantizeEntityChangeFacing,
  dequantizeEntityChangeHealth,
  dequantizeEntityChangeX,
  dequantizeEntityChangeY,
  encodeDelta,
  EntityChangeColumns,
  EntityChangeMask,
  entitiesMax,
  quantizeEntityChangeFacing,
  quantizeEntityChangeHealth,
  quantizeEntityChangeX,
  quantizeEntityChangeY,
} from '../messages/messages.js';
import type { DeltaSample, EntityChangeFields, SnapshotFields } from '../library/samples.js';
import { handCase } from './hand-case.js';

const { position, facing, health, status } = EntityChangeMask;
const everything = position | facing | health | status;

export function oursDelta(samples: readonly DeltaSample[]): CodecCase<SnapshotFields> {
  const baselines = samples.map(({ baseline }) => columnsOf(baseline));
  const states = samples.map(({ baseline }) => columnsOf(baseline));
  const packet = new Delta();
  let last = 0;
  return handCase(
    samples.map(packetOf),
    encodeDelta,
    (data, at, end, i) => {
      last = i;
      packet.changes = states[i]!;
      packet.changesBaseline = baselines[i]!;
      return decodeDelta(packet, data, at, end);
    },
    () => physical(samples[last]!.baseline, packet),
  );
}

function columnsOf({ entities }: SnapshotFields): EntityChangeColumns {
  const columns = new EntityChangeColumns(entitiesMax);
  for (const [slot, { x, y, facing: turned, health: hurt, status: other }] of entities.entries()) {
    columns.mask[slot] = everything;
    columns.x[slot] = quantizeEntityChangeX(x);
    columns.y[slot] = quantizeEntityChangeY(y);
    columns.facing[slot] = quantizeEntityChangeFacing(turned);
    columns.health[slot] = quantizeEntityChangeHealth(hurt);
    columns.status[slot] = other;
  }
  return columns;
}

function packetOf({ baseline, after, changes }: DeltaSample): Delta {
  const packet = new Delta();
  packet.tick = after.tick;
  packet.lastInput = after.lastInput;
  packet.changesCount = changes.length;
  packet.changes = columnsOf(after);
  packet.changesBaseline = columnsOf(baseline);
  for (const [index, change] of changes.entries()) {
    packet.changesPlaces[index] = change.slot;
    packet.changesMasks[index] = maskOf(change);
  }
  return packet;
}

function maskOf({ x, facing: turned, health: hurt, status: other }: EntityChangeFields): number {
  return (
    (x !== undefined ? position : 0) |
    (turned !== undefined ? facing : 0) |
    (hurt !== undefined ? health : 0) |
    (other !== undefined ? status : 0)
  );
}

/** What the receiver holds, with the ids, which no delta carries. */
function physical(before: SnapshotFields, { tick, lastInput, changes }: Delta): SnapshotFields {
  const entities = before.entities.map(({ id }, slot) => ({
    id,
    x: dequantizeEntityChangeX(changes.x[slot]!),
    y: dequantizeEntityChangeY(changes.y[slot]!),
    facing: dequantizeEntityChangeFacing(changes.facing[slot]!),
    health: dequantizeEntityChangeHealth(changes.health[slot]!),
    status: changes.status[slot]!,
  }));
  return { tick, lastInput, entities };
}
