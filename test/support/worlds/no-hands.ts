// For tests of a simulation in which operators do nothing to anybody.

import type { CommandedSimulation } from '#application/operations/command-definition.js';

const nothing = (): never => {
  throw new Error('nobody was to be given anything here');
};

export const noHands: CommandedSimulation['hands'] = {
  grantItems: nothing,
  grantCoins: nothing,
  seizeItems: nothing,
  seizeCoins: nothing,
  heal: nothing,
  teleport: nothing,
};
