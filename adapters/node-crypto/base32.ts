// Base 32 of RFC 4648, without padding: how secrets of one-time codes are written.

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** Throws for what is no base 32: secrets come from our own store. */
export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => {
    const value = letters.indexOf(letter);
    if (value < 0) throw new Error('a secret of one-time codes is not base 32');
    return value.toString(2).padStart(5, '0');
  });
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}
