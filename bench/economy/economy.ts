// Items through the sockets: players who do nothing but move stacks, each move a command that is confirmed when it is
// stored. Twice in turn: with the disk left to the journal alone, and with all characters saved every second, backups made
// one after the other, and the checkpoints that so much traffic brings in any case.

import type { ChildProcess } from 'node:child_process';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { median, spread } from '../harness/report.js';
import { rounded } from '../server/measure-server.js';
import { ServerUnderTest } from '../server/server-under-test.js';
import type { SwarmArgument, SwarmMessage } from '../server/swarm-process.js';
import type { SwarmReport } from '../server/swarm.js';

const warmUpSeconds = 5;
const joinTimeoutMs = 60_000;
/** A client is allowed no more (MoveItem in game.tos). */
const movesPerSecondMax = 20;
/** Below this the longest tick is chance, and no backup of such a file comes to its end. */
const secondsMin = 10;

const variants = ['quiet', 'busy'] as const;
type Variant = (typeof variants)[number];

const settingsOf: Readonly<Record<Variant, Record<string, string>>> = {
  quiet: { TOS_SAVE_SECONDS: '300' },
  busy: { TOS_SAVE_SECONDS: '1' },
};

interface EconomyRun {
  readonly joined: number;
  readonly confirmedPerSecond: number;
  readonly refused: number;
  readonly heldBack: number;
  readonly skipped: number;
  readonly confirmMsP50: number;
  readonly confirmMsP99: number;
  readonly tickMsP99: number;
  readonly tickMsMax: number;
  readonly ticksSkipped: number;
  readonly backupsMade: number;
}

export const economy: Benchmark = {
  name: 'economy',
  about:
    'item moves through the sockets, and ticks while saving and backing up (--players 2000 --input-hz 15)',
  run,
};

async function run({ rounds, seconds, quick, load, progress }: BenchmarkOptions): Promise<BenchmarkResult> {
  const { players = 2000 } = load ?? {};
  const inputHz = Math.min(load?.inputHz ?? movesPerSecondMax, movesPerSecondMax);
  const measured = quick ? seconds : Math.max(secondsMin, seconds);
  const runs = new Map<Variant, EconomyRun[]>(variants.map((variant) => [variant, []]));
  for (let round = 0; round < rounds; round++) {
    for (const variant of round % 2 === 0 ? variants : variants.toReversed()) {
      const report = await measure({ variant, players, inputHz, seconds: measured });
      runs.get(variant)!.push(report);
      progress(`round ${round + 1}: ${variant} ${JSON.stringify(report)}`);
    }
  }
  const [quiet, busy] = [runs.get('quiet')!, runs.get('busy')!];
  const middle = (of: (run: EconomyRun) => number, among: readonly EconomyRun[]): number =>
    rounded(median(among.map(of)));
  return {
    title: `${players} players move stacks, ${inputHz} times a second each, ${measured} s: median (least–most) of ${rounds} rounds`,
    columns: ['', 'confirmed/s', 'ms p50', 'ms p99', 'tick ms p99', 'tick ms most', 'backups', 'left out'],
    rows: variants.map((variant) => row(variant, runs.get(variant)!)),
    notes: [
      'Confirmed: sent by a client over UDP, done in a tick, stored and synced, and told to that client, who reads everything else it is told too. Left out: moves that the generator did not send because it fell behind or waited for 64 answers, or that the server refused.',
      'Quiet: characters are saved every 300 s, no backups. Busy: all are saved every second, and backups are made one after the other. The journal’s checkpoints come in both. Server and generator share the machine.',
    ],
    raw: Object.fromEntries(runs),
    summary: {
      opsPerSecond: middle(({ confirmedPerSecond }) => confirmedPerSecond, quiet),
      ackMsP50: middle(({ confirmMsP50 }) => confirmMsP50, quiet),
      ackMsP99: middle(({ confirmMsP99 }) => confirmMsP99, quiet),
      quietTickMsP99: middle(({ tickMsP99 }) => tickMsP99, quiet),
      busyTickMsMax: middle(({ tickMsMax }) => tickMsMax, busy),
    },
  };
}

function row(variant: Variant, runs: readonly EconomyRun[]): string[] {
  return [
    variant,
    spread(runs, 0, ({ confirmedPerSecond }) => confirmedPerSecond),
    spread(runs, 0, ({ confirmMsP50 }) => confirmMsP50),
    spread(runs, 0, ({ confirmMsP99 }) => confirmMsP99),
    spread(runs, 2, ({ tickMsP99 }) => tickMsP99),
    spread(runs, 2, ({ tickMsMax }) => tickMsMax),
    spread(runs, 0, ({ backupsMade }) => backupsMade),
    spread(runs, 0, ({ refused, heldBack, skipped }) => refused + heldBack + skipped),
  ];
}

interface EconomyLoad {
  readonly variant: Variant;
  readonly players: number;
  readonly inputHz: number;
  readonly seconds: number;
}

async function measure({ variant, players, inputHz, seconds }: EconomyLoad): Promise<EconomyRun> {
  const world = { players, creatures: 0, crowded: false, withStacks: true };
  const server = await ServerUnderTest.start(world, { settings: settingsOf[variant] });
  let swarm: ChildProcess | undefined;
  try {
    const argument: SwarmArgument = {
      ...{ port: server.udpPort, players, inputHz, behaviour: 'arrange', readingShare: 1 },
      ...{ plan: 'play', joinTimeoutMs, warmUpSeconds, seconds },
    };
    swarm = start('server/swarm-process.js', argument);
    const begin = await nextMessage<SwarmMessage>(swarm, joinTimeoutMs + 60_000);
    if (variant === 'busy') server.backUp();
    const before = await server.read();
    const end = await nextMessage<SwarmMessage>(swarm, (seconds + 60) * 1000);
    const after = await server.read();
    await server.stop();
    return {
      ...confirmedBetween(begin.report, end.report),
      joined: end.report.joined,
      tickMsP99: rounded(after.tickMs.p99),
      tickMsMax: rounded(after.tickMs.max),
      ticksSkipped: after.figures.simulation.ticksSkipped - before.figures.simulation.ticksSkipped,
      backupsMade: after.backupsMade,
    };
  } finally {
    if (swarm?.connected) swarm.disconnect();
    server.discard();
  }
}

function confirmedBetween(first: SwarmReport, last: SwarmReport) {
  const [before, after] = [first.moves!, last.moves!];
  const counts = after.confirmedAfterMs.map((count, ms) => count - before.confirmedAfterMs[ms]!);
  const confirmed = counts.reduce((total, count) => total + count, 0);
  return {
    confirmedPerSecond: rounded(confirmed / ((last.elapsedMs - first.elapsedMs) / 1000)),
    refused: after.refused - before.refused,
    heldBack: after.heldBack - before.heldBack,
    skipped: last.inputsSkipped - first.inputsSkipped,
    confirmMsP50: quantile(counts, confirmed * 0.5),
    confirmMsP99: quantile(counts, confirmed * 0.99),
  };
}

/** The whole millisecond up to which so many are counted. */
function quantile(counts: readonly number[], wanted: number): number {
  let seen = 0;
  return counts.findIndex((count) => (seen += count) >= wanted);
}
