// Every generated decoder: the same bytes give the same verdict and the same message, whatever lies around them, and
// what a decoder accepted its encoder can write again.

import * as game from '#adapters/protocol/generated/game.js';
import * as handshake from '#adapters/protocol/generated/handshake.js';
import * as internal from '#adapters/protocol/generated/internal.js';
import { Poisoned } from './poisoned.js';
import { type FuzzTarget, sameBytes } from './target.js';

type Encode = (message: object, out: Uint8Array, at: number) => number;
type Decode = (message: object, data: Uint8Array, at: number, end: number) => number;

const encodedBytesMax = 70_000;
const inputBytesMax = 1600;

const encoded = [new Uint8Array(encodedBytesMax), new Uint8Array(encodedBytesMax)] as const;
const poisoned = new Poisoned(inputBytesMax);

/** One target a message of the schema. */
export function decoderTargets(): FuzzTarget[] {
  return [handshake, game, internal].flatMap((module) => targetsOf(module));
}

function targetsOf(module: Readonly<Record<string, unknown>>): FuzzTarget[] {
  return Object.keys(module)
    .filter((name) => name.startsWith('decode') && typeof module[name] === 'function')
    .flatMap((name) => {
      const message = name.slice('decode'.length);
      const Message = module[message] as (new () => object) | undefined;
      const encode = module[`encode${message}`] as Encode | undefined;
      if (typeof Message !== 'function' || encode === undefined) return [];
      return [decoderTarget(message, [new Message(), new Message()], encode, module[name] as Decode)];
    });
}

function decoderTarget(
  name: string,
  messages: readonly [object, object],
  encode: Encode,
  decode: Decode,
): FuzzTarget {
  const [first, second] = messages;
  const length = encode(first, encoded[0], 0);
  return {
    name: `decode ${name}`,
    weight: 1,
    corpus: length > 0 ? [encoded[0].slice(0, length)] : [],
    run(input) {
      const end = poisoned.at + Math.min(input.length, inputBytesMax);
      const [one, other] = poisoned.place(input);
      const verdict = decode(first, one!, poisoned.at, end);
      if (decode(second, other!, poisoned.at, end) !== verdict) return true;
      if (verdict < 0) return false;
      if (verdict > end) return true;
      const written = encode(first, encoded[0], 0);
      if (written < 0) throw new Error(`what was decoded does not encode: fault ${written}`);
      return encode(second, encoded[1], 0) !== written || !sameBytes(encoded[0], encoded[1], written);
    },
  };
}
