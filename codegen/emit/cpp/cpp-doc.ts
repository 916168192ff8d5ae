// Comments in generated C++.

import { wrapWords } from '../c-family/source-lines.js';

/** Nothing where there is nothing to say. */
export function docLines(...parts: readonly string[]): string[] {
  const text = parts.filter((part) => part !== '').join('\n');
  return text === '' ? [] : wrapWords(text, 110).map((line) => `/// ${line}`);
}
