// One step of the world in one thread, without network: players who walk, half as many creatures with minds of their own,
// and fights among them. Where its time goes, phase by phase. The crowd is the one of the tests.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './harness/benchmark.js';
import { fork } from 'node:child_process';
import { nextMessage } from './harness/child.js';
import { median, quantile } from './harness/report.js';

const crowdPlayers = 10_000;
/** By then all that is hot is compiled, and creatures have died and come back. */
const warmUpTicks = 800;
/** 10 s of the world: every creature that died comes back within 5. */
const ticks = 600;
const runMs = 300_000;
const program = new URL('../../test/simulation/programs/crowd-step.ts', import.meta.url);
const hooks = new URL('../../test/support/typescript-hooks.mjs', import.meta.url);

interface StepReport {
  readonly tickMs: readonly number[];
  readonly phaseMs: Readonly<Record<string, number>>;
  readonly cpuMsPerTick: number;
  readonly bytesPerTick: number;
  readonly creaturesKilled: number;
  readonly playersKilled: number;
}

export const step: Benchmark = {
  name: 'step',
  about: 'one step of the world without network: 10,000 players and 5,000 creatures in one thread [--quick]',
  run,
};

async function run({ rounds, quick, progress }: BenchmarkOptions): Promise<BenchmarkResult> {
  const players = quick ? crowdPlayers / 10 : crowdPlayers;
  const reports: StepReport[] = [];
  for (let round = 0; round < rounds; round++) {
    const argument = JSON.stringify({ players, warmUpTicks, ticks });
    const child = fork(program, [argument], { execArgv: ['--import', hooks.href] });
    const report = await nextMessage<StepReport>(child, runMs);
    if (report.creaturesKilled === 0) throw new Error('no creature died: nobody fought');
    reports.push(report);
    progress(`round ${round + 1}: p99 ${quantile(report.tickMs, 0.99).toFixed(2)} ms`);
  }
  const middle = (of: (report: StepReport) => number): number =>
    Math.round(median(reports.map(of)) * 1000) / 1000;
  // One seed: every round does the same work, tick by tick.
  const leastMs = reports[0]!.tickMs.map((_, tick) =>
    Math.min(...reports.map(({ tickMs }) => tickMs[tick]!)),
  );
  const least = (share: number): number => Math.round(quantile(leastMs, share) * 1000) / 1000;
  const summary = {
    players,
    creatures: players / 2,
    tickMsP50: middle(({ tickMs }) => quantile(tickMs, 0.5)),
    tickMsP99: middle(({ tickMs }) => quantile(tickMs, 0.99)),
    tickMsMax: middle(({ tickMs }) => quantile(tickMs, 1)),
    leastMsP50: least(0.5),
    leastMsP99: least(0.99),
    cpuMsPerTick: middle(({ cpuMsPerTick }) => cpuMsPerTick),
    bytesPerTick: middle(({ bytesPerTick }) => bytesPerTick),
    phaseMs: Object.fromEntries(
      Object.keys(reports[0]!.phaseMs).map((name) => [name, middle(({ phaseMs }) => phaseMs[name]!)]),
    ),
  };
  return {
    title: `One step of ${players} players and ${players / 2} creatures`,
    columns: ['', 'value'],
    rows: Object.entries({ ...summary, ...summary.phaseMs, phaseMs: 'mean, below' }).map(([name, value]) => [
      name,
      String(value),
    ]),
    notes: [
      `${ticks} ticks after ${warmUpTicks} to warm up, median of ${rounds} processes. Ticks are elapsed time: what other programs take of the core is in the higher percentiles. The rounds do the same work tick by tick; “least” takes the shortest of each, which is nearer to what the work itself takes. CPU per tick is the thread’s own.`,
    ],
    raw: reports.map(({ tickMs: _, ...rest }) => rest),
    summary,
  };
}
