// What the simulation counts beside its pace, and under which metric it is told.

import type { SimulationCounts } from '#ports/system/metrics.js';
import { type CounterMetric, type Told, toldCounters } from './told-counters.js';

const refused: CounterMetric = {
  name: 'tos_simulation_refused_total',
  help: 'What the simulation could not take, keep or do, by what it was.',
  label: 'what',
};
const saves: CounterMetric = {
  name: 'tos_character_hand_overs_total',
  help: 'Characters handed over by the simulation to be stored.',
};
const steps: CounterMetric = {
  name: 'tos_player_steps_total',
  help: "Steps in players' inputs: taken, known already, and without room.",
  label: 'fate',
};
const kills: CounterMetric = {
  name: 'tos_kills_total',
  help: 'Deaths in the world, by kind.',
  label: 'kind',
};
const units: CounterMetric = {
  name: 'tos_item_units_total',
  help: 'Units of items that new characters began with, that were laid on the ground, and that vanished there.',
  label: 'change',
};

function alone(name: string, help: string): Told {
  return [{ name, help }];
}

const simulation: Readonly<Record<keyof SimulationCounts, Told>> = {
  malformedRecords: [refused, 'malformedRecord'],
  unencodable: [refused, 'unencodableMessage'],
  strayCommands: [refused, 'strayCommand'],
  joinsRefused: [refused, 'join'],
  loadsTimedOut: [refused, 'loadTimedOut'],
  loadsRefused: [refused, 'loadRequest'],
  savesRefused: [refused, 'handOver'],
  saves: [saves],
  ordersRefused: [refused, 'order'],
  lettersRefused: [refused, 'letter'],
  listingsRefused: [refused, 'listing'],
  stepsQueued: [steps, 'taken'],
  stepsRepeated: [steps, 'repeated'],
  stepsDropped: [steps, 'dropped'],
  thoughts: alone('tos_creature_thoughts_total', 'Decisions of creatures.'),
  pathsAsked: alone('tos_paths_asked_total', "Creatures' questions for paths."),
  pathsRefused: alone(
    'tos_paths_refused_total',
    'Questions for paths for which there was no room; the creature asks again.',
  ),
  pathsAnswered: alone('tos_paths_answered_total', 'Questions for paths that were answered.'),
  pathsFollowed: alone(
    'tos_paths_followed_total',
    'Paths given to the creatures that asked; the others had changed their mind.',
  ),
  pathsLate: alone(
    'tos_paths_late_total',
    'Paths that were not worked out when they were due: the simulation waited, or did it itself.',
  ),
  factsDropped: [refused, 'fact'],
  factsRefused: [refused, 'durableFact'],
  threatsEvicted: [refused, 'threat'],
  tagsRefused: [refused, 'tag'],
  partiesRefused: [refused, 'party'],
  invitationsRefused: [refused, 'partyInvitation'],
  lootRollsRefused: [refused, 'lootRoll'],
  reportsRefused: [refused, 'report'],
  reportsNotStored: [refused, 'unstoredReport'],
  linesForgotten: [refused, 'spokenLine'],
  creaturesKilled: [kills, 'creature'],
  playersKilled: [kills, 'player'],
  startingUnits: [units, 'started'],
  unitsDropped: [units, 'dropped'],
  unitsExpired: [units, 'expired'],
  rollsLost: [refused, 'loot'],
  spawnsPutOff: [refused, 'spawn'],
  entitiesRefused: [refused, 'entity'],
  rowsRetired: [refused, 'retiredPlace'],
};

export const simulationCounterMetrics = toldCounters(simulation, ({ figures }) => [
  { counts: { ...figures.simulation.counts } },
]);
