// A character that gets back what it owned, from a journal of what players do.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { restoreCharacter } from '#application/ledger/restore/restore-character.js';
import type { LedgerStack, LedgerState } from '#domain/ledger/state/ledger-state.js';
import { HolderKind, LedgerVerb, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import { noteCoinsChanged, noteProfessionChanged } from '#domain/vocabulary/generated/facts.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { letterSent } from '../../../support/ledger/written-documents.js';
import { encoded, stackChanged, type WriteFact } from '../../../support/ledger/written-facts.js';

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

  it('gives back skill in each profession, and takes what was learned since', () => {
    const journal = new MemoryJournal();
    const learned =
      (profession: Profession, amount: number, after: number): WriteFact =>
      (rows) =>
        noteProfessionChanged(rows, 0, 1, LedgerVerb.craft, profession, amount, after);
    const { cooking, smithing } = Profession;
    journal.append(1, encoded(1, learned(cooking, 2, 2)));
    journal.append(2, encoded(2, learned(cooking, 1, 3), learned(smithing, 1, 1)));
    const { facts, lines } = restoreCharacter(journal, 1, 1);
    journal.append(4, facts);
    expect(journal.professionsOf(1)).toEqual([{ profession: cooking, skill: 2 }]);
    expect(lines).toHaveLength(2);
    expect(checkLedger(journal).findings).toEqual([]);
    expect(restoreCharacter(journal, 1, 1).lines).toEqual([]);
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

  it('tells of parts of a stack that went elsewhere, and on from there, and of coins', () => {
    const journal = new MemoryJournal();
    const { wallet, letter: inLetter } = PurseKind;
    const coins = (verb: LedgerVerb, by: Partial<typeof change>): WriteFact => {
      const { character, counterpart, command, amount, after, purse, owner } = { ...change, ...by };
      return (rows) =>
        noteCoinsChanged(rows, 0, character, counterpart, command, verb, amount, after, purse, owner);
    };
    const change = {
      ...{ character: 1, counterpart: 0, command: 0, amount: 0, after: 0 },
      ...{ purse: wallet as PurseKind, owner: 1 },
    };
    const bread = { instance: 1, item: 7, owner: 1, slot: 2 };
    const from = { fromHolder: inventory, fromOwner: 1, fromSlot: 2 };
    const { kill, mailSend, mailTake, trade, fee } = LedgerVerb;
    const append = (tick: number, ...facts: readonly WriteFact[]): number =>
      journal.append(journal.end.number + 1, encoded(tick, ...facts));
    const entry = append(
      1,
      stackChanged({ ...bread, verb: kill, amount: 5, after: 5 }),
      coins(kill, { amount: 100, after: 100 }),
    );
    // Three of five in a letter, with 30 coins, and 2 of postage.
    append(
      2,
      coins(fee, { command: 1, amount: -2, after: 98 }),
      coins(mailSend, { command: 1, amount: -30, after: 68 }),
      coins(mailSend, { command: 1, amount: 30, after: 30, purse: inLetter, owner: 4 }),
      letterSent({
        letter: 4,
        kind: 1,
        sender: 1,
        holder: 9,
        cashOnDelivery: 0,
        untilSeconds: 2e9,
        words: '',
      }),
      stackChanged({ ...bread, ...from, verb: mailSend, command: 1, amount: -3, after: 2 }),
      stackChanged({
        ...{ ...bread, instance: 2, verb: mailSend, command: 1, amount: 3, after: 3 },
        ...{ holder: HolderKind.letter, owner: 4, slot: 0 },
      }),
    );
    // One of the three was taken out and laid onto what the other had; coins were traded.
    append(
      3,
      stackChanged({
        ...{ ...bread, instance: 3, verb: kill, character: 9, owner: 9, slot: 0, amount: 6, after: 6 },
      }),
    );
    const inLetter4 = { fromHolder: HolderKind.letter, fromOwner: 4, fromSlot: 0 };
    append(
      4,
      stackChanged({
        ...{ ...bread, ...inLetter4, instance: 2, verb: mailTake, character: 9, command: 5 },
        ...{ amount: -1, after: 2, holder: HolderKind.letter, owner: 4, slot: 0 },
      }),
      stackChanged({
        ...{ ...bread, instance: 3, verb: mailTake, character: 9, command: 5, amount: 1, after: 7 },
        ...{ owner: 9, slot: 0, fromHolder: inventory, fromOwner: 9, fromSlot: 0 },
      }),
      coins(trade, { counterpart: 9, command: 2, amount: -8, after: 60 }),
      coins(trade, { character: 9, counterpart: 1, command: 6, amount: 8, after: 8, owner: 9 }),
    );
    expect(checkLedger(journal).findings).toEqual([]);
    expect(restoreCharacter(journal, 1, entry).lines).toEqual([
      'taken away: stack 1, item 7, 2 in inventory 1 slot 2',
      'given: stack 4, item 7, 5 in inventory 1 slot 2; units of it came into stack 2, of which 2 are in letter 4 slot 0; ' +
        'units of it came into stack 3, of which 7 are in inventory 9 slot 0',
      'coins: 60 now, 100 then',
      'coins that went elsewhere since: 30 into letter 4, in which 30 are',
      'coins that went elsewhere since: 8 into the purse of character 9, in which 8 are',
    ]);
  });

  it('refuses an entry that there is not, or not any more', () => {
    const journal = new MemoryJournal();
    expect(() => restoreCharacter(journal, 1, 1)).toThrow('entry 1 is not one from 0 to 0');
  });
});
