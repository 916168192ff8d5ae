// avsc (Avro): schemas made at run time, a buffer that is used again.

import avro from 'avsc';
import type { ObjectCodec } from './object-codec.js';
import { objectLibrary } from './object-codec.js';

const optional = (type: 'float' | 'int') => ['null', type] as ['null', 'float' | 'int'];

const schemas = {
  Input: record('Input', {
    sequence: 'int',
    tick: 'long',
    moveX: 'float',
    moveY: 'float',
    facing: 'float',
    buttons: 'int',
  }),
  Chat: record('Chat', { scope: 'int', text: 'string' }),
  Snapshot: record('Snapshot', {
    tick: 'long',
    lastInput: 'int',
    entities: {
      type: 'array',
      items: record('Entity', {
        id: 'long',
        x: 'float',
        y: 'float',
        facing: 'float',
        health: 'float',
        status: 'int',
      }),
    },
  }),
  Delta: record('Delta', {
    tick: 'long',
    lastInput: 'int',
    entities: {
      type: 'array',
      items: record('EntityChange', {
        slot: 'int',
        x: optional('float'),
        y: optional('float'),
        facing: optional('float'),
        health: optional('float'),
        status: optional('int'),
      }),
    },
  }),
};

function record(name: string, fields: Record<string, unknown>) {
  return {
    type: 'record' as const,
    name,
    fields: Object.entries(fields).map(([field, type]) => ({
      name: field,
      type,
      ...(Array.isArray(type) && { default: null }),
    })),
  };
}

function codec<Fields>(name: keyof typeof schemas): ObjectCodec<Fields> {
  const type = avro.Type.forSchema(schemas[name] as never, { wrapUnions: 'never' });
  const out = Buffer.alloc(4096);
  return {
    message: (fields) => type.clone(fields, { skipMissingFields: true }) as unknown,
    encode: (message) => type.encode(message, out, 0),
    encoded: (message) => Buffer.from(out.subarray(0, type.encode(message, out, 0))),
    decode: (encoded) => type.decode(encoded as Buffer, 0).value as Fields,
  };
}

export const avsc = objectLibrary({
  name: 'avsc',
  input: () => codec('Input'),
  chat: () => codec('Chat'),
  snapshot: () => codec('Snapshot'),
  delta: () => codec('Delta'),
});
