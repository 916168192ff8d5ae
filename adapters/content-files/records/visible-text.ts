// Text that people read, by the rules of chat: nothing in it changes how it is shown, or what stands beside it. Names have blanks
// around them taken off, and something of them can be seen.

import { z } from 'zod';
import { forbiddenCharacter } from '#domain/chat/chat-text.js';
import { isVisible } from '#domain/chat/visible-text.js';
import type { SaidIssue } from '../json/said-issue.js';

/** Whether it may have several lines. */
type Lines = 'line' | 'lines';

/** Lengths in characters, as JavaScript counts them. */
export function visibleText(lengthMin: number, lengthMax: number, lines: Lines = 'line') {
  return z
    .string()
    .trim()
    .min(lengthMin)
    .max(lengthMax)
    .superRefine((text, context) => {
      // What is empty is told by its length.
      if (text !== '' && !isVisible(text)) return context.addIssue({ code: 'custom' });
      checkCharacters(text, lines, context);
    })
    .describe(`text of ${lengthMin} to ${lengthMax} characters, not only of such as cannot be seen`);
}

/** The same of what may be empty, with the blanks around it. */
export function shownText(lengthMax: number, lines: Lines = 'line') {
  return z
    .string()
    .max(lengthMax)
    .superRefine((text, context) => checkCharacters(text, lines, context));
}

function checkCharacters(text: string, lines: Lines, context: z.RefinementCtx): void {
  const found = text.isWellFormed()
    ? forbiddenCharacter(lines === 'lines' ? text.replaceAll('\n', ' ') : text)
    : /\p{Cs}/u.exec(text)?.[0];
  if (found === undefined) return;
  const number = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const params: SaidIssue & Record<string, string> = {
    reason: `has U+${number}, which is not shown, or changes how other characters are`,
    allowed: `text without controls${lines === 'lines' ? ' but line ends (\\n)' : ''}, marks of direction and tags`,
  };
  context.addIssue({ code: 'custom', params });
}
