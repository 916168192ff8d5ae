// The game: all nouns with columns, and all systems in the order of the tick. The only file that names them all. Budgets,
// the access table, the tables of a world and its hash follow from this list.

// What declares parts of a world: named for the compiler of those who import this file.
import './ai/columns.js';
import './ai/routes.js';
import './ai/think.js';
import './ai/wakefulness.js';
import './body/columns.js';
import './body/movement.js';
import './body/players-on-map.js';
import './body/position-history.js';
import './body/rebuild-grid.js';
import './combat/columns.js';
import './combat/threats-table.js';
import './intents/columns.js';
import './intents/intents.js';
import './inventory/columns.js';
import './loot/columns.js';
import './loot/ground-loot.js';
import './player/characters.js';
import './progression/columns.js';
import './quests/columns.js';
import './respawn/spawn-creatures.js';
import './skills/columns.js';
import './world/world.js';

import { aiColumns } from './ai/columns.js';
import { fightAsCreatures } from './ai/fight.js';
import { findPaths } from './ai/routes.js';
import { steerAndMove } from './ai/steer.js';
import { think } from './ai/think.js';
import { wake } from './ai/wake.js';
import { bodyColumns } from './body/columns.js';
import { movePlayersSystem } from './body/move-players.js';
import { remember } from './body/position-history.js';
import { rebuildGrid } from './body/rebuild-grid.js';
import { zones } from './body/zones.js';
import { combatColumns } from './combat/columns.js';
import { regeneration } from './combat/regeneration.js';
import { settleDeaths } from './deaths/settle-deaths.js';
import type { Layouts } from './engine/ecs/layouts.js';
import type { System } from './engine/system.js';
import { intentColumns } from './intents/columns.js';
import { decideIntents } from './intents/decide.js';
import { inventoryColumns } from './inventory/columns.js';
import { lootColumns } from './loot/columns.js';
import { expireLoot } from './loot/ground-loot.js';
import { progressionColumns } from './progression/columns.js';
import { questColumns } from './quests/columns.js';
import { reviveAutomatically } from './respawn/revive.js';
import { spawnCreatures } from './respawn/spawn-creatures.js';
import { skillColumns } from './skills/columns.js';
import { worldHash } from './world/world-hash.js';
import { World } from './world/world.js';
import type { WorldOptions, WorldParts } from './world/world.js';

const layouts: readonly Layouts[] = [
  bodyColumns,
  combatColumns,
  aiColumns,
  lootColumns,
  inventoryColumns,
  progressionColumns,
  questColumns,
  skillColumns,
  intentColumns,
];

/** One after another in every tick. */
export const systems: readonly System[] = [
  movePlayersSystem,
  zones,
  decideIntents,
  wake,
  think,
  findPaths,
  steerAndMove,
  fightAsCreatures,
  settleDeaths,
  regeneration,
  reviveAutomatically,
  spawnCreatures,
  expireLoot,
  remember,
  rebuildGrid,
];

/** The parts of a world in which these systems can run. Every component is there, whoever uses it. */
export function partsOf(chosen: readonly System[]): WorldParts {
  return { layouts, tables: chosen.flatMap(({ owns }) => owns) };
}

/** A world with all parts of the game. */
export type GameWorld = World;

export function createWorld(options: WorldOptions): GameWorld {
  return new World(options, partsOf(systems));
}

/** A fingerprint of everything in the world that decides what happens next. Slow. */
export function hashWorld(world: GameWorld): string {
  return worldHash(world, partsOf(systems).tables);
}
