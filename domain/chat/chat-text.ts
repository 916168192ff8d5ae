// What players may say. Text comes from the network: it is trimmed, measured in UTF-8 bytes as the wire counts it, and
// refused as a whole when it holds control or invisible direction characters (they break consoles and other clients).

import { utf8Bytes } from '../game/utf8.js';

/** Most bytes of UTF-8 in one message; the same number as ChatBytesMax in the schema. */
export const chatBytesMax = 200;

export type ChatText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: ChatFault };
export type ChatFault = 'empty' | 'too-long' | 'control-character' | 'not-unicode';

// Controls, line and paragraph separators, bidirectional overrides and isolates (Unicode 16, "Bidi_Control"), and the
// byte order mark. Joiners stay: emoji and several scripts need them.
const forbidden =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** The text as others will see it, or why it is not said. */
export function chatText(said: string): ChatText {
  if (said.length > chatBytesMax * 4) return { ok: false, reason: 'too-long' };
  if (!said.isWellFormed()) return { ok: false, reason: 'not-unicode' };
  const text = said.trim();
  if (text.length === 0) return { ok: false, reason: 'empty' };
  if (forbidden.test(text)) return { ok: false, reason: 'control-character' };
  if (utf8Bytes(text) > chatBytesMax) return { ok: false, reason: 'too-long' };
  return { ok: true, text };
}
