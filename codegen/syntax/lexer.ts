// Text to tokens. `//` comments vanish, `///` comments become tokens. Unknown characters are reported once and skipped.

import type { Diagnostics } from '../text/diagnostic.js';
import type { SourceText } from '../text/source-text.js';
import { symbols, type Token, type TokenKind } from './token.js';

const wordPattern = /[A-Za-z_][A-Za-z0-9_]*/y;
// A dot belongs to the number only when a digit follows, so that `1..6` is a range.
const numberPattern =
  /0[xX][0-9A-Za-z_]*|[0-9][0-9_]*(?:\.[0-9][0-9_]*)?[A-Za-z_][A-Za-z0-9_]*|[0-9][0-9_]*(?:\.[0-9][0-9_]*)?/y;
const numberShape = /^(?:0[xX][0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*|[0-9]+(?:_[0-9]+)*(?:\.[0-9]+)?)$/;
const spacePattern = /[ \t\r\n]+/y;
const docPattern = /\/\/\/([^\n]*)/y;
const commentPattern = /\/\/[^\n]*/y;
/** Without escapes: what cannot be written plainly has no place in a note. */
const textPattern = /"([^"\r\n]*)"/y;

export function tokenize(source: SourceText, diagnostics: Diagnostics): Token[] {
  const tokens: Token[] = [];
  const text = source.text;
  let at = 0;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const push = (kind: TokenKind, shown: string, length: number): void => {
    tokens.push({ kind, text: shown, span: { start: at, end: at + length }, line: source.place(at).line });
    at += length;
  };

  while (at < text.length) {
    const skipped = match(spacePattern);
    if (skipped) {
      at += skipped[0].length;
      continue;
    }
    const doc = match(docPattern);
    if (doc) {
      push('doc', doc[1]!.trim(), doc[0].length);
      continue;
    }
    const comment = match(commentPattern);
    if (comment) {
      at += comment[0].length;
      continue;
    }
    const quoted = match(textPattern);
    if (quoted) {
      push('text', quoted[1]!, quoted[0].length);
      continue;
    }
    const word = match(wordPattern);
    if (word) {
      push('word', word[0], word[0].length);
      continue;
    }
    const number = match(numberPattern);
    if (number) {
      if (!numberShape.test(number[0])) {
        const span = { start: at, end: at + number[0].length };
        diagnostics.report(source, span, `'${number[0]}' is not a number`, 'write 26, 0x1A, 1_200 or 0.125');
        push('number', '0', number[0].length);
      } else push('number', number[0], number[0].length);
      continue;
    }
    const symbol = symbols.find((candidate) => text.startsWith(candidate, at));
    if (symbol !== undefined) {
      push('symbol', symbol, symbol.length);
      continue;
    }
    at += reportUnknown(source, diagnostics, at);
  }
  push('end', '', 0);
  return tokens;
}

function reportUnknown(source: SourceText, diagnostics: Diagnostics, at: number): number {
  const character = String.fromCodePoint(source.text.codePointAt(at)!);
  const hint =
    character === ';'
      ? 'a line end is enough, no semicolon is needed'
      : character === '#'
        ? 'comments start with //, doc comments with ///'
        : character === '"'
          ? 'a text ends with another " in the same line'
          : undefined;
  const span = { start: at, end: at + character.length };
  diagnostics.report(source, span, `the character '${character}' has no meaning here`, hint);
  return character.length;
}
