// Where the simulation counts what SimulationCounts names.

import type { SimulationCounts } from '#ports/system/metrics.js';
import type { Game } from '../game/game.js';

/** Of what is not the game's: records that came and messages that go. */
export type GameCounts = Omit<SimulationCounts, 'malformedRecords' | 'unencodable'>;

export const gameCounts: { readonly [Name in keyof GameCounts]: (game: Game) => number } = {
  strayCommands: ({ counters }) => counters.strayCommands,
  joinsRefused: ({ counters }) => counters.joinsRefused,
  loadsTimedOut: ({ counters }) => counters.loadsTimedOut,
  loadsRefused: ({ counters }) => counters.loadsRefused,
  savesRefused: ({ counters }) => counters.savesRefused,
  saves: ({ counters }) => counters.saves,
  charactersForgotten: ({ roster }) => roster.forgotten,
  stepsQueued: ({ movement }) => movement.counters.queued,
  stepsRepeated: ({ movement }) => movement.counters.repeated,
  stepsDropped: ({ movement }) => movement.counters.dropped,
  thoughts: ({ minds }) => minds.thoughts,
  pathsAsked: ({ routes }) => routes.queue.asked,
  pathsRefused: ({ routes }) => routes.queue.refused,
  pathsAnswered: ({ routes }) => routes.queue.answered,
  pathsFollowed: ({ routes }) => routes.followed,
  pathsLate: ({ deliberation }) => deliberation.late,
  factsDropped: ({ world }) => world.facts.dropped,
  factsRefused: ({ world }) => world.facts.refused,
  threatsEvicted: ({ battle }) => battle.threats.evicted,
  creaturesKilled: ({ factCounts }) => factCounts.creaturesKilled,
  playersKilled: ({ factCounts }) => factCounts.playersKilled,
  startingUnits: ({ factCounts }) => factCounts.startingUnits,
  unitsDropped: ({ factCounts }) => factCounts.lootUnitsDropped,
  unitsExpired: ({ factCounts }) => factCounts.lootUnitsExpired,
  rollsLost: ({ loot }) => loot.rollsLost,
  spawnsPutOff: ({ spawns }) => spawns.putOff,
  entitiesRefused: ({ world }) => world.store.entities.refused,
  placesRetired: ({ world }) => world.store.entities.retired,
};
