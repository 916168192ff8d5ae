// What creatures leave behind, and how it vanishes. Each of it is a durable fact, so that at any time created - decayed = on
// the ground + picked up.

import type { LootTableDefinition } from '../content/generated/definitions.js';
import { defineSystem, defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { destroyUnits } from '../ledger/stacks.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';
import { layFacts, layNewUnits, pointAtGround } from './lay-units.js';
import type { Laying } from './lay-units.js';

/** How often expiry is looked at: twice a second. */
const expiryIntervalTicks = 30;

class LootCounters {
  /** Rolled items that found no place in the world, or no room to be told of: not created at all. */
  rollsLost = 0;
}

declare module '../engine/registry.js' {
  interface Tables {
    lootCounters: LootCounters;
  }
}

const lootCounters = defineTable({ name: 'lootCounters', create: () => new LootCounters() });

export type LootDrops = Laying & WorldOf<never, 'lootCounters'>;

const deed = new Deed();
const ground = new Bag();

/** Rolls the table and lays what comes of it around a body (a row). `owner`: id of a character, 0 for anyone. */
export function dropLoot(world: LootDrops, table: LootTableDefinition, body: number, owner: number): void {
  const { random, lootCounters: counters } = world.tables;
  for (let i = 0; i < table.rolls.length; i++) {
    const { item, chance, countMin, countMax } = table.rolls[i]!;
    if (!random.loot.chance(chance)) continue;
    const units = random.loot.wholeBetween(countMin, countMax);
    const reservedBefore = world.facts.reservedFacts;
    deed.is(LedgerVerb.kill, owner);
    if (!world.facts.reserve(layFacts)) counters.rollsLost++;
    else if (!layNewUnits(world, deed, item, units, body, owner)) counters.rollsLost++;
    world.facts.release(Math.max(0, world.facts.reservedFacts - reservedBefore));
  }
}

/** What lay too long vanishes. */
export const expireLoot = defineSystem({
  name: 'expire-loot',
  budgetUs: 100,
  reads: [],
  writes: ['entities', 'loot', 'ledger'],
  emits: ['stackChanged'],
  owns: [lootCounters],
  queries: { items: { with: ['loot'] } },
  run(world, { items }) {
    if (world.tick % expiryIntervalTicks !== 0 || world.tables.ledger.isClosed(LedgerVerb.decay)) return;
    const { facts } = world;
    const { expiresTick, counts } = world.components.loot.columns;
    const { runs, runsEnd } = items.refresh();
    deed.is(LedgerVerb.decay, 0);
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        if (expiresTick[e]! > world.tick) continue;
        if (!facts.reserve(1)) return;
        destroyUnits(world, deed, pointAtGround(world, e, ground), 0, counts[e]!);
        world.tables.entities.destroy(e);
      }
  },
});
