// A process that steps a chase through a maze and reports what its ticks cost. Started by decisions.ts.

import { phaseNames } from '#application/tick/phases.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import { answer, argument } from '../harness/child.js';
import { MazeChase, mazeContent } from './maze-chase.js';
import { startHelpers } from './path-helpers.js';

export interface DecisionsRunArgument {
  readonly helpers: number;
  readonly players: number;
  readonly creatures: number;
  readonly ticks: number;
}

export interface DecisionsRunReport {
  readonly hash: string;
  readonly tickMsP50: number;
  readonly tickMsP99: number;
  /** CPU a tick: of two phases, of the simulation's thread, and of the whole process. */
  readonly pathsUs: number;
  readonly thinkUs: number;
  readonly simulationUs: number;
  readonly processUs: number;
  readonly asked: number;
  readonly refused: number;
  readonly late: number;
  readonly walking: number;
}

/** Nobody wakes it. */
const pause = new Int32Array(new SharedArrayBuffer(4));
const warmUpTicks = 400;

/** CPU of the simulation's thread by phase. */
class PhaseCpu implements TickTimer {
  readonly totalUs = new Float64Array(phaseNames.length);
  #phase = -1;
  #sinceUs = 0;

  begin(phase: number): void {
    const { user, system } = process.threadCpuUsage();
    if (this.#phase >= 0) this.totalUs[this.#phase]! += user + system - this.#sinceUs;
    this.#phase = phase;
    this.#sinceUs = user + system;
  }

  end(): void {
    this.begin(-1);
  }
}

const { helpers, players, creatures, ticks } = argument<DecisionsRunArgument>();
const options = { cellsAcross: 62, players, creatures, seed: 3 };
const content = await mazeContent(options);
const helped = await startHelpers(content, helpers);
const chase = new MazeChase(options, content, helped.paths);
for (let tick = 0; tick < warmUpTicks; tick++) chase.step();

const { game } = chase.simulation;
const { queue, deliberation } = game.world.tables.routes;
const cpu = new PhaseCpu();
const tickMs = new Float64Array(ticks);
const [asked, refused, late] = [queue.asked, queue.refused, deliberation.late];
const processBefore = process.cpuUsage();
for (let tick = 0; tick < ticks; tick++) {
  chase.command();
  const startMs = performance.now();
  chase.simulation.tickWith(cpu);
  tickMs[tick] = performance.now() - startMs;
  // A game's ticks leave time in between, in which helpers work.
  while (performance.now() - startMs < 1000 / 60) Atomics.wait(pause, 0, 0, 1);
}
const processAfter = process.cpuUsage(processBefore);
tickMs.sort();
const phaseUs = (name: string): number => cpu.totalUs[phaseNames.indexOf(name)]! / ticks;
answer({
  hash: chase.simulation.hash(),
  tickMsP50: tickMs[Math.floor(ticks * 0.5)]!,
  tickMsP99: tickMs[Math.floor(ticks * 0.99)]!,
  pathsUs: phaseUs('find-paths'),
  thinkUs: phaseUs('creatures-think'),
  simulationUs: cpu.totalUs.reduce((sum, us) => sum + us, 0) / ticks,
  processUs: (processAfter.user + processAfter.system) / ticks,
  asked: (queue.asked - asked) / ticks,
  refused: (queue.refused - refused) / ticks,
  late: (deliberation.late - late) / ticks,
  walking: onRoutes(),
} satisfies DecisionsRunReport);
await helped.stop();
process.disconnect?.();

/** Creatures that follow a path now. */
function onRoutes(): number {
  const { route } = game.world.components;
  const { next, count } = route.columns;
  let found = 0;
  for (let row = 1; row < game.world.store.entities.rowsUsed; row++)
    if (route.has(row) && next[row]! < count[row]!) found++;
  return found;
}
