// What players ask for between ticks - to use a skill, to pick something up, to stand up again - is noted and decided
// within the next tick, in the order of asking. One intent of each kind at a time: a second one is refused as busy, so
// that a client can not queue work here. All players are named by place.

import { defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { RefusalReason } from '../vocabulary/generated/words.js';

export interface IntentList {
  /** Ids of those who ask for something, in the order in which they began to; 0 for one who asks no more. */
  readonly entities: Uint32Array;
  count: number;
}

declare module '../engine/registry.js' {
  interface Tables {
    intentList: IntentList;
  }
}

/** Each player stands in it once at most. */
export const intentList = defineTable({
  name: 'intentList',
  create: ({ store }) => ({ entities: new Uint32Array(store.entities.capacity + 1), count: 0 }),
  eachWord({ entities, count }, visit) {
    for (let i = 0; i < count; i++) visit(entities[i]!);
  },
});

export type Asking = WorldOf<never, 'intents' | 'intentList'>;

export function intendSkill(world: Asking, place: number, skill: number, target: number): Verdict {
  const { columns } = world.components.intents;
  if (skill === 0) return RefusalReason.unknownSkill;
  if (columns.skill[place] !== 0) return RefusalReason.busy;
  columns.skill[place] = skill;
  columns.skillTarget[place] = target;
  list(world, place);
  return allowed;
}

export function intendPickUp(world: Asking, place: number, loot: number): Verdict {
  const { columns } = world.components.intents;
  if (loot === 0) return RefusalReason.unknownTarget;
  if (columns.loot[place] !== 0) return RefusalReason.busy;
  columns.loot[place] = loot;
  list(world, place);
  return allowed;
}

export function intendRespawn(world: Asking, place: number): Verdict {
  world.components.intents.columns.respawn[place] = 1;
  list(world, place);
  return allowed;
}

function list(world: Asking, place: number): void {
  const { isListed } = world.components.intents.columns;
  if (isListed[place] !== 0) return;
  isListed[place] = 1;
  const { intentList: table } = world.tables;
  table.entities[table.count++] = world.idAt(place);
}

/** Its session is gone: what no tick has decided ends with it. */
export function dropIntents(world: Asking, place: number): void {
  const { columns } = world.components.intents;
  columns.skill[place] = 0;
  columns.skillTarget[place] = 0;
  columns.loot[place] = 0;
  columns.respawn[place] = 0;
  if (columns.isListed[place] === 0) return;
  columns.isListed[place] = 0;
  const { entities, count } = world.tables.intentList;
  const id = world.idAt(place);
  for (let i = 0; i < count; i++) if (entities[i] === id) entities[i] = 0;
}
