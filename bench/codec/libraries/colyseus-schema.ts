// @colyseus/schema: it replicates state, so the snapshot is its full state and the delta its patch of the changes that it
// tracked itself. Fields are quantized where the library can.

import { Decoder, Encoder, Schema, schema, t } from '@colyseus/schema';
import { entityCount, type EntityFields, type SnapshotFields } from '../library/samples.js';
import type { CodecCase, Library } from '../library/library.js';

// The library's steps are a 255th or 65535th of the range, so the ranges end where that gives the steps of the samples.
const move = () => t.quantized({ min: -1, max: 1 + 1 / 127, bits: 8 });
const turn = () => t.quantized({ min: 0, max: 255 / 256, bits: 8 });
const metres = () => t.quantized({ min: 0, max: 65_535 / 64, bits: 16 });

const Input = schema(
  {
    sequence: t.uint16(),
    tick: t.uint32(),
    moveX: move(),
    moveY: move(),
    facing: turn(),
    buttons: t.uint8(),
  },
  'Input',
);
const Chat = schema({ scope: t.uint8(), text: t.string() }, 'Chat');
const Entity = schema(
  {
    id: t.uint32(),
    x: metres(),
    y: metres(),
    facing: turn(),
    health: t.quantized({ min: 0, max: 1, bits: 8 }),
    status: t.uint8(),
  },
  'Entity',
);
const Snapshot = schema({ tick: t.uint32(), lastInput: t.uint16(), entities: t.array(Entity) }, 'Snapshot');

function fullStates<Fields extends object>(
  samples: readonly Fields[],
  make: (fields: Fields) => Schema,
  empty: () => Schema,
): CodecCase<Fields> {
  const encoders = samples.map((fields) => new Encoder(make(fields)));
  const decoder = new Decoder(empty());
  return {
    encode: (i) => encoders[i]!.encodeAll().length,
    encoded: (i) => Uint8Array.from(encoders[i]!.encodeAll()),
    decode: (data) => void decoder.decode(data as Uint8Array),
    decoded: () => plain(decoder.state) as Fields,
  };
}

function plain(state: Schema): unknown {
  return state.toJSON();
}

function snapshotOf({ tick, lastInput, entities }: SnapshotFields): Schema {
  const state = new Snapshot();
  state.tick = tick;
  state.lastInput = lastInput;
  for (const entity of entities) state.entities.push(Object.assign(new Entity(), entity));
  return state;
}

export const colyseusSchema: Library = {
  name: '@colyseus/schema',
  namesMessage: false,
  input: (samples) =>
    fullStates(
      samples,
      (fields) => Object.assign(new Input(), fields),
      () => new Input(),
    ),
  chat: (samples) =>
    fullStates(
      samples,
      (fields) => Object.assign(new Chat(), fields),
      () => new Chat(),
    ),
  snapshot: (samples) => fullStates(samples, snapshotOf, () => new Snapshot()),
  delta(samples) {
    const encoders = samples.map(({ baseline }) => new Encoder(snapshotOf(baseline)));
    const decoders = samples.map((_, i) => {
      const decoder = new Decoder(new Snapshot());
      decoder.decode(encoders[i]!.encodeAll());
      encoders[i]!.discardChanges();
      return decoder;
    });
    for (const [i, { after, changes }] of samples.entries()) {
      const state = encoders[i]!.state as InstanceType<typeof Snapshot>;
      state.tick = after.tick;
      state.lastInput = after.lastInput;
      for (const { slot, ...change } of changes) Object.assign(state.entities[slot]! as EntityFields, change);
    }
    let last = 0;
    return {
      // Changes stay until they are discarded, so the same patch can be encoded again.
      encode: (i) => encoders[i]!.encode().length,
      encoded: (i) => Uint8Array.from(encoders[i]!.encode()),
      decode(data, i) {
        decoders[i]!.decode(data as Uint8Array);
        last = i;
      },
      decoded() {
        const state = plain(decoders[last]!.state) as SnapshotFields;
        if (state.entities.length !== entityCount) throw new Error('entities are missing');
        return state;
      },
    };
  },
};
