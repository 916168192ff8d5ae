// Comparing byte arrays.

/** Takes the same time wherever the first difference lies. */
export function equalBytes(a: Uint8Array, aAt: number, b: Uint8Array, bAt: number, length: number): boolean {
  let difference = 0;
  for (let index = 0; index < length; index++) difference |= a[aAt + index]! ^ b[bAt + index]!;
  return difference === 0;
}

const hexDigits = '0123456789abcdef';

/** A key for maps; not for the packet path. */
export function hexOf(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  for (let index = at; index < at + length; index++) {
    text += hexDigits[bytes[index]! >> 4]! + hexDigits[bytes[index]! & 15]!;
  }
  return text;
}
