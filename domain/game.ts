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
import './chat/columns.js';
import './chat/spoken-lines.js';
import './combat/columns.js';
import './combat/threats-table.js';
import './crafting/columns.js';
import './intents/columns.js';
import './intents/intents.js';
import './inventory/columns.js';
import './ledger/ledger-table.js';
import './loot/columns.js';
import './loot/ground-loot.js';
import './loot/loot-rolls.js';
import './npcs/columns.js';
import './npcs/place-npcs.js';
import './mail/calendar.js';
import './mail/directory.js';
import './mail/letters.js';
import './market/listings.js';
import './orders/columns.js';
import './orders/orders.js';
import './party/invitations.js';
import './party/parties.js';
import './player/characters.js';
import './progression/columns.js';
import './quest-log/columns.js';
import './quest-log/completed-quests.js';
import './reports/player-reports.js';
import './respawn/spawns.js';
import './skills/columns.js';
import './trade/columns.js';
import './trade/trades.js';
import './vendors/vendor-stocks.js';
import './world/world.js';

import { aiColumns } from './ai/columns.js';
import { fightAsCreatures } from './ai/fight.js';
import { findPaths } from './ai/routes.js';
import { steerAndMove } from './ai/steer.js';
import { think } from './ai/think.js';
import { wake } from './ai/wake.js';
import { bodyColumns } from './body/columns.js';
import { movePlayersSystem } from './body/move-players.js';
import { remember } from './body/remember-positions.js';
import { rebuildGrid } from './body/rebuild-grid.js';
import { zones } from './body/zones.js';
import { chatColumns } from './chat/columns.js';
import { combatColumns } from './combat/columns.js';
import { regeneration } from './combat/regeneration.js';
import { advanceCrafting } from './crafting/advance-crafting.js';
import { craftingColumns } from './crafting/columns.js';
import { settleDeaths } from './deaths/settle-deaths.js';
import type { ColumnLayout } from './engine/ecs/columns.js';
import type { ComponentName, System } from './engine/system.js';
import { intentColumns } from './intents/columns.js';
import { decideIntents } from './intents/decide.js';
import { inventoryColumns } from './inventory/columns.js';
import { lootColumns } from './loot/columns.js';
import { npcColumns } from './npcs/columns.js';
import { placeNpcs } from './npcs/place-npcs.js';
import { orderColumns } from './orders/columns.js';
import { decideOrders } from './decisions/decide-orders.js';
import { expireLetters } from './mail/expire-letters.js';
import { expireListings } from './market/expire-listings.js';
import { decideRolls } from './loot/decide-rolls.js';
import { expireLoot } from './loot/expire-loot.js';
import { watchParties } from './party/watch-parties.js';
import { progressionColumns } from './progression/columns.js';
import { questLogColumns } from './quest-log/columns.js';
import { followQuests } from './quests/follow-quests.js';
import { forgetSaid } from './reports/forget-said.js';
import { reviveAutomatically } from './respawn/revive-automatically.js';
import { spawnCreatures } from './respawn/spawn-creatures.js';
import { skillColumns } from './skills/columns.js';
import { tradeColumns } from './trade/columns.js';
import { watchTrades } from './trade/watch-trades.js';
import { worldHash } from './world/world-hash.js';
import { World } from './world/world.js';
import type { WorldOptions, WorldParts } from './world/world.js';

/** Of all components that nouns declare: one that is missing here does not compile. */
const components: { readonly [Name in ComponentName]: ColumnLayout } = {
  ...bodyColumns,
  ...combatColumns,
  ...aiColumns,
  ...lootColumns,
  ...inventoryColumns,
  ...progressionColumns,
  ...questLogColumns,
  ...skillColumns,
  ...craftingColumns,
  ...intentColumns,
  ...orderColumns,
  ...npcColumns,
  ...tradeColumns,
  ...chatColumns,
};

/** One after another in every tick. */
export const systems: readonly System[] = [
  movePlayersSystem,
  zones,
  decideIntents,
  watchTrades,
  decideOrders,
  wake,
  think,
  findPaths,
  steerAndMove,
  fightAsCreatures,
  settleDeaths,
  advanceCrafting,
  followQuests,
  regeneration,
  reviveAutomatically,
  placeNpcs,
  spawnCreatures,
  decideRolls,
  expireLoot,
  expireLetters,
  expireListings,
  watchParties,
  forgetSaid,
  remember,
  rebuildGrid,
];

/** The parts of a world in which these systems can run. Every component is there, whoever uses it. */
export function partsOf(chosen: readonly System[]): WorldParts {
  return { layouts: components, tables: chosen.flatMap(({ owns }) => owns) };
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
