// How a creature comes into being.

import { createEntity } from '../body/create-entity.js';
import type { Standpoint } from '../body/create-entity.js';
import type { WorldOf } from '../engine/system.js';
import { EntityKind } from '../vocabulary/generated/words.js';

export interface NewCreature extends Standpoint {
  /** Creature id from the content; must exist. */
  readonly template: number;
  readonly level: number;
  /** Index into the map's spawn groups. */
  readonly spawnGroup: number;
}

/**
 * Home is where it is created. Health, power and armour are those of its template at its level. Returns its id, 0 when the
 * world is full.
 */
export function createCreature(
  world: WorldOf<
    never,
    'entities' | 'transform' | 'identity' | 'motion' | 'creature' | 'route' | 'vitals' | 'combat'
  >,
  creature: NewCreature,
): number {
  const definition = world.content.creatures[creature.template];
  if (definition === undefined) throw new Error(`no creature ${creature.template} in the content`);
  const id = createEntity(world, EntityKind.creature, creature);
  if (id === 0) return 0;
  const row = world.rowOf(id);
  const { identity, motion, creature: creatures, route, vitals, combat } = world.components;
  const levels = creature.level - definition.levelMin;
  identity.columns.template[row] = creature.template;
  identity.columns.level[row] = creature.level;
  motion.add(row);
  motion.columns.radius[row] = definition.radiusM;
  motion.columns.speed[row] = definition.walkSpeedMps;
  creatures.add(row);
  creatures.columns.spawnGroup[row] = creature.spawnGroup;
  creatures.columns.homeX[row] = creature.x;
  creatures.columns.homeY[row] = creature.y;
  creatures.columns.stateTick[row] = world.tick;
  route.add(row);
  vitals.add(row);
  const health = definition.healthMax + levels * definition.healthPerLevel;
  vitals.columns.healthMax[row] = health;
  vitals.columns.health[row] = health;
  combat.add(row);
  combat.columns.power[row] = definition.power + levels * definition.powerPerLevel;
  combat.columns.armour[row] = definition.armour;
  return id;
}
