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
  stepsQueued: ({ world }) => world.tables.stepCounters.queued,
  stepsRepeated: ({ world }) => world.tables.stepCounters.repeated,
  stepsDropped: ({ world }) => world.tables.stepCounters.dropped,
  thoughts: ({ world }) => world.tables.minds.thoughts,
  pathsAsked: ({ world }) => world.tables.routes.queue.asked,
  pathsRefused: ({ world }) => world.tables.routes.queue.refused,
  pathsAnswered: ({ world }) => world.tables.routes.queue.answered,
  pathsFollowed: ({ world }) => world.tables.routes.followed,
  pathsLate: ({ world }) => world.tables.routes.deliberation.late,
  factsDropped: ({ world }) => world.facts.dropped,
  factsRefused: ({ world }) => world.facts.refused,
  ordersRefused: ({ world }) => world.tables.orders.refused,
  lettersRefused: ({ world }) => world.tables.letters.refused,
  listingsRefused: ({ world }) => world.tables.listings.refused,
  threatsEvicted: ({ world }) => world.tables.threats.evicted,
  tagsRefused: ({ world }) => world.tables.threats.tags.refused,
  partiesRefused: ({ world }) => world.tables.parties.refused,
  invitationsRefused: ({ world }) => world.tables.partyInvitations.refused,
  lootRollsRefused: ({ world }) => world.tables.lootRolls.refused,
  reportsRefused: ({ world }) => world.tables.playerReports.refused,
  reportsNotStored: ({ world }) => world.tables.playerReports.notStored,
  linesForgotten: ({ world }) => world.tables.spokenLines.forgottenEarly,
  creaturesKilled: ({ factCounts }) => factCounts.creaturesKilled,
  playersKilled: ({ factCounts }) => factCounts.playersKilled,
  startingUnits: ({ factCounts }) => factCounts.startingUnits,
  unitsDropped: ({ factCounts }) => factCounts.lootUnitsDropped,
  unitsExpired: ({ factCounts }) => factCounts.lootUnitsExpired,
  rollsLost: ({ world }) => world.tables.lootCounters.rollsLost,
  spawnsPutOff: ({ world }) => world.tables.spawns.putOff,
  entitiesRefused: ({ world }) => world.store.entities.refused,
  rowsRetired: ({ world }) => world.store.entities.retired,
};
