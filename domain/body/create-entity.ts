// How entities of the game come into being: a place, and what others see of it. Nouns add what makes it theirs.

import type { WorldOf } from '../engine/system.js';
import type { EntityKind } from '../vocabulary/generated/words.js';
import { nameBytesMax } from './columns.js';

export interface Standpoint {
  /** Index into `World.maps`. */
  readonly map: number;
  readonly x: number;
  readonly y: number;
  readonly facing: number;
}

/** The id of the new entity, or 0 when the world is full. The kind is also the group of the entity store, so that entities of a kind lie together. */
export function createEntity(
  world: WorldOf<never, 'entities' | 'transform' | 'identity'>,
  kind: EntityKind,
  at: Standpoint,
): number {
  const id = world.tables.entities.create(kind);
  if (id === 0) return 0;
  const row = world.rowOf(id);
  const { transform, identity } = world.components;
  transform.add(row);
  transform.columns.map[row] = at.map;
  transform.columns.x[row] = at.x;
  transform.columns.y[row] = at.y;
  transform.columns.facing[row] = at.facing;
  identity.add(row);
  identity.columns.kind[row] = kind;
  identity.columns.tick[row] = world.tick;
  return id;
}

/** Marks what others see of it as changed in this tick: after any change of level, name or template. */
export function identityChanged(world: WorldOf<never, 'identity'>, row: number): void {
  world.components.identity.columns.tick[row] = world.tick;
}

/** UTF-8; what exceeds 24 bytes is cut off. */
export function setName(world: WorldOf<never, 'identity'>, row: number, name: Uint8Array): void {
  const { columns } = world.components.identity;
  const length = Math.min(name.length, nameBytesMax);
  for (let i = 0; i < length; i++) columns.name[row * nameBytesMax + i] = name[i]!;
  columns.nameLength[row] = length;
  identityChanged(world, row);
}
