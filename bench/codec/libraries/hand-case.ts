// Runs hand-written codecs in the way in which the generated ones are run.

import type { CodecCase } from '../library/library.js';
import { copyOf, type EncodedBytes, outputs as outputsFor, requireDecoded } from '../library/output.js';

export function handCase<Message, Fields>(
  messages: readonly Message[],
  encode: (message: Message, out: Uint8Array, at: number) => number,
  decode: (data: Uint8Array, at: number, end: number, i: number) => number,
  decoded: () => Fields,
): CodecCase<Fields> {
  const outputs = outputsFor(messages.length);
  return {
    encode(i) {
      const { out, at } = outputs[i]!;
      return encode(messages[i]!, out, at) - at;
    },
    encoded(i) {
      const output = outputs[i]!;
      return copyOf(output, encode(messages[i]!, output.out, output.at));
    },
    decode(encoded, i) {
      const { data, at, end } = encoded as EncodedBytes;
      requireDecoded(decode(data, at, end, i));
    },
    decoded,
  };
}
