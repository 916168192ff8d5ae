import { defineSystem } from '../engine/system.js';
import { movePlayers, stepCounters } from './movement.js';

/** Every player by its steps. */
export const movePlayersSystem = defineSystem({
  name: 'move-players',
  budgetUs: 2_000,
  reads: ['dead', 'stunned'],
  writes: ['transform', 'motion', 'player'],
  owns: [stepCounters],
  queries: { players: { with: ['transform', 'motion', 'player'] } },
  run(world, { players }) {
    const { runs, runsEnd } = players.refresh();
    for (let r = 0; r < runsEnd; r += 2) movePlayers(world, runs[r]!, runs[r + 1]!);
  },
});
