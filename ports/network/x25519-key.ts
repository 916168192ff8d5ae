// Public keys that agree on no secret: whoever takes one waits for an answer that cannot be sealed.

const fieldPrime = 2n ** 255n - 19n;
/** The few points of low order (RFC 7748 section 6.1), 4, 1, 2 and 8, as u-coordinates. */
const lowOrderPoints = new Set([
  0n,
  1n,
  fieldPrime - 1n,
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
]);

/** Of 32 bytes. */
export function isLowOrderKey(key: Uint8Array): boolean {
  const littleEndian = key.reduceRight<bigint>((read, byte) => read * 256n + BigInt(byte), 0n);
  // Key agreement takes numbers modulo the prime, and ignores the highest bit; some old code does not.
  const readings = [littleEndian % fieldPrime, (littleEndian & (2n ** 255n - 1n)) % fieldPrime];
  return readings.some((point) => lowOrderPoints.has(point));
}
