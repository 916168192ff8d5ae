// Items on the ground: how they get there, who may take them, and when they vanish. Each of it is a durable fact, so that at
// any time dropped - expired = on the ground + picked up.

import type { LootTableDefinition } from '../content/generated/definitions.js';
import type { Query } from '../engine/ecs/query.js';
import { noteItemTaken, noteItemDropped, noteItemExpired } from '../vocabulary/generated/facts.js';
import { RefusalReason } from '../vocabulary/vocabulary.js';
import { addItems } from '../inventory/inventory.js';
import type { Inventory } from '../inventory/inventory.js';
import { allowed } from '../skills/skill-refusal.js';
import type { Verdict } from '../skills/skill-refusal.js';
import { createLoot } from '../world/create-entities.js';
import { randomFreeGround, spotNumbers, spotRadius, spotSpread, spotX, spotY } from '../space/free-ground.js';
import type { World } from '../world/world.js';

/** Metres round the body in which its items come to lie, and the room each needs. */
const scatterM = 1.2;
const itemRadiusM = 0.1;
/** How often expiry is looked at: twice a second. */
const expiryIntervalTicks = 30;

const ground = new Float64Array(spotNumbers);
/** Reused: filled and handed over at once. */
const laid = { map: 0, x: 0, y: 0, facing: 0, item: 0, count: 0, owner: 0 };

export class GroundLoot {
  /** Rolled items that found no place in the world, or no room to be told of: not created at all. */
  rollsLost = 0;
  readonly items: Query;

  /** `entitiesMax`: most items lying at a time; players and creatures need places too. */
  constructor(
    readonly world: World,
    readonly entitiesMax: number,
  ) {
    this.items = world.store.query({ with: [world.components.loot] });
  }

  /** Rolls the table and lays what comes of it around a body. `owner` is a character's number, 0 for anyone. */
  drop(table: LootTableDefinition, body: number, owner: number): void {
    const random = this.world.random.loot;
    for (let i = 0; i < table.rolls.length; i++) {
      const { item, chance, countMin, countMax } = table.rolls[i]!;
      if (random.chance(chance)) this.#lay(item, random.wholeBetween(countMin, countMax), body, owner);
    }
  }

  #lay(item: number, count: number, body: number, owner: number): void {
    const { world } = this;
    const { transform, loot } = world.components;
    if (loot.count >= this.entitiesMax || !world.facts.reserve(1)) {
      this.rollsLost++;
      return;
    }
    const map = transform.columns.map[body]!;
    ground[spotX] = transform.columns.x[body]!;
    ground[spotY] = transform.columns.y[body]!;
    ground[spotSpread] = scatterM;
    ground[spotRadius] = itemRadiusM;
    randomFreeGround(world.maps[map]!, ground, world.random.loot);
    laid.map = map;
    laid.x = ground[spotX];
    laid.y = ground[spotY];
    laid.item = item;
    laid.count = count;
    laid.owner = owner;
    const id = createLoot(world, laid);
    if (id === 0) {
      this.rollsLost++;
      world.facts.release(1);
    } else noteItemDropped(world.facts, world.idAt(body), id, item, count);
  }

  /** Why `picker` may not take what lies at `item`; both are places, `item` 0 for an id that names nothing. */
  refusal(picker: number, item: number): Verdict {
    const { world } = this;
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
  take(picker: number, item: number, inventory: Inventory): Verdict {
    const { world } = this;
    const { facts } = world;
    if (!facts.reserve(1)) return RefusalReason.busy;
    const { item: items, count } = world.components.loot.columns;
    const stackMax = world.content.items[items[item]!]?.stackMax ?? 1;
    const taken = addItems(inventory, items[item]!, count[item]!, stackMax);
    if (taken === 0) {
      facts.release(1);
      return RefusalReason.inventoryFull;
    }
    noteItemTaken(facts, world.idAt(item), world.idAt(picker), items[item]!, taken);
    count[item] = count[item]! - taken;
    if (count[item] === 0) world.store.destroy(item);
    return allowed;
  }

  /** Once a tick: what lay too long vanishes. */
  expire(): void {
    const { world } = this;
    if (world.tick % expiryIntervalTicks !== 0) return;
    const { facts } = world;
    const { expiresTick, item, count } = world.components.loot.columns;
    const { runs, runsEnd } = this.items.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        if (expiresTick[e]! > world.tick) continue;
        if (!facts.reserve(1)) return;
        noteItemExpired(facts, world.idAt(e), item[e]!, count[e]!);
        world.store.destroy(e);
      }
  }
}
