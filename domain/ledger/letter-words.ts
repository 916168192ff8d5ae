// What people wrote to each other stands beside the entries that tell of it, so that it can go without them: an entry has
// something in its place that says nothing by itself. Who keeps a journal says what that is, and where the words are.

import { encodeFact, factSizeMax } from '../vocabulary/generated/fact-codec.js';
import { FactKind } from '../vocabulary/generated/facts.js';
import { LetterKind } from '../vocabulary/generated/words.js';
import type { FactRows } from './entries/fact-rows.js';
import type { LedgerLetter } from './state/ledger-state.js';
import { readWindow, type WindowSpan } from './entries/window.js';

export interface WordlessWindow {
  readonly span: WindowSpan;
  /** As they came where no letter was sent in it. */
  readonly facts: Uint8Array;
}

/** A length in front, and of each UTF-16 unit at most three bytes. */
const textBytes = (text: string): number => 2 + 3 * text.length;

/**
 * The facts of a window with `sealOf(letter, words)` in place of the words of each letter that was sent. Each is shown as it
 * then is, in row 0 of `rows`. Undefined where the bytes are no whole durable facts.
 */
export function withoutWords(
  facts: Uint8Array,
  rows: FactRows,
  sealOf: (letter: number, words: string) => string,
  show: (rows: FactRows) => void = () => undefined,
): WordlessWindow | undefined {
  const pieces: Uint8Array[] = [];
  let copied = 0;
  const span = readWindow(facts, rows, (_, __, start, end) => {
    if (rows.kind[0] === FactKind.letterSent) {
      const seal = sealOf(rows.document[0]!, rows.text[0] ?? '');
      rows.text[0] = seal;
      const piece = new Uint8Array(factSizeMax + textBytes(seal));
      pieces.push(facts.subarray(copied, start), piece.subarray(0, encodeFact(rows, 0, piece, 0)));
      copied = end;
    }
    show(rows);
  });
  if (span === undefined) return undefined;
  return { span, facts: pieces.length === 0 ? facts : joined([...pieces, facts.subarray(copied)]) };
}

/**
 * Whether there is somebody whose words they are. A letter that somebody wrote or paid and that has no sender any more is
 * one of a character that was erased; one that came back has the words of who has it.
 */
export function keepsWords({ sender, kind }: Pick<LedgerLetter, 'sender' | 'kind'>): boolean {
  return sender !== 0 || (kind !== LetterKind.written && kind !== LetterKind.payment);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((bytes, piece) => bytes + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
