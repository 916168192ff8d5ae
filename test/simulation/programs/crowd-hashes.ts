// Prints the world's hash after each tick of a crowd that moves, fights, loots, leaves and comes back, for the seed given
// as argument, and what happened. The server is short of time now and then, as far as the world is told.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import type { Pressure } from '#domain/vocabulary/pressure.js';
import { Crowd } from '../../support/worlds/crowd.js';

const seed = Number(process.argv[2]);
const ticks = Number(process.argv[3]);
const players = 30;
const pressureTicks = 100;

const crowd = new Crowd({ players, packs: 4, sideM: 128, seed, loot: true });
const { played } = crowd;
played.courier.remembers = true;
const hashes: string[] = [];
for (let tick = 0; tick < ticks; tick++) {
  // One after another leaves for half a second.
  const session = 1 + (Math.floor(tick / 60) % players);
  if (tick % 60 === 10) played.simulation.leave(session, DisconnectReason.left);
  if (tick % 60 === 40) played.simulation.join(session, nilAccountId, `Player${session}`, true);
  crowd.step((Math.floor(tick / pressureTicks) % 4) as Pressure);
  played.answerLoads();
  hashes.push(played.simulation.hash());
}
const { counters, game } = played.simulation;
process.stdout.write(
  JSON.stringify({
    hashes,
    kills: game.factCounts.creaturesKilled,
    saves: counters.saves,
    loot: game.factCounts.lootUnitsDropped,
  }),
);
