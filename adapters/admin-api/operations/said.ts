// What operators say, as bodies take it.

import { z } from 'zod';
import { chatBytesMax, chatText } from '#domain/chat/chat-text.js';
import { utf8Bytes } from '#domain/vocabulary/bytes/utf8.js';

/** What players, or colleagues, are to read: checked as chat is, and trimmed. */
export function said(bytesMax: number) {
  return z
    .string()
    .max(bytesMax)
    .refine(
      (text) => text.isWellFormed() && utf8Bytes(text.trim()) <= bytesMax,
      `At most ${bytesMax} bytes of UTF-8`,
    )
    .refine((text) => isSayable(text), 'Nothing can be seen of it, or it holds characters that chat may not')
    .transform((text) => text.trim());
}

function isSayable(text: string): boolean {
  const checked = chatText(text);
  return checked.ok || checked.reason === 'too-long' || checked.reason === 'not-unicode';
}

/** `said`, or nothing. */
export function maybeSaid(bytesMax: number) {
  return z.union([z.literal(''), said(bytesMax)]).default('');
}

export const reason = said(chatBytesMax).meta({ description: 'For the audit log; players do not see it' });
