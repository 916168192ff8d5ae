// protobufjs: types compiled at run time from the .proto text, which gives the same code as its static generator.

import protobuf from 'protobufjs';
import type { ObjectCodec } from './object-codec.js';
import { objectLibrary } from './object-codec.js';
import { protobufSchema } from './protobuf-schema.js';

const { root } = protobuf.parse(protobufSchema, { keepCase: true });

function codec<Fields>(name: string): ObjectCodec<Fields> {
  const type = root.lookupType(`bench.${name}`);
  return {
    message: (fields) => type.fromObject(fields as Record<string, unknown>),
    encode: (message) => type.encode(message as protobuf.Message).finish().length,
    encoded: (message) => type.encode(message as protobuf.Message).finish(),
    // Absent optional fields of a message have no value of their own: present ones are told by `hasOwnProperty`.
    decode: (encoded) => type.decode(encoded as Uint8Array) as unknown as Fields,
  };
}

export const protobufjs = objectLibrary({
  name: 'protobufjs',
  input: () => codec('Input'),
  chat: () => codec('Chat'),
  snapshot: () => codec('Snapshot'),
  delta: () => codec('Delta'),
});
