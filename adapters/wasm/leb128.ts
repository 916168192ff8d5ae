// LEB128, the variable-length integers of WebAssembly's binary format (specification, section 5.2.2): seven bits a byte,
// the lowest first, the top bit set where another byte follows.

/** `value` is an integer in [0, 2^32). */
export function unsignedLeb128(value: number): number[] {
  if (!(Number.isInteger(value) && value >= 0 && value < 2 ** 32)) {
    throw new RangeError(`${value} is no unsigned integer of 32 bits`);
  }
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 0x80);
  }
}

/** `value` is in [-2^63, 2^63). The last byte's bit 6 is the sign. */
export function signedLeb128(value: bigint): number[] {
  if (BigInt.asIntN(64, value) !== value) throw new RangeError(`${value} is no signed integer of 64 bits`);
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest >= -64n && rest < 64n) return [...bytes, Number(rest & 0x7fn)];
    bytes.push(Number(rest & 0x7fn) | 0x80);
  }
}
