// Prints where a tick's time goes, in milliseconds, for as many players as the argument says and half as many creatures:
//   npx tsc -b application && node --import ./test/support/typescript-hooks.mjs test/simulation/programs/crowd-timing.ts 10000

import { phaseNames, runTick } from '#application/simulation/run-tick.js';
import type { TickTimer } from '#ports/tick-timer.js';
import { Crowd } from '../../support/crowd.js';

const players = Number(process.argv[2] ?? 10_000);
const warmUpTicks = 1_500;
const ticks = 1_200;

class PhaseTimes implements TickTimer {
  readonly totalMs = new Float64Array(phaseNames.length);
  #phase = -1;
  #sinceMs = 0;

  begin(phase: number): void {
    const nowMs = performance.now();
    if (this.#phase >= 0) this.totalMs[this.#phase] = this.totalMs[this.#phase]! + nowMs - this.#sinceMs;
    this.#phase = phase;
    this.#sinceMs = nowMs;
  }

  end(): void {
    this.begin(-1);
  }
}

const crowd = new Crowd({
  players,
  packs: players / 40,
  sideM: 1024,
  entitiesMax: players * 2 + 1_000,
  loot: true,
});
for (let tick = 0; tick < warmUpTicks; tick++) crowd.step();

const times = new PhaseTimes();
const tickMs = new Float64Array(ticks);
const { game } = crowd.played.simulation;
for (let tick = 0; tick < ticks; tick++) {
  crowd.command();
  const startMs = performance.now();
  runTick(game, times);
  tickMs[tick] = performance.now() - startMs;
}
tickMs.sort();
const atShare = (share: number) => tickMs[Math.floor((ticks - 1) * share)]!.toFixed(2);
const lines = phaseNames.map((name, i) => `${name.padEnd(18)} ${(times.totalMs[i]! / ticks).toFixed(3)}`);
lines.unshift(`${players} players: p50 ${atShare(0.5)} ms, p99 ${atShare(0.99)} ms, max ${atShare(1)} ms`);
process.stdout.write(`${lines.join('\n')}\n`);
