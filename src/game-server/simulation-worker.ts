// The simulation's thread: 60 turns a second until told to stop.

import { parentPort, workerData } from 'node:worker_threads';
import { SystemClock } from '#adapters/system/system-clock.js';
import { TickPacer } from '#application/tick/tick-pacer.js';
import { Content, type ContentLists } from '#domain/content/content.js';
import { ticksPerSecond } from '#domain/engine/time.js';
import { type SimulationSettings, composeSimulation } from './compose-simulation.js';
import type { SharedMemory } from '#adapters/threads/shared-memory.js';

export interface SimulationWorkerData {
  readonly memory: SharedMemory;
  readonly content: ContentLists;
  readonly settings: SimulationSettings;
}

const { memory, content, settings } = workerData as SimulationWorkerData;
const clock = new SystemClock();
const host = composeSimulation(memory, new Content(content), clock, settings);
const stop = new Int32Array(memory.stop);
const pacer = new TickPacer(ticksPerSecond, clock.nowMs());

parentPort!.postMessage('ready');
while (Atomics.load(stop, 0) === 0) {
  wait(pacer.waitMs(clock.nowMs()));
  for (let due = pacer.takeDue(clock.nowMs()); due > 0; due--) host.turn(pacer.slipMs(clock.nowMs(), due));
  host.skipped(pacer.skippedTicks);
}

/** On the stop word, so that it ends at once when the server stops. A function of its own, so that profiles can tell it from work. */
function wait(ms: number): void {
  Atomics.wait(stop, 0, 0, ms);
}
