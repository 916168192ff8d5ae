// RFC 8439 as it is written, with numbers of any size and one block at a time: the plain twin of the WebAssembly.

const p = (1n << 130n) - 5n;
const word = (value: number): number => value >>> 0;

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** Section 2.3: the block of key stream under `key` (32 bytes) and `nonce` (12 bytes). */
export function plainBlock(key: Uint8Array, counter: number, nonce: Uint8Array): Uint8Array {
  const view = new DataView(new Uint8Array([...key, 0, 0, 0, 0, ...nonce]).buffer);
  const initial = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
  for (let at = 0; at < 48; at += 4) initial.push(view.getUint32(at, true));
  initial[12] = counter;
  const state = [...initial];
  for (let i = 0; i < 10; i++) {
    for (let column = 0; column < 4; column++)
      quarterRound(state, column, column + 4, column + 8, column + 12);
    for (let column = 0; column < 4; column++) {
      quarterRound(state, column, 4 + ((column + 1) % 4), 8 + ((column + 2) % 4), 12 + ((column + 3) % 4));
    }
  }
  const block = new DataView(new ArrayBuffer(64));
  state.forEach((value, index) => block.setUint32(index * 4, word(value + initial[index]!), true));
  return new Uint8Array(block.buffer);
}

function quarterRound(state: number[], a: number, b: number, c: number, d: number): void {
  const mix = (x: number, y: number, z: number, bits: number) => {
    state[x] = word(state[x]! + state[y]!);
    const mixed = word(state[z]! ^ state[x]!);
    state[z] = word((mixed << bits) | (mixed >>> (32 - bits)));
  };
  mix(a, b, d, 16);
  mix(c, d, b, 12);
  mix(a, b, d, 8);
  mix(c, d, b, 7);
}

/** Section 2.5: the tag of `message` under r and s. */
export function plainPoly1305(key: Uint8Array, message: Uint8Array): Uint8Array {
  const r = littleEndian(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  let h = 0n;
  for (let at = 0; at < message.length; at += 16) {
    h = ((h + littleEndian(new Uint8Array([...message.subarray(at, at + 16), 1]))) * r) % p;
  }
  const tag = BigInt.asUintN(128, h + littleEndian(key.subarray(16, 32)));
  return Uint8Array.from({ length: 16 }, (_, index) => Number((tag >> BigInt(8 * index)) & 255n));
}

/** Section 2.8: the sealed text and the tag behind it. */
export function plainSeal(key: Uint8Array, nonce: Uint8Array, ad: Uint8Array, text: Uint8Array): Uint8Array {
  const sealed = text.slice();
  for (let at = 0; at < text.length; at += 64) {
    const block = plainBlock(key, 1 + at / 64, nonce);
    for (let i = at; i < Math.min(at + 64, text.length); i++) sealed[i]! ^= block[i - at]!;
  }
  const tag = plainPoly1305(plainBlock(key, 0, nonce).subarray(0, 32), authenticated(ad, sealed));
  return new Uint8Array([...sealed, ...tag]);
}

/** Both parts padded with zeros, and their lengths. */
function authenticated(ad: Uint8Array, sealed: Uint8Array): Uint8Array {
  const padding = (length: number): number[] => Array.from({ length: -length & 15 }, () => 0);
  const lengths = new DataView(new ArrayBuffer(16));
  lengths.setBigUint64(0, BigInt(ad.length), true);
  lengths.setBigUint64(8, BigInt(sealed.length), true);
  return new Uint8Array([
    ...ad,
    ...padding(ad.length),
    ...sealed,
    ...padding(sealed.length),
    ...new Uint8Array(lengths.buffer),
  ]);
}
