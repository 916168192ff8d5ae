// The one reader of text files that people write, content and configuration alike: UTF-8, with or without the byte-order
// mark that some editors put first. Anything else is said in words that name the cure.

export type DecodedText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: string };

export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { ok: false, fault: 'is in UTF-16, not UTF-8' };
  try {
    // The decoder takes a byte-order mark away.
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    return { ok: false, fault: 'has bytes that are not UTF-8' };
  }
}
