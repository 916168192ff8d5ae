// Comments in generated C#.

import { wrapWords } from '../c-family/source-lines.js';

/** Nothing where there is nothing to say. */
export function docLines(...parts: readonly string[]): string[] {
  const text = parts.filter((part) => part !== '').join('\n');
  if (text === '') return [];
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const lines = wrapWords(safe, 100);
  if (lines.length === 1) return [`/// <summary>${lines[0]!}</summary>`];
  return ['/// <summary>', ...lines.map((line) => `/// ${line}`), '/// </summary>'];
}
