// What the ground does to those who stand on it: safe zones mark them, portals carry players to another map.

import type { Portal } from '../content/generated/map-objects.js';
import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { noteTravelled } from '../vocabulary/generated/facts.js';
import { teleport } from './movement.js';

type Zoned = WorldOf<'dead', 'transform' | 'player' | 'safe'>;

/**
 * After movement: the living who stand on a portal appear at its target; then the `safe` tag of every player is whether
 * it stands in a safe zone.
 */
export const zones = defineSystem({
  name: 'portals',
  budgetUs: 400,
  reads: ['dead'],
  writes: ['transform', 'player', 'safe'],
  emits: ['travelled'],
  queries: { players: { with: ['transform', 'player'] } },
  run(world, { players }) {
    const { safe, transform } = world.components;
    const { map, x, y } = transform.columns;
    const { runs, runsEnd } = players.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        const zoned = world.maps[map[e]!]!.zoned.has(Math.floor(x[e]!), Math.floor(y[e]!));
        if (zoned || safe.has(e)) apply(world, e);
      }
  },
});

function apply(world: Zoned, row: number): void {
  const { maps, components } = world;
  const { dead, safe } = components;
  const { map, x, y } = components.transform.columns;
  const portal = maps[map[row]!]!.portal(x[row]!, y[row]!);
  if (portal !== undefined && !dead.has(row)) travel(world, row, portal);
  const inside = maps[map[row]!]!.isSafe(x[row]!, y[row]!);
  if (inside) safe.add(row);
  else safe.remove(row);
}

function travel(world: Zoned, row: number, portal: Portal): void {
  const { maps, content, facts } = world;
  const target = maps[content.mapIndex(portal.targetMapKey)];
  const spawn = target?.spawnPoint(portal.targetSpawnKey);
  if (target === undefined || spawn === undefined)
    throw new Error(
      `portal ${portal.key} leads to ${portal.targetMapKey}/${portal.targetSpawnKey}, which is not there`,
    );
  // Too busy to tell of it: the portal is still there in the next tick.
  if (!facts.reserve(1)) return;
  teleport(world, row, target.index, spawn.x, spawn.y, spawn.facing);
  noteTravelled(facts, world.idAt(row), target.index, spawn.x, spawn.y);
}
