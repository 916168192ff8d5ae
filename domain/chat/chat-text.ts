// What players may say. Text comes from the network: it is trimmed, measured in UTF-8 bytes as the wire counts it, and
// refused as a whole when nothing of it can be seen, or when it holds characters that change how others' text is shown.

import { utf8Bytes } from '../vocabulary/utf8.js';

/** Most bytes of UTF-8 in one message; the same number as ChatBytesMax in the schema. */
export const chatBytesMax = 200;

export type ChatText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: ChatFault };
export type ChatFault = 'empty' | 'too-long' | 'control-character' | 'not-unicode';

// Controls, line and paragraph separators, and bidirectional controls, which reach beyond the message (Unicode, UAX #9);
// the byte order mark; annotations and tags, which hide text in text. Joiners stay: emoji and several scripts need them.
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\ufff9-\ufffb\u{e0001}\u{e0020}-\u{e007f}]/u;

/** The flags of England, Scotland and Wales (and of regions to come) are a black flag spelt out in tags: UTS #51, 2.6. */
const regionFlag = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}/gu;

// What alone shows nothing, or nobody knows what: space of any width, all that a font may leave out (joiners, fillers,
// selectors and the like), marks without anything to stand on, what Unicode has not assigned or keeps for private use, and
// two that only look empty, the blank of Braille and the musical null note head.
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}\p{Cn}\p{Co}\u2800\u{1d159}]/gu;

/** The text as others will see it, or why it is not said. */
export function chatText(said: string): ChatText {
  if (said.length > chatBytesMax * 4) return { ok: false, reason: 'too-long' };
  if (!said.isWellFormed()) return { ok: false, reason: 'not-unicode' };
  const text = said.trim();
  if (forbidden.test(text.replace(regionFlag, ''))) return { ok: false, reason: 'control-character' };
  if (text.replace(invisible, '').length === 0) return { ok: false, reason: 'empty' };
  if (utf8Bytes(text) > chatBytesMax) return { ok: false, reason: 'too-long' };
  return { ok: true, text };
}
