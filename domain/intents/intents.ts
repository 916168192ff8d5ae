// What players ask for between ticks - to use a skill, to stand up again - is noted and decided
// within the next tick, in the order of asking. One intent of each kind at a time: a second one is refused as busy, so
// that a client can not queue work here. All players are named by row.

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

export function intendSkill(world: Asking, row: number, skill: number, target: number): Verdict {
  const { columns } = world.components.intents;
  if (skill === 0) return RefusalReason.unknownSkill;
  if (columns.skill[row] !== 0) return RefusalReason.busy;
  columns.skill[row] = skill;
  columns.skillTarget[row] = target;
  list(world, row);
  return allowed;
}

export function intendRespawn(world: Asking, row: number): Verdict {
  world.components.intents.columns.respawn[row] = 1;
  list(world, row);
  return allowed;
}

function list(world: Asking, row: number): void {
  const { isListed } = world.components.intents.columns;
  if (isListed[row] !== 0) return;
  isListed[row] = 1;
  const { intentList: table } = world.tables;
  table.entities[table.count++] = world.idAt(row);
}

/** Its session is gone: what no tick has decided ends with it. */
export function dropIntents(world: Asking, row: number): void {
  const { columns } = world.components.intents;
  columns.skill[row] = 0;
  columns.skillTarget[row] = 0;
  columns.respawn[row] = 0;
  if (columns.isListed[row] === 0) return;
  columns.isListed[row] = 0;
  const { entities, count } = world.tables.intentList;
  const id = world.idAt(row);
  for (let i = 0; i < count; i++) if (entities[i] === id) entities[i] = 0;
}
