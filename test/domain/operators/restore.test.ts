// What an operator gives back to who is away: written in a tick, all of it or nothing, under ids that nobody had.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { encodeFacts } from '#domain/ledger/entries/encode-facts.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { writeRestored } from '#domain/operators/restore.js';
import {
  noteCoinsChanged,
  noteDied,
  noteExperienceChanged,
  noteProfessionChanged,
  noteQuestChanged,
  noteStackChanged,
} from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, PurseKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Item } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

const away = 77;
const { inventory, nowhere } = HolderKind;
let small: SmallWorld;
let rows: FactRows;

beforeEach(() => {
  small = new SmallWorld();
  rows = new FactRows(8);
});

function given(instance: number, slot: number): void {
  const place = [inventory, away, slot, nowhere, 0, 0] as const;
  noteStackChanged(rows, 0, 0, away, 0, 0, LedgerVerb.grant, instance, Item.bread, 2, 2, ...place, 3, 1);
}

function taken(instance: number): void {
  const place = [nowhere, 0, 0, inventory, away, 4] as const;
  noteStackChanged(rows, 0, 0, away, 0, 0, LedgerVerb.seize, instance, Item.pelt, -1, 0, ...place, 0, 0);
}

const restore = () => writeRestored(small.world, encodeFacts(rows));

describe('what is given back', () => {
  it('comes under the next ids, whatever ids it is written with, and what is taken keeps its own', () => {
    small.world.tables.ledger.lastInstance = 40;
    taken(12);
    given(1, 0);
    given(2, 1);
    expect(restore()).toBe(allowed);
    expect(small.told()).toMatchObject([
      { instance: 12, amount: -1, after: 0, verb: LedgerVerb.seize, holder: nowhere },
      { instance: 41, amount: 2, after: 2, slot: 0, wear: 3, bound: 1, owner: away },
      { instance: 42, amount: 2, after: 2, slot: 1, verb: LedgerVerb.grant },
    ]);
    expect(small.world.tables.ledger.lastInstance).toBe(42);
  });

  it('is of the tick in which it is written, with all that somebody can own or have got to', () => {
    rows.now = 5;
    noteCoinsChanged(rows, 0, away, 0, 0, LedgerVerb.grant, 6, 16, PurseKind.wallet, away);
    noteExperienceChanged(rows, 0, 0, away, LedgerVerb.seize, -4, 20);
    noteProfessionChanged(rows, 0, away, LedgerVerb.grant, 2, 1, 9);
    noteQuestChanged(rows, 0, away, 0, 3, 1, 2, 0, 0);
    small.world.facts.now = 90;
    const { facts } = small.world;
    const first = facts.count;
    expect(restore()).toBe(allowed);
    expect([...facts.tick.subarray(first, facts.count)]).toEqual([90, 90, 90, 90]);
    expect(small.told()).toMatchObject([
      { fact: 'coinsChanged', amount: 6, after: 16, owner: away },
      { fact: 'experienceChanged', amount: -4, after: 20, character: away },
      { fact: 'professionChanged', after: 9, character: away },
      { fact: 'questChanged', character: away },
    ]);
  });

  it('is all or nothing where the log has no room', () => {
    const { facts, tables } = small.world;
    while (facts.reserve(1));
    facts.release(1);
    given(1, 0);
    given(2, 1);
    const before = tables.ledger.lastInstance;
    expect(restore()).toBe(RefusalReason.busy);
    expect([small.told(), tables.ledger.lastInstance]).toEqual([[], before]);
  });

  it('is nothing else that a ledger knows, and nothing broken', () => {
    noteDied(rows, 0, 0, 0);
    expect(restore).toThrow('nothing to restore');
    rows = new FactRows(8);
    given(1, 0);
    expect(() => writeRestored(small.world, encodeFacts(rows).subarray(1))).toThrow();
    expect(() => writeRestored(small.world, encodeFacts(rows).subarray(0, -1))).toThrow('does not decode');
    expect(small.told()).toEqual([]);
    expect(small.world.facts.reservedFacts).toBe(0);
  });
});
