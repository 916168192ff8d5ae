// One tick, from top to bottom. Commands came in before; everything below happens 60 times a second, in this order,
// and allocates nothing while players move and fight.

import { fightAsCreatures, steerCreatures } from '#domain/ai/steer.js';
import { wakeCreatures } from '#domain/ai/wake.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import type { Game } from '../game/game.js';
import { keepCharacters } from '../door/keep-characters.js';
import { requestCharacters } from '../door/life-cycle.js';
import { endLingering } from '../door/leave-world.js';
import type { PhaseName } from './phase-access.js';
import { reviveAutomatically } from '../intents/revive.js';
import { settleDeaths } from '../intents/settle-deaths.js';
import { notifyConcerned, notifyWatchers } from '../notify/notify.js';
import { journalFacts } from '../door/journal-facts.js';
import { grantWishes } from '../intents/wishes.js';

interface Phase {
  /** What it reads and writes stands in phase-access. */
  readonly name: PhaseName;
  /** What it may take of the step's 16,667 µs; more is counted. Ours: twice what 10,000 players and 5,000 creatures need. */
  readonly budgetUs: number;
  readonly run: (game: Game) => void;
}

const phases: readonly Phase[] = [
  { name: 'arrivals', budgetUs: 250, run: comeAndGo },
  { name: 'move-players', budgetUs: 3_000, run: (game) => game.movement.movePlayers() },
  { name: 'portals', budgetUs: 750, run: (game) => game.zones.apply() },
  { name: 'player-actions', budgetUs: 750, run: grantWishes },
  { name: 'wake', budgetUs: 250, run: wake },
  { name: 'creatures-think', budgetUs: 1_500, run: think },
  { name: 'find-paths', budgetUs: 1_500, run: findPaths },
  { name: 'move-creatures', budgetUs: 1_500, run: moveCreatures },
  {
    name: 'creatures-fight',
    budgetUs: 750,
    run: (game) => fightAsCreatures(game.battle, game.minds.creatures),
  },
  { name: 'deaths', budgetUs: 250, run: settleDeaths },
  { name: 'regenerate', budgetUs: 250, run: (game) => game.regeneration.run() },
  { name: 'respawn', budgetUs: 250, run: respawn },
  { name: 'remember', budgetUs: 250, run: (game) => game.history.record() },
  { name: 'grid', budgetUs: 750, run: (game) => game.world.rebuildGrid() },
  { name: 'notify-concerned', budgetUs: 250, run: notifyConcerned },
  { name: 'publish', budgetUs: 2_000, run: (game) => game.frames.publish() },
  { name: 'notify-watchers', budgetUs: 250, run: notifyWatchers },
  { name: 'count', budgetUs: 100, run: (game) => game.factCounts.read() },
  { name: 'journal', budgetUs: 250, run: journalFacts },
  { name: 'save', budgetUs: 500, run: keepCharacters },
];

/** By the index that a TickTimer is told. */
export const phaseNames: readonly string[] = phases.map((phase) => phase.name);
export const phaseBudgetsUs: readonly number[] = phases.map((phase) => phase.budgetUs);

export function runTick(game: Game, timer: TickTimer | undefined): void {
  game.world.beginTick();
  for (let i = 0; i < phases.length; i++) {
    timer?.begin(i);
    phases[i]!.run(game);
  }
  timer?.end();
  game.world.facts.forget();
  // No query's runs are in use now: the places of those who are gone may be given out again.
  game.world.store.reclaim();
}

function comeAndGo(game: Game): void {
  endLingering(game);
  requestCharacters(game);
}

function wake({ world, wakefulness, readers }: Game): void {
  wakeCreatures(world, wakefulness, readers.wake);
}

function think(game: Game): void {
  game.world.countPlayers();
  game.wakefulness.mark();
  game.routes.queue.beginTick(game.world.pressure);
  game.minds.think();
}

/** Answers to what was asked some ticks ago, and work on what was asked until now; see ports/threads/deliberation. */
function findPaths({ routes, deliberation }: Game): void {
  routes.takeAnswers(deliberation);
  deliberation.ponder(routes.queue.asked, routes.queue.stepsOfTick);
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
