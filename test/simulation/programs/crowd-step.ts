// Answers where a tick's time goes, and what it allocates, for a crowd of players who walk and fight and half as many
// creatures. Started by `npm run bench -- step`.

import { phaseNames } from '#application/tick/phases.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import { bytesPerStep } from '../../support/measure/allocation-meter.js';
import { Crowd } from '../../support/worlds/crowd.js';

interface Argument {
  readonly players: number;
  readonly warmUpTicks: number;
  readonly ticks: number;
}

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

function cpuUs(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

const { players, warmUpTicks, ticks } = JSON.parse(process.argv[2]!) as Argument;
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
let usedUs = 0;
for (let tick = 0; tick < ticks; tick++) {
  crowd.command();
  const beforeUs = cpuUs();
  const startMs = performance.now();
  crowd.played.simulation.tickWith(times);
  tickMs[tick] = performance.now() - startMs;
  usedUs += cpuUs() - beforeUs;
}
// Clocks allocate, so what the ticks allocate is counted without them.
const bytesPerTick = bytesPerStep(() => crowd.step(), { windows: 8, steps: ticks / 16, enoughBytes: 0 });
const { creaturesKilled, playersKilled } = crowd.played.simulation.game.factCounts;
process.send!({
  tickMs: [...tickMs],
  phaseMs: Object.fromEntries(phaseNames.map((name, i) => [name, times.totalMs[i]! / ticks])),
  cpuMsPerTick: usedUs / 1000 / ticks,
  bytesPerTick,
  creaturesKilled,
  playersKilled,
});
process.disconnect?.();
