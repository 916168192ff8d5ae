// How a player's character comes into the world, before it is what its sheet says.

import { createEntity, setName } from '../body/create-entity.js';
import type { Standpoint } from '../body/create-entity.js';
import type { WorldOf } from '../engine/system.js';
import { EntityKind } from '../vocabulary/generated/words.js';

export interface NewPlayer extends Standpoint {
  readonly session: number;
  /** Id of the stored character. */
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
  | 'professions'
  | 'wallet'
  | 'inventory'
  | 'equipment'
  | 'bank'
  | 'buyBack'
  | 'quests'
  | 'questHistories'
  | 'skills'
  | 'intents'
  | 'commands'
  | 'characters'
>;

/** All its numbers are zero until its sheet says what they are. Returns its id, 0 when the world is full. */
export function createPlayer(world: Newcomers, player: NewPlayer): number {
  const id = createEntity(world, EntityKind.player, player);
  if (id === 0) return 0;
  const row = world.rowOf(id);
  const { identity, motion, player: players, vitals, combat } = world.components;
  const {
    progress,
    professions,
    wallet,
    inventory,
    equipment,
    bank,
    buyBack,
    quests,
    skills,
    intents,
    commands,
  } = world.components;
  identity.columns.level[row] = player.level;
  setName(world, row, player.name);
  motion.add(row);
  motion.columns.radius[row] = world.content.rules.playerRadiusM;
  motion.columns.speed[row] = world.content.rules.playerSpeedMps;
  players.add(row);
  players.columns.session[row] = player.session;
  players.columns.character[row] = player.character;
  players.columns.settledX[row] = player.x;
  players.columns.settledY[row] = player.y;
  vitals.add(row);
  combat.add(row);
  progress.add(row);
  professions.add(row);
  wallet.add(row);
  inventory.add(row);
  equipment.add(row);
  bank.add(row);
  buyBack.add(row);
  quests.add(row);
  world.tables.questHistories.of(row).clear();
  skills.add(row);
  intents.add(row);
  commands.add(row);
  world.tables.characters.enter(player.character, row);
  return id;
}
