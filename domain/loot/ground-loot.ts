// What creatures leave behind. Each of it is a durable fact, as is its end (expire-loot), so that at any time created -
// decayed = on the ground + picked up.

import type { LootTableDefinition } from '../content/generated/definitions.js';
import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { defineTable } from '../engine/system.js';
import { Deed } from '../ledger/deed.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';
import { isWanted } from '../quests/wanted-items.js';
import { layFacts, layNewUnits, laying } from './lay-units.js';

class LootCounters {
  /** Rolled items that found no place in the world, or no room to be told of: not created at all. */
  rollsLost = 0;
}

declare module '../engine/registry.js' {
  interface Tables {
    lootCounters: LootCounters;
  }
}

export const lootCounters = defineTable({ name: 'lootCounters', create: () => new LootCounters() });

export const lootDrops = defineAccess({
  rules: [laying],
  reads: ['characters', 'player', 'inventory', 'quests'],
  writes: ['lootCounters'],
});
type LootDrops = WorldFor<typeof lootDrops>;

const deed = new Deed();

/** Rolls the table and lays what comes of it around a body (a row). `owner`: id of a character, 0 for anyone. */
export function dropLoot(world: LootDrops, table: LootTableDefinition, body: number, owner: number): void {
  const { random, lootCounters: counters } = world.tables;
  for (let i = 0; i < table.rolls.length; i++) {
    const { item, chance, countMin, countMax } = table.rolls[i]!;
    if (!random.loot.chance(chance) || !mayFall(world, item, owner)) continue;
    const units = random.loot.wholeBetween(countMin, countMax);
    const reservedBefore = world.facts.reservedFacts;
    deed.is(LedgerVerb.kill, owner);
    if (!world.facts.reserve(layFacts)) counters.rollsLost++;
    else if (!layNewUnits(world, deed, item, units, body, owner)) counters.rollsLost++;
    world.facts.release(Math.max(0, world.facts.reservedFacts - reservedBefore));
  }
}

/** What is wanted for a quest falls for who wants it. */
function mayFall(world: LootDrops, item: number, owner: number): boolean {
  if (world.content.items[item]?.kind !== 'quest') return true;
  const row = world.tables.characters.rowOf(owner);
  return row !== 0 && isWanted(world, row, item);
}
