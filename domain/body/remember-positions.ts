// Once a tick, after all movement: where everybody is goes into the history.

import { defineSystem } from '../engine/system.js';
import { positionHistory } from './position-history.js';

export const remember = defineSystem({
  name: 'remember',
  budgetUs: 250,
  reads: ['transform'],
  writes: ['positionHistory'],
  owns: [positionHistory],
  run: (world) => world.tables.positionHistory.record(world),
});
