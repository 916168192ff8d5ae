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
  const place = world.placeOf(id);
  const { identity, motion, creature: creatures, route, vitals, combat } = world.components;
  const levels = creature.level - definition.levelMin;
  identity.columns.template[place] = creature.template;
  identity.columns.level[place] = creature.level;
  motion.add(place);
  motion.columns.radius[place] = definition.radiusM;
  motion.columns.speed[place] = definition.walkSpeedMps;
  creatures.add(place);
  creatures.columns.spawnGroup[place] = creature.spawnGroup;
  creatures.columns.homeX[place] = creature.x;
  creatures.columns.homeY[place] = creature.y;
  creatures.columns.stateTick[place] = world.tick;
  route.add(place);
  vitals.add(place);
  const health = definition.healthMax + levels * definition.healthPerLevel;
  vitals.columns.healthMax[place] = health;
  vitals.columns.health[place] = health;
  combat.add(place);
  combat.columns.power[place] = definition.power + levels * definition.powerPerLevel;
  combat.columns.armour[place] = definition.armour;
  return id;
}
