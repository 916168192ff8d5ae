// What creatures leave behind. Each of it is a durable fact, as is its end (expire-loot), so that at any time created -
// decayed = on the ground + picked up.

import type { LootRoll, LootTableDefinition } from '../content/generated/definitions.js';
import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { defineTable } from '../engine/system.js';
import { Deed } from '../ledger/deed.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';
import { isWanted } from '../quests/wanted-items.js';
import { lootOthersMax } from './columns.js';
import { layFacts, layNewUnits, laying } from './lay-units.js';
import type { LootClaim } from './loot-claim.js';
import { beginRoll, rolling } from './roll-for-loot.js';

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
  rules: [laying, rolling],
  reads: ['characters', 'player', 'inventory', 'quests'],
  writes: ['lootCounters'],
});
type LootDrops = WorldFor<typeof lootDrops>;

const deed = new Deed();

/** Rolls the table and lays what comes of it around a body (a row). */
export function dropLoot(world: LootDrops, table: LootTableDefinition, body: number, claim: LootClaim): void {
  const { random } = world.tables;
  for (let i = 0; i < table.rolls.length; i++) {
    const roll = table.rolls[i]!;
    if (!random.loot.chance(roll.chance)) continue;
    const item = world.content.items[roll.item];
    if (item?.kind === 'quest') dropForQuests(world, roll, body, claim);
    else if (claim.rollsFor(item?.stackMax ?? 0)) dropForRoll(world, roll, body, claim);
    else drop(world, roll, body, claim.nextOwner(), claim.isShared ? claim : undefined);
  }
}

/** What is wanted for a quest falls for each who wants it, and for nobody else. */
function dropForQuests(world: LootDrops, roll: LootRoll, body: number, claim: LootClaim): void {
  if (claim.count === 0) dropIfWanted(world, roll, body, claim.owner);
  for (let i = 0; i < claim.count; i++) dropIfWanted(world, roll, body, claim.members[i]!);
}

function dropIfWanted(world: LootDrops, roll: LootRoll, body: number, owner: number): void {
  const row = world.tables.characters.rowOf(owner);
  if (row !== 0 && isWanted(world, row, roll.item)) drop(world, roll, body, owner, undefined);
}

function dropForRoll(world: LootDrops, roll: LootRoll, body: number, claim: LootClaim): void {
  const row = drop(world, roll, body, claim.owner, undefined);
  if (row !== 0) beginRoll(world, row, claim);
}

/** `shared`: whose members may take it besides its owner. Its row, 0 when there was no room. */
function drop(
  world: LootDrops,
  { item, countMin, countMax }: LootRoll,
  body: number,
  owner: number,
  shared: LootClaim | undefined,
): number {
  const { random, lootCounters: counters } = world.tables;
  const units = random.loot.wholeBetween(countMin, countMax);
  const reservedBefore = world.facts.reservedFacts;
  deed.is(LedgerVerb.kill, owner);
  const row = world.facts.reserve(layFacts) ? layNewUnits(world, deed, item, units, body, owner) : 0;
  if (row === 0) counters.rollsLost++;
  else if (shared !== undefined) shareWith(world, row, shared);
  world.facts.release(Math.max(0, world.facts.reservedFacts - reservedBefore));
  return row;
}

function shareWith({ components }: LootDrops, row: number, { owner, members, count }: LootClaim): void {
  const { others } = components.loot.columns;
  let at = row * lootOthersMax;
  for (let i = 0; i < count; i++) if (members[i] !== owner) others[at++] = members[i]!;
}
