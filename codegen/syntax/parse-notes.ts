// What may stand behind a field: `unit "m"`, `from transform.x`, `text`, `unstored`.

import { nearestName } from '../text/nearest-name.js';
import { parseExpression } from './parse-expression.js';
import { parseSource } from './parse-source.js';
import type { NotesSyntax, ReservedSyntax } from './syntax-tree.js';
import type { TokenCursor } from './token-cursor.js';

type NoteName = keyof NotesSyntax;
type MutableNotes = { -readonly [Name in NoteName]: NotesSyntax[Name] };

export const fieldNotes: readonly NoteName[] = ['unit', 'from', 'text', 'unstored'];

/** Those that follow in the same line, each at most once. */
export function parseNotes(cursor: TokenCursor): NotesSyntax {
  const notes: MutableNotes = { unit: undefined, from: undefined, text: undefined, unstored: undefined };
  while (cursor.wordFollows) {
    const word = cursor.next.text;
    const note = fieldNotes.find((name) => name === word);
    if (note === undefined) {
      // Another entry on the same line is the caller's to refuse.
      const meant = nearestName(word, fieldNotes);
      if (meant === undefined) return notes;
      cursor.fail(`'${word}' means nothing here`, `did you mean '${meant}'?`);
    }
    cursor.take();
    parseNote(cursor, note, notes);
  }
  return notes;
}

/** The value of the note whose name has been taken. */
function parseNote(cursor: TokenCursor, note: NoteName, notes: MutableNotes): void {
  if (notes[note] !== undefined) cursor.fail(`'${note}' stands twice`);
  switch (note) {
    case 'unit':
      notes.unit = cursor.text('the unit', 'as in unit "m"');
      return;
    case 'from':
      notes.from = parseSource(cursor);
      return;
    case 'text':
      notes.text = cursor.tokens[cursor.position - 1]!.span;
      return;
    case 'unstored':
      notes.unstored = cursor.tokens[cursor.position - 1]!.span;
      return;
  }
}

/** `reserved 3, 7 .. 9`; the word has been taken. */
export function parseReserved(cursor: TokenCursor): ReservedSyntax {
  const parts = [];
  do {
    const from = parseExpression(cursor, 'a reserved number');
    const to = cursor.takeSymbolIf('..') ? parseExpression(cursor, 'the last reserved number') : from;
    parts.push({ from, to });
  } while (cursor.takeSymbolIf(','));
  return { kind: 'reserved', parts };
}
