// A process that proves one library on one case, times it, and proves it again. Started by ecs.ts.

import { getHeapStatistics } from 'node:v8';
import { answer, argument } from '../harness/child.js';
import { type CaseName, passesMax } from './library/cases.js';
import { type LibraryName, loadLibrary } from './load-library.js';
import { makeCase, prove } from './prove.js';

export interface MeasureArgument {
  readonly library: LibraryName;
  readonly case: CaseName;
  /** How long to pass; 0 to prove only. */
  readonly seconds: number;
}

export interface MeasureReport {
  /** CPU time of one pass, in nanoseconds. */
  readonly passNs: number;
  /** Of the heap, by one pass. */
  readonly allocatedBytes: number;
}

/** The least of them counts: whatever else runs on the machine only adds. */
const slices = 10;
/** The optimizing compiler works beside us, and on a busy machine late. */
const warmUpSeconds = 0.5;
/** Passes for one look at the heap: each look leaves some 60 KB behind. */
const allocationPasses = 20_000;
const allocationSeconds = 0.1;

const { library: name, case: caseName, seconds } = argument<MeasureArgument>();
// Some libraries check more while developing.
process.env['NODE_ENV'] = 'production';
const run = await makeCase(await loadLibrary(name), caseName);
await prove(caseName, run);
const waits = run.pass() instanceof Promise;

/** Two loops, so that those who need not wait are not made to. */
async function passMany(passes: number): Promise<void> {
  if (waits) for (let pass = 0; pass < passes; pass++) await run.pass();
  else passAll(passes);
}

function passAll(passes: number): void {
  for (let pass = 0; pass < passes; pass++) void run.pass();
}

/** At least so many seconds; CPU nanoseconds of a pass. Values start anew in time, which is not counted. */
async function time(atLeastSeconds: number, passes: number): Promise<number> {
  const endMs = performance.now() + atLeastSeconds * 1000;
  let spentUs = 0;
  let done = 0;
  do {
    run.restart();
    const before = process.cpuUsage();
    await passMany(passes);
    const { user, system } = process.cpuUsage(before);
    spentUs += user + system;
    done += passes;
  } while (performance.now() < endMs);
  return (spentUs * 1000) / done;
}

/** So many passes that they take some milliseconds, because the clock of the CPU counts in microseconds. */
async function passesOfABatch(): Promise<number> {
  for (let passes = 1; ; passes *= 2) {
    if (passes >= passesMax) return passesMax;
    run.restart();
    const startMs = performance.now();
    await passMany(passes);
    if (performance.now() - startMs > 10) return passes;
  }
}

async function allocated(passNs: number): Promise<number> {
  const enough = Math.ceil(Math.min(allocationPasses, (allocationSeconds * 1e9) / passNs));
  let least = Infinity;
  for (let series = 0; series < 3; series++) {
    run.restart();
    const looks = totalAllocated();
    const before = totalAllocated();
    // Values may overflow here; they are not looked at.
    await passMany(enough);
    const spent = totalAllocated() - before - (before - looks);
    least = Math.min(least, spent / enough);
  }
  return Math.max(0, Math.round(least));
}

function totalAllocated(): number {
  return (getHeapStatistics() as unknown as { total_allocated_bytes: number }).total_allocated_bytes;
}

if (seconds > 0) {
  await time(warmUpSeconds, 16);
  const passes = await passesOfABatch();
  const costs: number[] = [];
  for (let slice = 0; slice < slices; slice++) costs.push(await time(seconds / slices, passes));
  const passNs = Math.min(...costs);
  const allocatedBytes = await allocated(passNs);
  await prove(caseName, run);
  answer({ passNs, allocatedBytes } satisfies MeasureReport);
} else answer({ passNs: 0, allocatedBytes: 0 } satisfies MeasureReport);
process.disconnect?.();
