// How a player's character comes into the world, before it is what its sheet says.

import { createEntity, setName } from '../body/create-entity.js';
import type { Standpoint } from '../body/create-entity.js';
import type { WorldOf } from '../engine/system.js';
import { EntityKind } from '../vocabulary/generated/words.js';

export interface NewPlayer extends Standpoint {
  readonly session: number;
  readonly character: number;
  /** UTF-8; what exceeds 24 bytes is cut off. */
  readonly name: Uint8Array;
  readonly level: number;
}

export type Newcomers = WorldOf<
  never,
  | 'entities'
  | 'transform'
  | 'identity'
  | 'motion'
  | 'player'
  | 'vitals'
  | 'combat'
  | 'progress'
  | 'wallet'
  | 'inventory'
  | 'equipment'
  | 'quests'
  | 'skills'
  | 'intents'
  | 'characters'
>;

/** All its numbers are zero until its sheet says what they are. Returns its id, 0 when the world is full. */
export function createPlayer(world: Newcomers, player: NewPlayer): number {
  const id = createEntity(world, EntityKind.player, player);
  if (id === 0) return 0;
  const place = world.placeOf(id);
  const { identity, motion, player: players, vitals, combat } = world.components;
  const { progress, wallet, inventory, equipment, quests, skills, intents } = world.components;
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
  progress.add(place);
  wallet.add(place);
  inventory.add(place);
  equipment.add(place);
  quests.add(place);
  skills.add(place);
  intents.add(place);
  world.tables.characters.enter(player.character, place);
  return id;
}
