// What operators say, and what things are called, as bodies take it.

import { z } from 'zod';
import {
  characterFault,
  chatBytesMax,
  chatText,
  forbiddenCharacter,
  type ChatFault,
} from '#domain/chat/chat-text.js';
import { utf8Bytes } from '#domain/vocabulary/bytes/utf8.js';
import { hasHidden } from '#ports/names/shown-name.js';
import { text } from '../http/wire-types.js';

/** What players, or colleagues, are to read: checked as chat is, and trimmed. */
export function said(bytesMax: number) {
  return z
    .string()
    .superRefine((text, context) => {
      const message = faultOf(text, bytesMax);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    })
    .max(bytesMax)
    .transform((text) => text.trim());
}

/** What something is called: its characters are checked as those of chat are, all of them can be seen, and it is trimmed. */
export function shown(charactersMax: number) {
  return text(charactersMax)
    .min(1)
    .superRefine((name, context) => {
      const fault = name === '' ? undefined : characterFault(name);
      if (fault !== undefined) context.addIssue({ code: 'custom', message: faults[fault] });
      else if (hasHidden(name)) context.addIssue({ code: 'custom', message: hiddenFault });
    })
    .transform((name) => name.trim());
}

/** What is wrong with the characters comes before how many there are. */
function faultOf(text: string, bytesMax: number): string | undefined {
  const checked = chatText(text);
  if (!checked.ok && checked.reason !== 'too-long') return faults[checked.reason];
  const fits = checked.ok && utf8Bytes(checked.text) <= bytesMax;
  return fits ? undefined : `At most ${bytesMax} bytes of UTF-8`;
}

const hiddenFault = 'Characters that cannot be seen are not allowed';
const faults: Readonly<Record<Exclude<ChatFault, 'too-long'>, string>> = {
  empty: 'Nothing can be seen of it',
  'not-unicode': 'Half of a surrogate pair is not allowed',
  'control-character': 'Control characters, and others that change how text is shown, are not allowed',
};

/** `said`, or nothing. */
export function maybeSaid(bytesMax: number) {
  return z.union([z.literal(''), said(bytesMax)]).default('');
}

/** What players said, as their server tells it. Whether it can be seen that server has judged, maybe by a newer Unicode. */
export function told(bytesMax: number) {
  return z
    .string()
    .superRefine((text, context) => {
      const issue = (message: string) => context.addIssue({ code: 'custom', message });
      if (!text.isWellFormed()) issue(faults['not-unicode']);
      else if (forbiddenCharacter(text) !== undefined) issue(faults['control-character']);
      else if (utf8Bytes(text) > bytesMax) issue(`At most ${bytesMax} bytes of UTF-8`);
    })
    .max(bytesMax);
}

export const reason = said(chatBytesMax).meta({ description: 'For the audit log; players do not see it' });
