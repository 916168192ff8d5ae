// What a player is told of itself: level, experience, maxima and coins.

import { nextLevelStart } from '#domain/progression/experience.js';
import type { CharacterStatusMessage } from '#domain/vocabulary/generated/messages.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import type { Seat } from '../seats/seats.js';
import { hasUnstored } from './stored-yet.js';
import { tellSkills } from './tell-crafting.js';
import { tellQuests } from './tell-quests.js';
import { tellBags } from './tell-stacks.js';

const numbers: Reused<CharacterStatusMessage> = {
  level: 0,
  experience: 0,
  experienceNext: 0,
  healthMax: 0,
  manaMax: 0,
  coins: 0,
};

/**
 * All that a newcomer has to know of itself; a client begins with an empty inventory. Who takes over a character of which
 * something is not stored yet is told its bags when it is.
 */
export function tellEverything(game: Game, seat: Seat): void {
  if (hasUnstored(game, seat.character)) {
    tellStatus(game, seat);
    game.untold.add(seat);
    return;
  }
  const { progress, wallet } = game.world.components;
  seat.toldExperience = progress.columns.experience[seat.row]!;
  seat.toldCoins = wallet.columns.coins[seat.row]!;
  tellStatus(game, seat);
  tellSkills(game, seat);
  tellBags(game, seat);
  tellQuests(game, seat);
}

export function tellStatus({ world, output }: Game, seat: Seat): void {
  const { vitals, identity } = world.components;
  const { row } = seat;
  const level = identity.columns.level[row]!;
  numbers.level = level;
  numbers.experience = seat.toldExperience;
  numbers.experienceNext = nextLevelStart(world.content.progression.experienceCurve, level);
  numbers.healthMax = vitals.columns.healthMax[row]!;
  numbers.manaMax = vitals.columns.manaMax[row]!;
  numbers.coins = seat.toldCoins;
  output.toSession.characterStatus(seat.session, numbers);
}
