// A JSON text that knows where everything in it stands. JSON.parse gives the values; the faults of the text, names that
// an object holds twice among them (JSON.parse keeps the last and says nothing), come with line and column.

import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { JsonPath } from './content-problem.js';

export interface TextPosition {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

export interface JsonFault extends TextPosition {
  readonly reason: string;
  readonly allowed: string;
}

const anyDocument = 'a JSON document';

/** A text without a closing quote makes a fault of each word behind it. */
const faultsShownMax = 5;

export class JsonDocument {
  readonly value: unknown;
  readonly faults: readonly JsonFault[];
  /** Where objects, lists and the values of objects begin, by path. Built when the first is asked for. */
  #offsets: ReadonlyMap<string, number> | undefined;
  #lineStarts: readonly number[] | undefined;

  /** The text with its long lists of numbers blanked out. */
  readonly #lean: string;

  constructor(readonly text: string) {
    this.#lean = withoutTiles(text);
    const positionAt = (offset: number) => this.positionAt(offset);
    const faults = faultsOf(this.#lean, positionAt);
    const parsed = faults.length === 0 ? parse(text) : undefined;
    this.value = parsed?.value;
    this.faults = faults.length > 0 || parsed !== undefined ? faults : faultsWithin(text, positionAt);
  }

  /** Where the value at `path` begins, or of what is there the nearest around it. */
  positionOf(path: JsonPath): TextPosition {
    const offsets = (this.#offsets ??= offsetsOf(this.#lean));
    for (let length = path.length; length > 0; length--) {
      const offset = offsets.get(nameOf(path.slice(0, length)));
      if (offset !== undefined) return this.positionAt(offset);
      const inList = offsets.get(nameOf(path.slice(0, length - 1)));
      const index = path[length - 1];
      if (inList !== undefined && typeof index === 'number')
        return this.positionAt(elementOffset(this.text, inList, index) ?? inList);
    }
    return this.positionAt(offsets.get('') ?? 0);
  }

  positionAt(offset: number): TextPosition {
    const starts = (this.#lineStarts ??= lineStartsOf(this.text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }
}

function nameOf(path: JsonPath): string {
  return path.map((step) => JSON.stringify(step)).join('/');
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function faultsOf(text: string, positionAt: (offset: number) => TextPosition): JsonFault[] {
  const faults: JsonFault[] = [];
  const add = (offset: number, reason: string, allowed = anyDocument) => {
    if (faults.length < faultsShownMax) faults.push({ ...positionAt(offset), reason, allowed });
  };
  /** Where the last fault that was told ends. What is missed before the next comma is mostly missed because of it. */
  let toldEnd: number | undefined;
  const addError = (code: ParseErrorCode, offset: number, length: number): void => {
    if (faults.length === faultsShownMax) return;
    const isMissed = /^(Value|PropertyName)Expected$/.test(printParseErrorCode(code));
    if (isMissed && toldEnd !== undefined && !text.slice(toldEnd, offset).includes(',')) return;
    toldEnd = offset + length;
    add(offset, `is not JSON: ${wordsFor(code)}`);
  };
  const open: Set<string>[] = [];
  try {
    visit(
      text,
      {
        onObjectBegin: () => void open.push(new Set()),
        onObjectEnd: () => void open.pop(),
        onObjectProperty: (name, offset) => {
          const names = open.at(-1)!;
          if (names.has(name))
            add(offset, `names the field '${name}' a second time in one object`, 'each field once');
          names.add(name);
        },
        onError: addError,
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch (error) {
    // The parser calls itself for every level.
    if ((error as Error).name !== 'RangeError') throw error;
    return [
      { line: 1, column: 1, reason: 'is nested too deep', allowed: 'lists and objects in fewer others' },
    ];
  }
  return faults;
}

/**
 * A map is millions of numbers in few lists, which JSON.parse reads fast and a parser that knows places does not. Offsets
 * stay what they are.
 */
function withoutTiles(text: string): string {
  let lean = '';
  let kept = 0;
  for (let start = text.indexOf('['); start >= 0; start = text.indexOf('[', start + 1)) {
    const end = endOfNumbers(text, start + 1);
    if (end - start < longList || text[end] !== ']') continue;
    lean += text.slice(kept, start + 1) + ' '.repeat(end - start - 1);
    kept = end;
  }
  return lean + text.slice(kept);
}

/** Shorter lists are left as they are. */
const longList = 4000;

/** Where other than digits, commas and white space begins. */
function endOfNumbers(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 0x30 && code <= 0x39) || code === 0x2c || code === 0x20 || code === 0x0a || code === 0x0d))
      return at;
  }
  return at;
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if ((error as Error).name !== 'SyntaxError') throw error;
    return undefined;
  }
}

/** The faults of a text that is not JSON, though the forgiving parser may see none in it. */
function faultsWithin(text: string, positionAt: (offset: number) => TextPosition): JsonFault[] {
  const faults = faultsOf(text, positionAt);
  return faults.length > 0 ? faults : [{ line: 1, column: 1, reason: 'is not JSON', allowed: anyDocument }];
}

function wordsFor(code: ParseErrorCode): string {
  const words: Readonly<Record<string, string>> = {
    InvalidSymbol: 'a word that is neither true, false nor null, or a text without quotes',
    InvalidNumberFormat: 'a number that is written wrong',
    PropertyNameExpected: 'a field’s name in quotes is missing (or there is a comma too many before it)',
    ValueExpected: 'a value is missing (or there is a comma too many before it)',
    ColonExpected: 'a colon is missing',
    CommaExpected: 'a comma is missing',
    CloseBraceExpected: 'a closing } is missing',
    CloseBracketExpected: 'a closing ] is missing',
    EndOfFileExpected: 'something stands behind the end',
    InvalidCommentToken: 'comments are not allowed',
    UnexpectedEndOfComment: 'comments are not allowed',
    UnexpectedEndOfString: 'a text has no closing quote',
    UnexpectedEndOfNumber: 'a number ends too early',
    InvalidUnicode: 'a \\u needs four hexadecimal digits',
    InvalidEscapeCharacter: 'a \\ stands before a letter that means nothing (write \\\\ for one backslash)',
    InvalidCharacter: 'a control character (such as a tab) stands in a text',
  };
  return words[printParseErrorCode(code)] ?? 'something here is not allowed';
}

function offsetsOf(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const lists: boolean[] = [];
  const begin =
    (list: boolean) => (offset: number, _l: number, _s: number, _c: number, path: () => JsonPath) => {
      offsets.set(nameOf(path()), offset);
      lists.push(list);
    };
  visit(text, {
    onObjectBegin: begin(false),
    onArrayBegin: begin(true),
    onObjectEnd: () => void lists.pop(),
    onArrayEnd: () => void lists.pop(),
    // A map's tiles are millions of numbers in lists: these are counted out when one is asked for.
    onLiteralValue: (_value, offset, _length, _line, _column, path) => {
      if (lists.at(-1) !== true) offsets.set(nameOf(path()), offset);
    },
  });
  return offsets;
}

/** Where element `index` of the list that begins at `listOffset` stands. */
function elementOffset(text: string, listOffset: number, index: number): number | undefined {
  let found: number | undefined;
  /** Lists and objects that are open within the list; -1 outside of it. */
  let depth = -1;
  let at = 0;
  const begin = (offset: number): boolean => {
    if (depth === 0 && at === index) found ??= offset;
    if (depth >= 0 || offset === listOffset) depth++;
    // What lies behind the element is not looked into.
    return found === undefined;
  };
  const end = (): void => {
    if (depth >= 0) depth--;
  };
  visit(text, {
    onArrayBegin: begin,
    onObjectBegin: begin,
    onArrayEnd: end,
    onObjectEnd: end,
    onSeparator: (character) => {
      if (depth === 0 && character === ',') at++;
    },
    onLiteralValue: (_value, offset) => {
      if (depth === 0 && at === index) found ??= offset;
    },
  });
  return found;
}
