// Runs hand-written codecs in the way in which the generated ones are run.

import type { CodecCase } from '../library/library.js';
import { copyOf, type EncodedBytes, places as placesFor, requireDecoded } from '../library/place.js';

export function handCase<Message, Fields>(
  messages: readonly Message[],
  encode: (message: Message, out: Uint8Array, at: number) => number,
  decode: (data: Uint8Array, at: number, end: number, i: number) => number,
  decoded: () => Fields,
): CodecCase<Fields> {
  const places = placesFor(messages.length);
  return {
    encode(i) {
      const { out, at } = places[i]!;
      return encode(messages[i]!, out, at) - at;
    },
    encoded(i) {
      const place = places[i]!;
      return copyOf(place, encode(messages[i]!, place.out, place.at));
    },
    decode(encoded, i) {
      const { data, at, end } = encoded as EncodedBytes;
      requireDecoded(decode(data, at, end, i));
    },
    decoded,
  };
}
