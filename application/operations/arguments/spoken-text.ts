// Text of an operator that players are to read: what chat takes, within so many bytes.

import { chatText } from '#domain/chat/chat-text.js';
import { utf8Bytes } from '#domain/vocabulary/bytes/utf8.js';

/** Trimmed; undefined when it may not be said. */
export function spokenText(said: unknown, bytesMax: number): string | undefined {
  if (typeof said !== 'string') return undefined;
  const checked = chatText(said);
  return checked.ok && utf8Bytes(checked.text) <= bytesMax ? checked.text : undefined;
}

/** As `spokenText`, or nothing. */
export function maybeSpokenText(said: unknown, bytesMax: number): string | undefined {
  return said === '' ? '' : spokenText(said, bytesMax);
}
