// How entities of the game come into being: with which components, and with which values at first. Each returns the
// new entity's id, or 0 when the world is full.

import { EntityKind } from '../vocabulary/vocabulary.js';
import { nameBytesMax } from './components.js';
import type { World } from './world.js';

export interface Place {
  /** Index into `World.maps`. */
  readonly map: number;
  readonly x: number;
  readonly y: number;
  readonly facing: number;
}

export interface NewPlayer extends Place {
  readonly session: number;
  readonly character: number;
  /** UTF-8; what exceeds 24 bytes is cut off. */
  readonly name: Uint8Array;
  readonly level: number;
}

/** Its vitals and combat numbers are all zero until the rules set them. */
export function createPlayer(world: World, player: NewPlayer): number {
  const id = createAt(world, EntityKind.player, player);
  if (id === 0) return 0;
  const place = world.placeOf(id);
  const { identity, motion, player: players, vitals, combat } = world.components;
  identity.columns.level[place] = player.level;
  setName(world, place, player.name);
  motion.add(place);
  motion.columns.radius[place] = world.content.rules.playerRadiusM;
  motion.columns.speed[place] = world.content.rules.playerSpeedMps;
  players.add(place);
  players.columns.session[place] = player.session;
  players.columns.character[place] = player.character;
  players.columns.settledX[place] = player.x;
  players.columns.settledY[place] = player.y;
  vitals.add(place);
  combat.add(place);
  return id;
}

export interface NewCreature extends Place {
  /** Creature id from the content; must exist. */
  readonly template: number;
  readonly level: number;
  /** Index into the map's spawn groups. */
  readonly spawnGroup: number;
}

/** Home is where it is created. Health, power and armour are those of its template at its level. */
export function createCreature(world: World, creature: NewCreature): number {
  const definition = world.content.creatures[creature.template];
  if (definition === undefined) throw new Error(`no creature ${creature.template} in the content`);
  const id = createAt(world, EntityKind.creature, creature);
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

export interface NewLoot extends Place {
  readonly item: number;
  readonly count: number;
  /** Character number, 0 for anyone. */
  readonly owner: number;
}

export function createLoot(world: World, loot: NewLoot): number {
  const id = createAt(world, EntityKind.loot, loot);
  if (id === 0) return 0;
  const place = world.placeOf(id);
  const { identity, loot: loots } = world.components;
  identity.columns.template[place] = loot.item;
  loots.add(place);
  loots.columns.item[place] = loot.item;
  loots.columns.count[place] = loot.count;
  loots.columns.owner[place] = loot.owner;
  loots.columns.ownedUntilTick[place] = world.tick + world.content.rules.lootOwnedTicks;
  loots.columns.expiresTick[place] = world.tick + world.content.rules.lootLifeTicks;
  return id;
}

/** Marks what others see of it as changed in this tick: after any change of level, name or template. */
export function identityChanged(world: World, place: number): void {
  world.components.identity.columns.tick[place] = world.tick;
}

export function setName(world: World, place: number, name: Uint8Array): void {
  const { columns } = world.components.identity;
  const length = Math.min(name.length, nameBytesMax);
  for (let i = 0; i < length; i++) columns.name[place * nameBytesMax + i] = name[i]!;
  columns.nameLength[place] = length;
  identityChanged(world, place);
}

/** The kind is also the group of the entity store, so that entities of a kind lie together. */
function createAt(world: World, kind: EntityKind, at: Place): number {
  const id = world.store.create(kind);
  if (id === 0) return 0;
  const place = world.placeOf(id);
  const { transform, identity } = world.components;
  transform.add(place);
  transform.columns.map[place] = at.map;
  transform.columns.x[place] = at.x;
  transform.columns.y[place] = at.y;
  transform.columns.facing[place] = at.facing;
  identity.add(place);
  identity.columns.kind[place] = kind;
  identity.columns.tick[place] = world.tick;
  return id;
}
