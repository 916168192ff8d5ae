// Prints which components each phase of a tick uses, and which it changes, in two worlds in which much happens.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { MazeChase, mazeContent } from '../../../bench/decisions/maze-chase.js';
import { Crowd } from '../../support/worlds/crowd.js';
import { PhaseWatch } from '../../support/worlds/phase-watch.js';

/** People and wolves who move, fight, die, loot, leave and come back. */
function playCrowd(): PhaseWatch {
  const players = 12;
  const crowd = new Crowd({ players, packs: 2, sideM: 64, loot: true, entitiesMax: 120 });
  const { simulation, courier } = crowd.played;
  courier.remembers = true;
  const watch = new PhaseWatch(simulation.game);
  for (let tick = 0; tick < 900; tick++) {
    const session = 1 + (Math.floor(tick / 60) % players);
    if (tick % 60 === 10) simulation.leave(session, DisconnectReason.left);
    if (tick % 60 === 40) simulation.join(session, nilAccountId, `Player${session}`, true);
    crowd.command();
    simulation.tickWith(watch);
    crowd.played.answerLoads();
  }
  const { creaturesKilled, playersKilled } = simulation.game.factCounts;
  if (creaturesKilled === 0 || playersKilled === 0) throw new Error('nobody died');
  return watch;
}

/** Creatures that chase players, and return, along paths. */
async function playMaze(): Promise<PhaseWatch> {
  const options = { cellsAcross: 8, players: 4, creatures: 30, seed: 1 };
  const chase = new MazeChase(options, await mazeContent(options));
  const watch = new PhaseWatch(chase.simulation.game);
  for (let tick = 0; tick < 300; tick++) {
    chase.command();
    chase.simulation.tickWith(watch);
  }
  if (chase.simulation.game.world.tables.routes.followed === 0) throw new Error('nobody followed a path');
  return watch;
}

const watches = [playCrowd(), await playMaze()];
const union = (of: (watch: PhaseWatch) => PhaseWatch['used']) =>
  Object.fromEntries(
    [...of(watches[0]!).keys()].map((name) => [
      name,
      [...new Set(watches.flatMap((watch) => [...of(watch).get(name)!]))],
    ]),
  );
process.stdout.write(
  JSON.stringify({
    used: union(({ used }) => used),
    changed: union(({ changed }) => changed),
    emitted: union(({ emitted }) => emitted),
  }),
);
