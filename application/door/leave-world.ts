// How a character leaves the world: at once, or, when its session goes in the middle of a fight, after a while, for
// leaving is no way out of a fight. It stands still and can be hurt, earns and loses as if its player were there, and goes
// when the fight is over, when it died, or after 20 s. Whoever joins with it meanwhile takes it over as it is.

import { restartSteps } from '#domain/body/player-steps.js';
import { isInCombat } from '#domain/combat/harm.js';
import { ticksPerSecond } from '#domain/engine/time.js';
import { dropIntents } from '#domain/intents/intents.js';
import { dropOrders } from '#domain/orders/drop-orders.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { noteLeft } from '#domain/vocabulary/generated/facts.js';
import type { Game } from '../game/game.js';
import type { Seat } from '../seats/seats.js';
import { sheetOf } from './keep-characters.js';

/** Ours: three fights' ends of the usual 6 s. However long it is struck, its row is free then. */
const lingerTicksMax = 20 * ticksPerSecond;

/** The session of one who plays is gone. */
export function leaveWorld(game: Game, seat: Seat): void {
  if (mustLinger(game, seat)) linger(game, seat);
  else depart(game, seat);
}

/** False for who is out of any fight, or dead. */
function mustLinger({ world }: Game, { row }: Seat): boolean {
  return isInCombat(world, row) && !world.components.dead.has(row);
}

function depart(game: Game, seat: Seat): void {
  game.departures.add(seat, sheetOf(game, seat, new CharacterSheet()));
  vanish(game, seat);
}

/** Out of the world at once, whatever it does there; it is not stored. */
export function vanish(game: Game, seat: Seat): void {
  const { world } = game;
  noteLeft(world.facts, seat.entity);
  world.tables.characters.leave(seat.character);
  world.tables.entities.destroy(seat.row);
  game.seats.remove(seat);
}

function linger({ world, seats }: Game, seat: Seat): void {
  const { player, motion } = world.components;
  const { row } = seat;
  seats.linger(seat);
  seat.sinceTick = world.tick;
  dropIntents(world, row);
  dropOrders(world, row);
  player.columns.session[row] = 0;
  player.columns.viewLagTicks[row] = 0;
  restartSteps(player.columns, row);
  motion.columns.wishX[row] = 0;
  motion.columns.wishY[row] = 0;
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
