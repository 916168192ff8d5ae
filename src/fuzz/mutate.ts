// Makes new inputs from known ones: flipped bits, odd bytes, cut, grown, spliced; now and then plain noise.

import type { SeededBytes } from '../simulate/work/seeded-bytes.js';

/** A little over the longest datagram that fits a slot. */
const bytesMax = 1500;
const oddBytes = [0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x40, 0x41];

export function mutate(corpus: readonly Uint8Array[], random: SeededBytes): Uint8Array {
  if (corpus.length === 0 || random.chance(0.02)) {
    const noise = new Uint8Array(random.below(bytesMax));
    random.fill(noise);
    return noise;
  }
  let data = corpus[random.below(corpus.length)]!.slice();
  for (let changes = random.below(5); changes > 0; changes--) data = change(data, corpus, random);
  return data;
}

function change(
  data: Uint8Array,
  corpus: readonly Uint8Array[],
  random: SeededBytes,
): Uint8Array<ArrayBuffer> {
  const at = random.below(data.length + 1);
  switch (random.below(6)) {
    case 0:
      return data.slice(0, at);
    case 1: {
      const grown = new Uint8Array(Math.min(bytesMax, data.length + 1 + random.below(64)));
      grown.set(data.subarray(0, grown.length));
      random.fill(grown.subarray(Math.min(data.length, grown.length)));
      return grown;
    }
    case 2: {
      const other = corpus[random.below(corpus.length)]!;
      const spliced = new Uint8Array(Math.max(data.length, other.length));
      spliced.set(other);
      spliced.set(data.subarray(0, at));
      return spliced;
    }
    case 3:
      return changed(data, at, oddBytes[random.below(oddBytes.length)]!);
    case 4:
      return changed(data, at, random.below(256));
    default:
      return changed(data, at, (data[at] ?? 0) ^ (1 << random.below(8)));
  }
}

function changed(data: Uint8Array, at: number, byte: number): Uint8Array<ArrayBuffer> {
  const copy = data.slice();
  if (at < copy.length) copy[at] = byte;
  return copy;
}
