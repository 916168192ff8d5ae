// The ledger's arithmetic: what players really do adds up, and whatever does not is named.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadSchema } from '#codegen/load-schema.js';
import { Conservation } from '#domain/ledger/conservation.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { existing, imbalances, stateDifferences } from '#domain/ledger/state/state-differences.js';
import { verbRule } from '#domain/ledger/verb-rules.js';
import { noteCoinsChanged, noteExperienceChanged } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';
import { ItemTraffic } from '#src/journal-traffic/item-traffic.js';
import { letterChanged, letterSent, listingEnded } from '../../support/ledger/written-documents.js';
import { stackChanged, writtenFacts, type WriteFact } from '../../support/ledger/written-facts.js';

function judged(...ticks: readonly (readonly WriteFact[])[]): Conservation {
  const proof = new Conservation();
  let number = 0;
  ticks.forEach((writes, tick) => {
    const rows = writtenFacts(tick, ...writes);
    for (let row = 0; row < rows.count; row++) proof.add(rows, row, ++number);
  });
  proof.endTick();
  return proof;
}

const findingsOf = (...ticks: readonly (readonly WriteFact[])[]): string[] =>
  judged(...ticks).findings.map(({ what }) => what);

const { inventory, nowhere } = HolderKind;
const made = (instance: number, amount: number, slot: number): WriteFact =>
  stackChanged({ verb: LedgerVerb.kill, instance, amount, after: amount, slot });
const here = (slot: number) => ({ slot, fromHolder: inventory, fromOwner: 1, fromSlot: slot });
const coins = (verb: LedgerVerb, owner: number, amount: number, after: number): WriteFact => {
  return (rows) => noteCoinsChanged(rows, 0, owner, 0, 0, verb, amount, after, PurseKind.wallet, owner);
};
const aLetter = { letter: 3, kind: 1, sender: 1, holder: 2, cashOnDelivery: 0, untilSeconds: 0 };

describe('the ledger', () => {
  it('adds up over whatever players do', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 400 }),
        (seed, players, acts) => {
          const rows = new FactRows(8 * acts);
          const traffic = new ItemTraffic(rows, players, seed);
          for (let i = 0; i < acts; i++) {
            rows.now = i >> 2;
            traffic.act();
          }
          const proof = new Conservation();
          for (let row = 0; row < rows.count; row++) proof.add(rows, row, row + 1);
          proof.endTick();
          expect(proof.findings).toEqual([]);
          expect(imbalances(proof.totals, existing(proof.state))).toEqual([]);
          // The newest applied once more: the same state.
          const again = new LedgerState();
          for (let row = 0; row < rows.count; row++) again.apply(rows, row);
          for (let row = Math.max(0, rows.count - 9); row < rows.count; row++) again.apply(rows, row);
          expect(stateDifferences(again, proof.state)).toEqual([]);
          const changed = new LedgerState(true);
          for (let row = 0; row < rows.count; row++) changed.apply(rows, row);
          expect([...changed.stacks.values()].filter(({ count }) => count > 0).length).toBe(
            proof.state.stacks.size,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names a unit that was added to or lost from any fact', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.constantFrom(-1, 1), (seed, which, by) => {
        const rows = new FactRows(400);
        const traffic = new ItemTraffic(rows, 3, seed);
        for (let i = 0; i < 40; i++) {
          rows.now = i;
          traffic.act();
        }
        const proof = new Conservation();
        const row = which % rows.count;
        rows.amount[row] = rows.amount[row]! + by;
        const counts = [20, 21].includes(rows.kind[row]!);
        for (let each = 0; each < rows.count; each++) proof.add(rows, each, each + 1);
        proof.endTick();
        expect(proof.findings.length > 0).toBe(counts);
      }),
    );
  });

  it.each<[string, string[], (readonly WriteFact[])[]]>([
    [
      'a split that gives more than it takes',
      ["'arrange' created 1 of item 1"],
      [
        [made(1, 5, 0)],
        [
          stackChanged({ instance: 1, amount: -2, after: 3, ...here(0) }),
          stackChanged({ instance: 2, amount: 3, after: 3, slot: 1 }),
        ],
      ],
    ],
    [
      'a merge that loses',
      ["'arrange' destroyed 5 of item 1"],
      [
        [made(1, 5, 0)],
        [stackChanged({ instance: 1, amount: -5, after: 0, ...here(0), holder: nowhere, owner: 0 })],
      ],
    ],
    [
      'a number that does not follow',
      ['stack 1 had 5, gained 0 and has 6'],
      [[made(1, 5, 0)], [stackChanged({ instance: 1, amount: 0, after: 6, ...here(0) })]],
    ],
    [
      'a stack that left where it was not',
      ['stack 1 left 1/1/3, but lay in 1/1/0'],
      [[made(1, 5, 0)], [stackChanged({ instance: 1, amount: 0, after: 5, ...here(3) })]],
    ],
    [
      'a stack that comes back',
      ['stack 1 was no more, and is there again'],
      [
        [made(1, 5, 0)],
        [
          stackChanged({
            verb: LedgerVerb.use,
            instance: 1,
            amount: -5,
            after: 0,
            ...here(0),
            holder: nowhere,
            owner: 0,
          }),
        ],
        [made(1, 5, 0)],
      ],
    ],
    [
      'a stack of another item',
      ['stack 1 was of item 1 and is of item 2'],
      [[made(1, 5, 0)], [stackChanged({ instance: 1, item: 2, amount: 0, after: 5, ...here(0) })]],
    ],
    [
      'a stack of none that lies somewhere',
      ['stack 1 has 0 and lies in holder 1'],
      [
        [made(1, 5, 0)],
        [stackChanged({ verb: LedgerVerb.use, instance: 1, amount: -5, after: 0, ...here(0) })],
      ],
    ],
    [
      'a stack on the ground that is of somebody',
      ['stack 1 lies on the ground and is of owner 3'],
      [
        [made(1, 5, 0)],
        [
          stackChanged({
            ...{ verb: LedgerVerb.drop, instance: 1, amount: 0, after: 5, ...here(0) },
            ...{ holder: HolderKind.ground, owner: 3 },
          }),
        ],
      ],
    ],
    [
      'a trade in which coins appear',
      ["'trade' created 1 of coins"],
      [
        [coins(LedgerVerb.kill, 1, 5, 5)],
        [coins(LedgerVerb.trade, 1, -2, 3), coins(LedgerVerb.trade, 2, 3, 3)],
      ],
    ],
    ['a purse below zero', ['the purse of character 1 has -1'], [[coins(LedgerVerb.fee, 1, -1, -1)]]],
    [
      'a vendor who destroys items',
      ["'sell' destroyed 5 of item 1"],
      [
        [made(1, 5, 0)],
        [
          stackChanged({
            verb: LedgerVerb.sell,
            instance: 1,
            amount: -5,
            after: 0,
            ...here(0),
            holder: nowhere,
            owner: 0,
          }),
        ],
      ],
    ],
    [
      'experience by a trade',
      ["'trade' created 5 of experience"],
      [[(rows) => noteExperienceChanged(rows, 0, 0, 1, LedgerVerb.trade, 5, 5)]],
    ],
    [
      'letters and listings that were none, or come twice',
      [
        'letter 4 changed or ended, and was none',
        'letter 3 came to be a second time',
        'listing 5 ended, and was none',
      ],
      [
        [letterSent({ ...aLetter, words: '' }), letterChanged({ ...aLetter, letter: 4 })],
        [letterSent({ ...aLetter, words: '' }), listingEnded(5)],
      ],
    ],
    ['a verb that is none', ['the verb 99 is unknown'], [[coins(99 as LedgerVerb, 1, 5, 5)]]],
  ])('names %s', (_, findings, ticks) => {
    expect(findingsOf(...ticks)).toEqual(findings);
  });

  it('lists no more findings than it was told to, and counts the others', () => {
    const proof = new Conservation(undefined, 2);
    const rows = writtenFacts(1, ...[1, 2, 3, 4, 5].map((key) => coins(LedgerVerb.kill, key, 1, 2)));
    for (let row = 0; row < rows.count; row++) proof.add(rows, row, row + 1);
    expect([proof.findings.length, proof.unlisted]).toEqual([2, 3]);
  });

  it('has the sums of what was created and destroyed, and says where they are not there', () => {
    const proof = judged([made(1, 5, 0), coins(LedgerVerb.kill, 1, 9, 9)], [coins(LedgerVerb.fee, 1, -4, 5)]);
    expect(proof.totals.get(-1)).toEqual({ created: 9, destroyed: 4 });
    const there = existing(proof.state);
    expect(imbalances(proof.totals, there)).toEqual([]);
    there.set(1, 6);
    there.set(-1, 4);
    expect(imbalances(proof.totals, there)).toEqual([
      'coins: 9 created, 4 destroyed, and 4 there',
      'item 1: 5 created, 0 destroyed, and 6 there',
    ]);
  });

  it('names where two states differ', () => {
    const [a, b] = [judged([made(1, 5, 0)]).state, judged([made(1, 4, 0), made(2, 1, 1)]).state];
    expect(stateDifferences(a, b)).toHaveLength(2);
    expect(stateDifferences(a, b, 1)[0]).toMatch(
      /^stack 1: the entries give .*"count":5.*, the table has .*"count":4/,
    );
    expect(stateDifferences(a, a)).toEqual([]);
  });
});

describe('verbs', () => {
  const members = loadSchema('protocol-schema')
    .files.flatMap(({ declarations }) => declarations)
    .flatMap((declared) =>
      declared.kind === 'enum' && declared.name === 'LedgerVerb' ? declared.members : [],
    );

  it.each(members.map(({ name, value, doc }) => [name, value, doc] as const))(
    'create and destroy what their description says: %s',
    (name, value, doc) => {
      const says = (what: RegExp): boolean => what.test(doc);
      const both = says(/Creates and destroys\./);
      expect(verbRule(value)).toEqual({
        name,
        createsItems: both || says(/Creates\.|Creates items/),
        createsCoins: both || says(/Creates\.|Creates coins/),
        destroysItems: both || says(/Destroys\.|estroys items/),
        destroysCoins: both || says(/Destroys\.|estroys coins/),
      });
    },
  );
});
