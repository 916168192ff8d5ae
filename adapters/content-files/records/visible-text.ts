// Text that people read: blanks around it are none of it, and something of it can be seen.

import { z } from 'zod';
import { isVisible } from '#domain/chat/visible-text.js';

/** Lengths in characters, as JavaScript counts them. */
export function visibleText(lengthMin: number, lengthMax: number) {
  return (
    z
      .string()
      .trim()
      .min(lengthMin)
      .max(lengthMax)
      // What is empty is told by its length.
      .refine((text) => text === '' || isVisible(text))
      .describe(`text of ${lengthMin} to ${lengthMax} characters, not only of such as cannot be seen`)
  );
}
