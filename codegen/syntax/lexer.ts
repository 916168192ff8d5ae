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

interface Shape {
  /** Undefined where nothing becomes a token. */
  readonly kind: TokenKind | undefined;
  readonly pattern: RegExp;
  /** What the token is: the match, or its group. */
  readonly shown?: (match: RegExpExecArray) => string;
}

/** In the order in which they are tried. */
const shapes: readonly Shape[] = [
  { kind: undefined, pattern: spacePattern },
  { kind: 'doc', pattern: docPattern, shown: ([, doc]) => doc!.trim() },
  { kind: undefined, pattern: commentPattern },
  { kind: 'text', pattern: textPattern, shown: ([, text]) => text! },
  { kind: 'word', pattern: wordPattern },
  { kind: 'number', pattern: numberPattern },
];

export function tokenize(source: SourceText, diagnostics: Diagnostics): Token[] {
  const tokens: Token[] = [];
  const { text } = source;
  let at = 0;
  const push = (kind: TokenKind, shown: string, length: number): void => {
    tokens.push({ kind, text: shown, span: { start: at, end: at + length }, line: source.position(at).line });
  };
  while (at < text.length) {
    const found = shapeAt(text, at);
    const symbol = found === undefined ? symbols.find((each) => text.startsWith(each, at)) : undefined;
    if (found !== undefined) {
      const [{ kind, shown }, match] = found;
      const wrong = kind === 'number' && !isWellFormed(match[0], { source, diagnostics, at });
      if (kind !== undefined) push(kind, wrong ? '0' : (shown?.(match) ?? match[0]), match[0].length);
      at += match[0].length;
    } else if (symbol !== undefined) {
      push('symbol', symbol, symbol.length);
      at += symbol.length;
    } else at += reportUnknown(source, diagnostics, at);
  }
  push('end', '', 0);
  return tokens;
}

function shapeAt(text: string, at: number): [Shape, RegExpExecArray] | undefined {
  for (const shape of shapes) {
    shape.pattern.lastIndex = at;
    const match = shape.pattern.exec(text);
    if (match !== null) return [shape, match];
  }
  return undefined;
}

interface NumberToken {
  readonly source: SourceText;
  readonly diagnostics: Diagnostics;
  readonly at: number;
}

/** Reports what begins like a number and is none. */
function isWellFormed(number: string, { source, diagnostics, at }: NumberToken): boolean {
  if (numberShape.test(number)) return true;
  const span = { start: at, end: at + number.length };
  diagnostics.report(source, span, `'${number}' is not a number`, 'write 26, 0x1A, 1_200 or 0.125');
  return false;
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
