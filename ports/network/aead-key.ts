// Keys of ChaCha20-Poly1305: 32 bytes as eight little-endian words, alone or side by side in a longer array. As words of
// an array the keys of thousands of sessions lie where their other numbers lie, and no object is touched to reach them.

export const aeadKeyWords = 8;
const aeadKeyBytes = 4 * aeadKeyWords;

/** Eight words, alone in their array. */
export type AeadKey = Int32Array;

/** A key of its own from 32 bytes. Throws a RangeError for any other length. */
export function aeadKeyOf(bytes: Uint8Array): AeadKey {
  if (bytes.length !== aeadKeyBytes)
    throw new RangeError(`a key has ${aeadKeyBytes} bytes, got ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, aeadKeyBytes);
  return Int32Array.from({ length: aeadKeyWords }, (_, word) => view.getInt32(4 * word, true));
}

/** The 32 bytes of a key. */
export function bytesOfAeadKey(key: AeadKey): Uint8Array {
  const bytes = new Uint8Array(aeadKeyBytes);
  const view = new DataView(bytes.buffer);
  for (let word = 0; word < aeadKeyWords; word++) view.setInt32(4 * word, key[word]!, true);
  return bytes;
}

/** Throws a RangeError unless all words of a key lie at `at`: a wrong place must never read as a key of zeros. */
export function requireAeadKey(keys: Int32Array, at: number): void {
  if (!(at >= 0 && at + aeadKeyWords <= keys.length && Number.isInteger(at))) {
    throw new RangeError(`no key at word ${at} of ${keys.length}`);
  }
}
