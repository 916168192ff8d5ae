// What a system declares holds: at compile time for what it can name, in a running world for what it is given.

import { describe, expect, it } from '@jest/globals';
import { defineSystem, defineTable } from '#domain/engine/system.js';
import type { WorldOf } from '#domain/engine/system.js';
import { systems } from '#domain/game.js';
import { SmallWorld } from '../harness/small-world.js';

const drift = defineSystem({
  name: 'drift',
  budgetUs: 10,
  reads: ['motion'],
  writes: ['transform'],
  queries: { bodies: { with: ['transform', 'motion'] } },
  run({ components }, { bodies }) {
    const { wishX } = components.motion.columns;
    const { x } = components.transform.columns;
    bodies.eachRun((start, end) => {
      for (let e = start; e < end; e++) x[e] = x[e]! + wishX[e]!;
    });
  },
});

describe('a system', () => {
  it('runs over what its queries find, once a tick', () => {
    const small = new SmallWorld({ systems: [drift] });
    const row = small.player(20, 20);
    small.world.components.motion.columns.wishX[row] = 0.5;
    small.tick(3);
    expect(small.world.components.transform.columns.x[row]).toBe(21.5);
  });

  it('sees and changes only what it declares: the compiler refuses the rest', () => {
    const rules = {
      reads: (world: WorldOf<'motion'>) => world.components.motion.columns.wishX[1],
      // @ts-expect-error what is only read is not changed
      changes: (world: WorldOf<'motion'>) => (world.components.motion.columns.wishX[1] = 1),
      // @ts-expect-error what is not declared is not there
      looks: (world: WorldOf<'motion'>) => world.components.vitals,
      // @ts-expect-error nor are tables
      hates: (world: WorldOf<'motion'>) => world.tables.threats,
      // @ts-expect-error a rule is not called by who has less
      calls: (world: WorldOf<'motion'>) => needsVitals(world),
      // @ts-expect-error entities have no list of all components
      lists: (world: WorldOf<'motion'>) => world.store.components,
    };
    expect(Object.keys(rules)).toHaveLength(6);
  });

  it('that reads facts has its own position in the log', () => {
    const seen: number[] = [];
    const reader = (name: string) =>
      defineSystem({
        name,
        budgetUs: 1,
        reads: [],
        writes: [],
        readsFacts: true,
        run({ facts }, _queries, row) {
          for (; row.next < facts.count; row.next++) seen.push(facts.subject[row.next]!);
        },
      });
    const small = new SmallWorld({ systems: [reader('one'), reader('another')] });
    small.world.facts.subject[small.world.facts.claim(5)] = 7;
    small.tick(2);
    expect(seen).toEqual([7, 7]);
  });
});

function needsVitals(world: WorldOf<never, 'vitals'>): void {
  world.components.vitals.columns.health[1] = 1;
}

describe('the game', () => {
  it('has systems with names of their own, in the order of the tick', () => {
    const names = systems.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    // Whoever moves is remembered, and found in the grid, where it came to stand.
    expect(names.indexOf('remember')).toBeGreaterThan(names.indexOf('move-creatures'));
    expect(names.at(-1)).toBe('grid');
  });

  it('hashes every table that says what of it decides the future', () => {
    const hashed = systems.flatMap(({ owns }) => owns.filter(({ eachWord }) => eachWord !== undefined));
    expect(hashed.map(({ name }) => name).sort()).toEqual(
      [
        'calendar',
        'intentList',
        'ledger',
        'letters',
        'listings',
        'lootRolls',
        'npcs',
        'trades',
        'vendorStocks',
        'orders',
        'parties',
        'partyInvitations',
        'playerReports',
        'positionHistory',
        'questHistories',
        'routes',
        'spawns',
        'threats',
      ].sort(),
    );
  });
});

describe('a table', () => {
  it('is made for its world', () => {
    const made: number[] = [];
    const table = defineTable({
      name: 'minds',
      create({ store }) {
        made.push(store.entities.capacity);
        return { thoughts: 0 };
      },
    });
    expect(table.name).toBe('minds');
    table.create(new SmallWorld({ capacity: 12 }).world);
    expect(made).toEqual([12]);
  });
});
