// UTF-8 (RFC 3629) for the layers that have no TextEncoder. Strings are expected to be well-formed; half a surrogate
// pair becomes U+FFFD, as everywhere else.

/** Bytes that a text takes. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character.codePointAt(0)!);
  return bytes;
}

/** Allocates: for names and other things that happen once. */
export function encodeUtf8(text: string): Uint8Array {
  const out = new Uint8Array(utf8Bytes(text));
  let at = 0;
  for (const character of text) {
    const point = wellFormed(character.codePointAt(0)!);
    const length = bytesOf(point);
    if (length === 1) out[at] = point;
    else {
      for (let i = length - 1; i > 0; i--) out[at + i] = 0x80 | ((point >>> (6 * (length - 1 - i))) & 0x3f);
      out[at] = ((0xf00 >>> length) & 0xff) | (point >>> (6 * (length - 1)));
    }
    at += length;
  }
  return out;
}

function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}

function wellFormed(point: number): number {
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}
