// The flags for benchmarks of whole servers: how many play, among how many creatures, and what they do.

import { number, oneOf, wholeNumber } from '#src/process/flags.js';
import { behaviours } from './server/behaviour.js';

/** As many as the benchmark's world has groups for. */
const creaturesMax = 6000;

export function loadFlags(otherwise: { readonly players: number }) {
  return {
    players: wholeNumber({ from: 1, to: 20_000, otherwise: otherwise.players }, 'how many clients play'),
    creatures: wholeNumber({ from: 0, to: creaturesMax, otherwise: 500 }, 'how many creatures live there'),
    gateways: wholeNumber(
      { from: 0, to: 16, otherwise: 0 },
      'gateway threads; 0: as many as the server takes by itself',
    ),
    behaviour: oneOf(behaviours, 'wander', 'what the clients do'),
  };
}

export const inputHz = number({ from: 10, to: 60, otherwise: 60 }, 'movement inputs a second of each client');
