// Blocks in braces and the fields in them. A wrong line is reported and skipped; the rest of the block is still read.

import { parseNotes } from './parse-notes.js';
import { parseType } from './parse-type.js';
import type { FieldSyntax, Name } from './syntax-tree.js';
import { describeToken } from './token.js';
import { ParseFailure, type TokenCursor } from './token-cursor.js';

/** `{ entry entry … }` */
export function parseBlock<Entry>(
  cursor: TokenCursor,
  parseEntry: (cursor: TokenCursor, doc: string) => Entry,
): Entry[] {
  const open = cursor.symbol('{', 'to open the block');
  const entries: Entry[] = [];
  for (;;) {
    const doc = cursor.doc();
    if (cursor.takeSymbolIf('}')) return entries;
    if (cursor.atEnd) cursor.fail("this '{' is never closed", undefined, open.span);
    const line = cursor.next.line;
    try {
      entries.push(parseEntry(cursor, doc));
      // Commas between entries are tolerated by nobody else, so they are refused with a clear word.
      if (cursor.isSymbol(',')) cursor.fail("found ','", 'entries are separated by line ends');
    } catch (failure) {
      if (!(failure instanceof ParseFailure)) throw failure;
      cursor.skipLine(line);
    }
  }
}

export function parseField(cursor: TokenCursor, doc: string): FieldSyntax {
  const name = cursor.word("a field's name or '}'");
  const optional = cursor.takeSymbolIf('?');
  cursor.symbol(':', `between the field '${name.text}' and its type`);
  const type = parseType(cursor);
  const notes = parseNotes(cursor);
  endOfEntry(cursor, name);
  return { name, optional, type, notes, doc };
}

/** An entry ends where its line ends, or at '}'. */
export function endOfEntry(cursor: TokenCursor, name: Name): void {
  const { next } = cursor;
  const lastLine = cursor.tokens[cursor.position - 1]!.line;
  if (next.line > lastLine || cursor.isSymbol('}') || cursor.isSymbol(',') || cursor.atEnd) return;
  cursor.fail(`unexpected ${describeToken(next)} after '${name.text}'`, 'one entry stands on one line');
}
