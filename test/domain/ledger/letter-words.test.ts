// Words of letters stand beside the entries: what is in their place, and all else as it was.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { keepsWords, withoutWords } from '#domain/ledger/letter-words.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import { LetterKind } from '#domain/vocabulary/generated/words.js';
import { letterChanged, letterEnded, letterSent } from '../../support/ledger/written-documents.js';
import { encoded, stackChanged, type WriteFact } from '../../support/ledger/written-facts.js';

const sent = (letter: number, words: string): WriteFact =>
  letterSent({ letter, kind: 1, sender: 5, holder: 6, cashOnDelivery: 0, untilSeconds: 9, words });

const anyFact: fc.Arbitrary<WriteFact> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.string({ unit: 'binary', maxLength: 40 }))
    .map((of) => sent(...of)),
  fc.constant(letterEnded(3)),
  fc.constant(
    letterChanged({ letter: 4, kind: 1, sender: 0, holder: 6, cashOnDelivery: 0, untilSeconds: 0 }),
  ),
  fc.constant(stackChanged({ instance: 1, amount: 2, after: 2 })),
);

function rowsOf(bytes: Uint8Array): string[] {
  const rows = new FactRows(1);
  const told: string[] = [];
  readWindow(bytes, rows, () => {
    told.push(JSON.stringify([rows.kind[0], rows.tick[0], rows.document[0], rows.instance[0], rows.text[0]]));
  });
  return told;
}

it('are told to whoever seals them, and nothing else of the window changes', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 12 }), (facts) => {
      const window = encoded(7, ...facts);
      const told: string[] = [];
      const shown: (string | undefined)[] = [];
      const seal = (letter: number, words: string): string => {
        told.push(words);
        return `seal ${letter} ${told.length}`;
      };
      const wordless = withoutWords(window, new FactRows(1), seal, (rows) => shown.push(rows.text[0]));
      const before = rowsOf(window).map((row) => JSON.parse(row) as (number | string | null)[]);
      const letters = before.filter(([kind]) => kind === 44);
      expect(told).toEqual(letters.map((row) => row[4]));
      let letter = 0;
      const expected = before.map((row) =>
        row[0] === 44 ? [...row.slice(0, 4), `seal ${row[2]} ${++letter}`] : row,
      );
      expect(rowsOf(wordless!.facts).map((row) => JSON.parse(row) as unknown)).toEqual(expected);
      expect(shown.map((text) => text ?? null)).toEqual(expected.map((row) => row[4] ?? null));
      expect(wordless!.span.count).toBe(facts.length);
      if (letters.length === 0) expect(wordless!.facts).toBe(window);
    }),
  );
});

it('are somebody’s as long as whoever wrote them is there', () => {
  expect(keepsWords({ sender: 5, kind: LetterKind.written })).toBe(true);
  expect(keepsWords({ sender: 0, kind: LetterKind.written })).toBe(false);
  expect(keepsWords({ sender: 0, kind: LetterKind.payment })).toBe(false);
  for (const kind of [LetterKind.returned, LetterKind.sold, LetterKind.unsold])
    expect(keepsWords({ sender: 0, kind })).toBe(true);
});

it('are no reason to take bytes that are no whole facts', () => {
  const window = encoded(1, sent(1, 'words'));
  expect(withoutWords(window.subarray(1), new FactRows(1), () => '')).toBeUndefined();
});
