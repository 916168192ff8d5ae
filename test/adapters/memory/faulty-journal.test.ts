// The faulty journal of the tests: it fails as it is told, stores nothing then, and is a journal otherwise.

import { describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { testJournal } from '../../contract/journal.js';
import { FaultyJournal, type JournalFault } from '../../support/ledger/faulty-journal.js';
import { encoded, stackChanged } from '../../support/ledger/written-facts.js';

testJournal('FaultyJournal without a fault', async ({ keptEntries } = {}) => ({
  journal: new FaultyJournal(new MemoryJournal(keptEntries)),
}));

describe('a faulty journal', () => {
  it.each<JournalFault>(['full', 'locked', 'failed'])(
    '%s stores nothing, and the same again afterwards',
    (fault) => {
      const journal = new FaultyJournal(new MemoryJournal());
      let waited = 0;
      journal.beforeAppend = () => void waited++;
      const facts = encoded(1, stackChanged({ instance: 3, amount: 1, after: 1 }));
      journal.fault = fault;
      expect(() => journal.append(1, facts)).toThrow(expect.objectContaining({ code: fault }));
      expect(journal.end.number).toBe(0);
      journal.fault = undefined;
      expect(journal.append(1, facts)).toBe(1);
      expect([journal.refused, waited]).toEqual([1, 2]);
    },
  );
});
