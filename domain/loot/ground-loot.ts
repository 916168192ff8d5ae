// Items on the ground: how they get there, who may take them, and when they vanish. Each of it is a durable fact, so that at
// any time dropped - expired = on the ground + picked up.

import type { LootTableDefinition } from '../content/generated/definitions.js';
import { defineSystem, defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { inventorySlots } from '../inventory/columns.js';
import { addItems, touched } from '../inventory/inventory.js';
import { randomFreeGround, spotNumbers, spotRadius, spotSpread, spotX, spotY } from '../space/free-ground.js';
import { noteItemDropped, noteItemExpired, noteItemTaken } from '../vocabulary/generated/facts.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { createLoot } from './create-loot.js';

/** Metres round the body in which its items come to lie, and the room each needs. */
const scatterM = 1.2;
const itemRadiusM = 0.1;
/** How often expiry is looked at: twice a second. */
const expiryIntervalTicks = 30;
/** Share of the entities that may be items on the ground, so that litter never keeps players and creatures out. */
const lootShare = 0.25;

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

export type LootDrops = WorldOf<
  never,
  'entities' | 'transform' | 'identity' | 'loot' | 'random' | 'lootCounters'
>;

const ground = new Float64Array(spotNumbers);
/** Reused: filled and handed over at once. */
const laid = { map: 0, x: 0, y: 0, facing: 0, item: 0, count: 0, owner: 0 };

/** Rolls the table and lays what comes of it around a body. `owner` is a character's number, 0 for anyone. */
export function dropLoot(world: LootDrops, table: LootTableDefinition, body: number, owner: number): void {
  const random = world.tables.random.loot;
  for (let i = 0; i < table.rolls.length; i++) {
    const { item, chance, countMin, countMax } = table.rolls[i]!;
    if (random.chance(chance)) layItems(world, item, random.wholeBetween(countMin, countMax), body, owner);
  }
}

function layItems(world: LootDrops, item: number, count: number, body: number, owner: number): void {
  const { store, facts } = world;
  const { transform, loot } = world.components;
  const { lootCounters: counters, random } = world.tables;
  if (loot.count >= Math.floor(store.entities.capacity * lootShare) || !facts.reserve(1)) {
    counters.rollsLost++;
    return;
  }
  const map = transform.columns.map[body]!;
  ground[spotX] = transform.columns.x[body]!;
  ground[spotY] = transform.columns.y[body]!;
  ground[spotSpread] = scatterM;
  ground[spotRadius] = itemRadiusM;
  randomFreeGround(world.maps[map]!, ground, random.loot);
  laid.map = map;
  laid.x = ground[spotX];
  laid.y = ground[spotY];
  laid.item = item;
  laid.count = count;
  laid.owner = owner;
  const id = createLoot(world, laid);
  if (id === 0) {
    counters.rollsLost++;
    facts.release(1);
  } else noteItemDropped(facts, world.idAt(body), id, item, count);
}

/** Why `picker` may not take what lies at `item`; both are places, `item` 0 for an id that names nothing. */
export function pickUpRefusal(
  world: WorldOf<'transform' | 'loot' | 'dead' | 'player'>,
  picker: number,
  item: number,
): Verdict {
  const { transform, loot, dead, player } = world.components;
  if (dead.has(picker)) return RefusalReason.dead;
  if (item === 0) return RefusalReason.unknownTarget;
  const { map, x, y } = transform.columns;
  if (map[picker] !== map[item]) return RefusalReason.unknownTarget;
  if (!loot.has(item)) return RefusalReason.invalidTarget;
  const dx = x[item]! - x[picker]!;
  const dy = y[item]! - y[picker]!;
  const reach = world.content.rules.pickUpRangeM;
  if (dx * dx + dy * dy > reach * reach) return RefusalReason.outOfRange;
  const owner = loot.columns.owner[item]!;
  const owned = owner !== 0 && loot.columns.ownedUntilTick[item]! > world.tick;
  return owned && owner !== player.columns.character[picker] ? RefusalReason.notYours : allowed;
}

/** Moves as many units as fit; the rest stays on the ground. `picker` and `item` are places. */
export function takeLoot(
  world: WorldOf<never, 'loot' | 'inventory' | 'entities'>,
  picker: number,
  item: number,
): Verdict {
  const { facts, components } = world;
  if (!facts.reserve(inventorySlots)) return RefusalReason.busy;
  const { item: items, count } = components.loot.columns;
  const stackMax = world.content.items[items[item]!]?.stackMax ?? 1;
  const taken = addItems(components.inventory.columns, picker, items[item]!, count[item]!, stackMax);
  for (let i = 0; i < touched.count; i++)
    noteItemTaken(
      facts,
      world.idAt(item),
      world.idAt(picker),
      // Items on the ground are not told apart yet.
      0,
      items[item]!,
      touched.slots[i]!,
      touched.units[i]!,
    );
  facts.release(inventorySlots - touched.count);
  if (taken === 0) return RefusalReason.inventoryFull;
  count[item] = count[item]! - taken;
  if (count[item] === 0) world.tables.entities.destroy(item);
  return allowed;
}

/** What lay too long vanishes. */
export const expireLoot = defineSystem({
  name: 'expire-loot',
  budgetUs: 100,
  reads: [],
  writes: ['entities', 'loot'],
  emits: ['itemExpired'],
  owns: [lootCounters],
  queries: { items: { with: ['loot'] } },
  run(world, { items }) {
    if (world.tick % expiryIntervalTicks !== 0) return;
    const { facts } = world;
    const { expiresTick, item, count } = world.components.loot.columns;
    const { runs, runsEnd } = items.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        if (expiresTick[e]! > world.tick) continue;
        if (!facts.reserve(1)) return;
        noteItemExpired(facts, world.idAt(e), item[e]!, count[e]!);
        world.tables.entities.destroy(e);
      }
  },
});
