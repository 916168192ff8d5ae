// A character that gets back what it owned, from a journal of what players do.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { restoreCharacter } from '#application/ledger/restore-character.js';
import type { LedgerStack, LedgerState } from '#domain/ledger/ledger-state.js';
import { HolderKind, LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { encoded, stackChanged } from '../../support/ledger/written-facts.js';

const { inventory, equipment, bank } = HolderKind;
const own: readonly number[] = [inventory, equipment, bank];

/** What a character owns, whatever the ids of its stacks. */
function ownedIn(state: LedgerState, character: number) {
  const stacks = [...state.stacks.values()]
    .filter(({ holder, owner }) => owner === character && own.includes(holder))
    .map(({ instance: _, ...stack }: LedgerStack) => JSON.stringify(stack))
    .sort();
  const coins = state.purses.get(PurseKind.wallet)!.get(character) ?? 0;
  return { stacks, coins, experience: state.experience.get(character) ?? 0 };
}

/** All that is not this character's. */
function othersIn(state: LedgerState, character: number): readonly string[] {
  return [...state.stacks.values()]
    .filter(({ holder, owner }) => owner !== character || !own.includes(holder))
    .map((stack) => JSON.stringify(stack))
    .sort();
}

describe('restoring a character', () => {
  it('gives what it owned after the entry, takes what it has instead, touches nobody else, and the ledger adds up', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, after, who) => {
          const journal = new MemoryJournal();
          const windows = new EncodedWindows(60, 4, seed);
          let then = ownedIn(journal.tables(), who);
          let entry = 0;
          for (let i = 0; i < 8; i++) {
            journal.append(journal.end.number + 1, windows.next().bytes);
            if (i !== after) continue;
            then = ownedIn(journal.tables(), who);
            entry = journal.end.number;
          }
          const others = othersIn(journal.tables(), who);
          const { facts, lines } = restoreCharacter(journal, who, entry);
          journal.append(journal.end.number + 1, facts);
          expect(ownedIn(journal.tables(), who)).toEqual(then);
          expect(othersIn(journal.tables(), who)).toEqual(others);
          expect(checkLedger(journal).findings).toEqual([]);
          expect(lines.length > 0).toBe(facts.length > 0);
          expect(restoreCharacter(journal, who, entry).lines).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('tells where a stack is now that it gives once more, and gives it an id of its own', () => {
    const journal = new MemoryJournal();
    const fell = { verb: LedgerVerb.kill, instance: 1, item: 7, amount: 3, after: 3 };
    journal.append(1, encoded(1, stackChanged({ ...fell, owner: 1, slot: 2 })));
    const traded = { verb: LedgerVerb.trade, instance: 1, item: 7, amount: 0, after: 3, slot: 5 };
    const from = { fromHolder: inventory, fromOwner: 1, fromSlot: 2 };
    journal.append(2, encoded(2, stackChanged({ ...traded, ...from, owner: 9 })));
    expect(restoreCharacter(journal, 1, 1).lines).toEqual([
      'given: stack 2, item 7, 3 in inventory 1 slot 2; it was stack 1, of which 3 are in inventory 9 slot 5',
    ]);
  });

  it('refuses an entry that there is not, or not any more', () => {
    const journal = new MemoryJournal();
    expect(() => restoreCharacter(journal, 1, 1)).toThrow('entry 1 is not one from 0 to 0');
  });
});
