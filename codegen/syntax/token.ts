// The words of the schema language.

import type { Span } from '../text/source-text.js';

export type TokenKind = 'word' | 'number' | 'text' | 'symbol' | 'doc' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; for `doc` the comment without its slashes, for `text` what stands between the quotes. */
  readonly text: string;
  readonly span: Span;
  readonly line: number;
}

/** Longest first, so that `..` is not read as two dots. */
export const symbols = [
  '..',
  '.',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '<',
  '>',
  ':',
  '=',
  ',',
  '/',
  '+',
  '-',
  '*',
  '?',
] as const;

export type SymbolText = (typeof symbols)[number];

/** How errors name a token. */
export function describeToken(token: Token): string {
  if (token.kind === 'end') return 'the end of the file';
  if (token.kind === 'doc') return 'a doc comment';
  if (token.kind === 'text') return `"${token.text}"`;
  return `'${token.text}'`;
}
