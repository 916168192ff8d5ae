// The ledger's commands: what adds up and what does not, and one stack's life over splits and merges.

import { describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { ownedByCharacter } from '#application/ledger/owned-by-character.js';
import { lifeOfStack } from '#application/ledger/life-of-stack.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { listingOpened } from '../../support/ledger/written-documents.js';
import { encoded, stackChanged, type WriteFact } from '../../support/ledger/written-facts.js';

const { inventory, nowhere, ground } = HolderKind;
const bag = (slot: number) => ({ slot, fromHolder: inventory, fromOwner: 1, fromSlot: slot });

function journalOf(...ticks: readonly (readonly WriteFact[])[]): MemoryJournal {
  const journal = new MemoryJournal();
  ticks.forEach((facts, tick) => journal.append(journal.end.number + 1, encoded(tick + 1, ...facts)));
  return journal;
}

/** Stack 1 falls and is picked up, 2 is split off it, 2 goes into 3; 4 has nothing to do with them. */
const life = [
  [
    stackChanged({
      verb: LedgerVerb.kill,
      instance: 1,
      item: 7,
      amount: 9,
      after: 9,
      holder: ground,
      owner: 0,
    }),
  ],
  [
    stackChanged({ verb: LedgerVerb.pickUp, command: 1, item: 7, amount: 0, after: 9, fromHolder: ground }),
    stackChanged({ verb: LedgerVerb.kill, instance: 3, item: 7, amount: 1, after: 1, slot: 2 }),
    stackChanged({ verb: LedgerVerb.kill, instance: 4, item: 8, amount: 1, after: 1, slot: 3 }),
  ],
  [
    stackChanged({ command: 2, instance: 1, item: 7, amount: -4, after: 5, ...bag(0) }),
    stackChanged({ command: 2, instance: 2, item: 7, amount: 4, after: 4, slot: 1 }),
  ],
  [
    stackChanged({
      command: 3,
      instance: 2,
      item: 7,
      amount: -4,
      after: 0,
      ...bag(1),
      holder: nowhere,
      owner: 0,
      slot: 0,
    }),
    stackChanged({ command: 3, instance: 3, item: 7, amount: 4, after: 5, ...bag(2) }),
  ],
  [stackChanged({ verb: LedgerVerb.use, command: 4, instance: 3, item: 7, amount: -1, after: 4, ...bag(2) })],
  [stackChanged({ verb: LedgerVerb.use, command: 5, instance: 1, item: 7, amount: -1, after: 4, ...bag(0) })],
];

describe('what lies in letters and listings', () => {
  it('is named where there is none, and a listing of nothing too', () => {
    const inDocument = (instance: number, holder: HolderKind, owner: number) =>
      stackChanged({ verb: LedgerVerb.kill, instance, amount: 1, after: 1, holder, owner });
    const listed = { seller: 1, price: 3, untilSeconds: 9 };
    const journal = journalOf([
      inDocument(1, HolderKind.letter, 7),
      inDocument(2, HolderKind.listing, 8),
      inDocument(3, HolderKind.listing, 9),
      listingOpened({ listing: 9, ...listed }),
      listingOpened({ listing: 10, ...listed }),
    ]);
    expect(checkLedger(journal).findings).toEqual([
      'stack 1 lies in letter 7, which is none',
      'stack 2 lies in listing 8, which is none',
      'listing 10 is of nothing',
    ]);
  });
});

describe('checking a ledger', () => {
  it('finds nothing in what players do, and tells the sums', () => {
    const journal = new MemoryJournal();
    const windows = new EncodedWindows(100, 4);
    for (let i = 0; i < 5; i++) journal.append(journal.end.number + 1, windows.next().bytes);
    const { entries, findings, sums } = checkLedger(journal);
    expect(findings).toEqual([]);
    expect(entries).toBe(journal.end.number);
    expect(sums.some((line) => /^coins: \d+ created, 0 destroyed, \d+ there$/.test(line))).toBe(true);
  });

  it('names what does not add up, with its entry', () => {
    const journal = journalOf([stackChanged({ verb: LedgerVerb.trade, amount: 2, after: 2 })]);
    expect(checkLedger(journal).findings).toEqual(["entry 1, tick 1: 'trade' created 2 of item 1"]);
  });

  it('names a table that is not what the entries leave', () => {
    const journal = journalOf(...life);
    expect(checkLedger(journal).findings).toEqual([]);
    const tables = (): LedgerState => {
      const state = journal.tables();
      state.stacks.get(3)!.count += 1;
      return state;
    };
    const entries: MemoryJournal['entries'] = (from, visit) => journal.entries(from, visit);
    const { findings, sums } = checkLedger({ base: () => journal.base(), entries, tables });
    expect(sums.filter((line) => line.startsWith('item 7:'))).toEqual([]);
    expect(findings).toEqual([
      'item 7: 10 created, 2 destroyed, and 9 there',
      expect.stringMatching(/^stack 3: the entries give .*"count":4.*, the table has .*"count":5/),
    ]);
  });
});

describe('what a character owns', () => {
  it('is told place by place, with the ids that `item` takes', () => {
    const journal = journalOf(
      ...life,
      [stackChanged({ verb: LedgerVerb.kill, instance: 9, item: 5, amount: 1, after: 1, owner: 2 })],
      [
        stackChanged({
          verb: LedgerVerb.kill,
          instance: 10,
          item: 6,
          amount: 2,
          after: 2,
          holder: HolderKind.bank,
        }),
      ],
    );
    expect(ownedByCharacter(journal, 1)).toEqual([
      'stack 1: item 7, 4 in inventory slot 0',
      'stack 3: item 7, 4 in inventory slot 2',
      'stack 4: item 8, 1 in inventory slot 3',
      'stack 10: item 6, 2 in bank slot 0',
      '0 coins, 0 experience',
    ]);
  });
});

describe("a stack's life", () => {
  it('is told in words, from where it came from to where its units went', () => {
    expect(lifeOfStack(journalOf(...life), 2)).toEqual([
      'entry 1, tick 1, stack 1: kill by character 1: item 7, +9, 9 afterwards, from nowhere to the ground',
      'entry 2, tick 2, stack 1: pickUp by character 1, command 1: item 7, 9 afterwards, from the ground to inventory 1 slot 0',
      'entry 5, tick 3, stack 1: arrange by character 1, command 2: item 7, -4, 5 afterwards, in inventory 1 slot 0; into stack 2 (4 left in it)',
      'entry 6, tick 3, stack 2: arrange by character 1, command 2: item 7, +4, 4 afterwards, from nowhere to inventory 1 slot 1; out of stack 1 (5 left in it)',
      'entry 7, tick 4, stack 2: arrange by character 1, command 3: item 7, -4, 0 afterwards, from inventory 1 slot 1 to nowhere; into stack 3 (5 left in it)',
      'entry 8, tick 4, stack 3: arrange by character 1, command 3: item 7, +4, 5 afterwards, in inventory 1 slot 2; out of stack 2 (0 left in it)',
      'entry 9, tick 5, stack 3: use by character 1, command 4: item 7, -1, 4 afterwards, in inventory 1 slot 2',
    ]);
  });

  it('has names and dates where they are known', () => {
    const words = {
      nameOf: (character: number) => (character === 1 ? 'Ada' : undefined),
      storedAt: (entry: number) => (entry < 3 ? undefined : `2026-11-29T08:00:0${entry}Z`),
    };
    expect(lifeOfStack(journalOf(...life), 3, { words }).slice(-1)).toEqual([
      'entry 9, stored 2026-11-29T08:00:09Z, tick 5, stack 3: use by character 1 (Ada), command 4: item 7, -1, 4 afterwards, in inventory 1 (Ada) slot 2',
    ]);
    expect(lifeOfStack(journalOf(...life), 1, { words })[0]).toMatch(
      /^entry 1, tick 1, stack 1: kill by character 1 \(Ada\):/,
    );
  });

  it('is empty for a stack that never was, and short when it was asked to be', () => {
    expect(lifeOfStack(journalOf(...life), 99)).toEqual([]);
    const shortened = new MemoryJournal(2);
    life.forEach((facts, tick) => shortened.append(shortened.end.number + 1, encoded(tick + 1, ...facts)));
    shortened.tend();
    expect(lifeOfStack(shortened, 3)).toEqual([
      'up to entry 8, none of which is kept, stack 3: item 7, 5 in inventory 1 slot 2',
      expect.stringMatching(/^entry 9, .*stack 3: use/),
    ]);
    expect(lifeOfStack(journalOf(...life), 2, { most: 2 })[1]).toBe('and more, which is not told');
    expect(lifeOfStack(journalOf(...life), 4)).toHaveLength(1);
  });
});
