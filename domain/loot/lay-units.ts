// Items come to lie on the ground: created there, or out of somebody's bag.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import type { WorldOf } from '../engine/system.js';
import { Bag } from '../ledger/bag.js';
import type { Deed } from '../ledger/deed.js';
import { createUnits, ledgered, moveUnits, stackFacts } from '../ledger/stacks.js';
import { randomFreeGround, spotNumbers, spotRadius, spotSpread, spotX, spotY } from '../space/free-ground.js';
import { noteLaidOnGround } from '../vocabulary/generated/facts.js';
import { HolderKind, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { createLoot } from './create-loot.js';

/** Metres round a body in which items come to lie, and the room each needs. */
const scatterM = 1.2;
const itemRadiusM = 0.1;
/** Share of the entities that may be items on the ground, so that litter never keeps players and creatures out. */
const lootShare = 0.25;
/** Durable facts that laying something down writes at most. */
export const layFacts = stackFacts + 1;

export const laying = defineAccess({
  rules: [ledgered],
  writes: ['entities', 'transform', 'identity', 'loot', 'random'],
  emits: ['stackChanged', 'laidOnGround'],
});
export type Laying = WorldFor<typeof laying>;

const spot = new Float64Array(spotNumbers);
/** Reused: filled and handed over at once. */
const laid = { map: 0, x: 0, y: 0, facing: 0, item: 0, owner: 0 };
const ground = new Bag();

export function pointAtGround(world: WorldOf<never, 'loot'>, row: number, bag: Bag): Bag {
  return bag.pointAt(world.components.loot.columns, row, 1).of(HolderKind.ground, 0, world.idAt(row));
}

/** New units around a body (a row), for a character alone for a while, or for anybody (0). Its row, 0 when there is no room. */
export function layNewUnits(
  world: Laying,
  deed: Deed,
  item: number,
  units: number,
  body: number,
  owner: number,
): number {
  const row = layNothingYet(world, item, body, owner);
  if (row === 0) return 0;
  createUnits(world, deed, pointAtGround(world, row, ground), 0, item, units);
  noteLaid(world, row);
  return row;
}

/** Units of a slot around a body. Room for `layFacts` is reserved. */
export function layUnits(
  world: Laying,
  deed: Deed,
  from: Bag,
  slot: number,
  units: number,
  body: number,
  owner: number,
): Verdict {
  const row = layNothingYet(world, from.itemAt(slot), body, owner);
  if (row === 0) return RefusalReason.busy;
  moveUnits(world, deed, from, slot, pointAtGround(world, row, ground), 0, units);
  noteLaid(world, row);
  return allowed;
}

/** The row of what lies on free ground near a body, with no stack in it yet. 0 when there is too much already. */
function layNothingYet(world: Laying, item: number, body: number, owner: number): number {
  const { transform, loot } = world.components;
  if (loot.count >= Math.floor(world.store.entities.capacity * lootShare)) return 0;
  const map = transform.columns.map[body]!;
  spot[spotX] = transform.columns.x[body]!;
  spot[spotY] = transform.columns.y[body]!;
  spot[spotSpread] = scatterM;
  spot[spotRadius] = itemRadiusM;
  randomFreeGround(world.maps[map]!, spot, world.tables.random.loot);
  laid.map = map;
  laid.x = spot[spotX];
  laid.y = spot[spotY];
  laid.item = item;
  laid.owner = owner;
  const id = createLoot(world, laid);
  return id === 0 ? 0 : world.rowOf(id);
}

/** Where it lies, for whom and for how long. Writes 1 fact. */
export function noteLaid(world: Laying, row: number): void {
  const { transform, loot } = world.components;
  const { map, x, y } = transform.columns;
  const { instances, owner, expiresTick } = loot.columns;
  noteLaidOnGround(
    world.facts,
    world.idAt(row),
    instances[row]!,
    world.maps[map[row]!]!.definition.id,
    x[row]!,
    y[row]!,
    owner[row]!,
    expiresTick[row]! - world.tick,
  );
}
