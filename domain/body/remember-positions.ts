// Once a tick, after all movement: where everybody is goes into the history.

import { defineSystem } from '../engine/system.js';
import { bodiesOf, positionHistory } from './position-history.js';

export const remember = defineSystem({
  name: 'remember',
  budgetUs: 250,
  reads: ['transform', 'vitals'],
  writes: ['positionHistory'],
  owns: [positionHistory],
  queries: { bodies: bodiesOf },
  run: (world, { bodies }) => world.tables.positionHistory.record(world, bodies),
});
