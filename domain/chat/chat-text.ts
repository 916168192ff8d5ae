// What players may say. Text comes from the network: it is trimmed, measured in UTF-8 bytes as the wire counts it, and
// refused as a whole when nothing of it can be seen, or when it holds characters that change how others' text is shown.

import { utf8Bytes } from '../vocabulary/bytes/utf8.js';
import { isVisible } from './visible-text.js';

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

/** The text as others will see it, or why it is not said. */
export function chatText(said: string): ChatText {
  if (said.length > chatBytesMax * 4) return { ok: false, reason: 'too-long' };
  const text = said.trim();
  const reason = characterFault(text);
  if (reason !== undefined) return { ok: false, reason };
  if (utf8Bytes(text) > chatBytesMax) return { ok: false, reason: 'too-long' };
  return { ok: true, text };
}

/** What is wrong with the characters of a text that others see as it stands, however many they are. */
export function characterFault(text: string): Exclude<ChatFault, 'too-long'> | undefined {
  if (!text.isWellFormed()) return 'not-unicode';
  if (forbiddenCharacter(text) !== undefined) return 'control-character';
  return isVisible(text) ? undefined : 'empty';
}

/** The first that no text may have, whoever wrote it, in chat as in content. */
export function forbiddenCharacter(text: string): string | undefined {
  return forbidden.exec(text.replace(regionFlag, ''))?.[0];
}
