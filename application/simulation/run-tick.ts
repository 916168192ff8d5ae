// One tick, from top to bottom. Commands came in before; everything below happens 60 times a second, in this order,
// and allocates nothing while players move and fight.

import { fightAsCreatures, steerCreatures } from '#domain/ai/steer.js';
import type { TickTimer } from '#ports/tick-timer.js';
import type { Game } from './game.js';
import { keepCharacters } from './keep-characters.js';
import { requestCharacters } from './life-cycle.js';
import { reviveAutomatically } from './revive.js';
import { settleDeaths } from './settle-deaths.js';
import { tellPlayers } from './tell.js';
import { tellTravellers } from './travel.js';
import { grantWishes } from './wishes.js';

interface Phase {
  readonly name: string;
  readonly run: (game: Game) => void;
}

const phases: readonly Phase[] = [
  { name: 'arrivals', run: requestCharacters },
  { name: 'move-players', run: (game) => game.movement.movePlayers() },
  { name: 'portals', run: usePortals },
  { name: 'player-actions', run: grantWishes },
  { name: 'creatures-think', run: think },
  { name: 'find-paths', run: findPaths },
  { name: 'move-creatures', run: moveCreatures },
  { name: 'creatures-fight', run: (game) => fightAsCreatures(game.battle, game.minds.creatures) },
  { name: 'deaths', run: settleDeaths },
  { name: 'regenerate', run: (game) => game.regeneration.run() },
  { name: 'respawn', run: respawn },
  { name: 'remember', run: (game) => game.history.record() },
  { name: 'grid', run: (game) => game.world.rebuildGrid() },
  { name: 'publish', run: (game) => game.frames.publish() },
  { name: 'tell', run: tellPlayers },
  { name: 'save', run: keepCharacters },
];

/** By the index that a TickTimer is told. */
export const phaseNames: readonly string[] = phases.map((phase) => phase.name);

export function runTick(game: Game, timer: TickTimer | undefined): void {
  game.world.tick++;
  for (let i = 0; i < phases.length; i++) {
    timer?.begin(i);
    phases[i]!.run(game);
  }
  timer?.end();
  // No query's runs are in use now: the places of those who are gone may be given out again.
  game.world.store.reclaim();
}

function usePortals(game: Game): void {
  if (game.zones.usePortals() > 0) tellTravellers(game);
  game.zones.markSafe();
}

function think(game: Game): void {
  game.world.countPlayers();
  game.wakefulness.mark();
  game.minds.think();
}

/** Answers to what was asked some ticks ago, and work on what was asked until now; see ports/deliberation. */
function findPaths({ routes, deliberation }: Game): void {
  routes.takeAnswers(deliberation);
  deliberation.ponder(routes.queue.asked);
}

function moveCreatures(game: Game): void {
  steerCreatures(game.world, game.minds.creatures);
  game.movement.moveCreatures();
}

function respawn(game: Game): void {
  reviveAutomatically(game, game.deadPlayers);
  game.spawns.run();
  game.loot.expire();
}
