// msgpackr: with record structures that both ends know already, and floats of 32 bits.

import { FLOAT32_OPTIONS, Packr } from 'msgpackr';
import type { ObjectCodec } from './object-codec.js';
import { objectLibrary } from './object-codec.js';

function codec<Fields>(): ObjectCodec<Fields> {
  const packr = new Packr({ structures: [], useFloat32: FLOAT32_OPTIONS.ALWAYS, mapsAsObjects: true });
  return {
    message: (fields) => fields,
    encode: (message) => packr.pack(message).length,
    encoded(message) {
      // The first time defines the structures; afterwards they are known.
      packr.pack(message);
      return Uint8Array.from(packr.pack(message));
    },
    decode: (encoded) => packr.unpack(encoded as Uint8Array) as Fields,
  };
}

export const msgpackr = objectLibrary({
  name: 'msgpackr',
  input: codec,
  chat: codec,
  snapshot: codec,
  delta: codec,
});
