// An entry with its numbers by name, and words where a number stands for one.

import { expect, it } from '@jest/globals';
import { entryInWords } from '#domain/ledger/entries/entry-in-words.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { noteCoinsChanged, noteProfessionChanged } from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';

it('has words for verbs, holders and professions', () => {
  const rows = new FactRows(2);
  noteCoinsChanged(rows, 0, 7, 0, 0, LedgerVerb.buy, -3, 4, PurseKind.wallet, 7);
  noteProfessionChanged(rows, 0, 7, LedgerVerb.craft, Profession.cooking, 1, 12);
  expect(entryInWords(rows, 0, 1)).toMatchObject({
    ...{ number: 1, kind: 'coinsChanged' },
    values: { verb: 'buy', holder: 'wallet', amount: -3, after: 4 },
  });
  expect(entryInWords(rows, 1, 2)).toMatchObject({
    ...{ number: 2, kind: 'professionChanged' },
    values: { verb: 'craft', outcome: 'cooking', amount: 1, after: 12, character: 7 },
  });
});
