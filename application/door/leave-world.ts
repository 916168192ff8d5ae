// How a character leaves the world: at once, or, when its session goes in the middle of a fight, after a while, for
// leaving is no way out of a fight. It stands still and can be hurt, earns and loses as if its player were there, and goes
// when the fight is over, when it died, or after 20 s. Whoever joins with it meanwhile takes it over as it is.

import { restartSteps } from '#domain/body/player-steps.js';
import { noteLeft } from '#domain/vocabulary/generated/facts.js';
import { ticksPerSecond } from '#domain/world/world.js';
import type { Game } from '../game/game.js';
import { writeSheet } from './keep-characters.js';
import type { Seat } from '../seats/seats.js';

/** Ours: three fights' ends of the usual 6 s. However long it is struck, its place is free then. */
const lingerTicksMax = 20 * ticksPerSecond;

/** The session of one who plays is gone. */
export function leaveWorld(game: Game, seat: Seat): void {
  if (mustLinger(game, seat)) linger(game, seat);
  else depart(game, seat);
}

/** False for who is out of any fight, or dead. */
function mustLinger({ world, battle }: Game, { place }: Seat): boolean {
  return battle.isInCombat(place) && !world.components.dead.has(place);
}

function depart(game: Game, seat: Seat): void {
  writeSheet(game, seat);
  noteLeft(game.world.facts, seat.entity);
  game.roster.leave(seat.nameKey, seat.character);
  game.world.store.destroy(seat.place);
  game.departures.add(seat);
  game.seats.remove(seat);
}

function linger(game: Game, seat: Seat): void {
  const { player, motion } = game.world.components;
  game.seats.linger(seat);
  seat.sinceTick = game.world.tick;
  seat.wishedSkill = 0;
  seat.wishedTarget = 0;
  seat.wishedLoot = 0;
  seat.wishesRespawn = false;
  player.columns.session[seat.place] = 0;
  player.columns.viewLagTicks[seat.place] = 0;
  restartSteps(player.columns, seat.place);
  motion.columns.wishX[seat.place] = 0;
  motion.columns.wishY[seat.place] = 0;
}

/** The server is to stop: the world ends with all its fights, and nobody stays behind. */
export function leaveNobodyBehind(game: Game): void {
  for (const seat of game.seats.lingering) depart(game, seat);
}

/** Once a tick: those whom nothing holds any more leave the world. */
export function endLingering(game: Game): void {
  const { seats, world } = game;
  if (seats.lingering.size === 0) return;
  for (const seat of seats.lingering)
    if (!mustLinger(game, seat) || seat.sinceTick + lingerTicksMax <= world.tick) depart(game, seat);
}
