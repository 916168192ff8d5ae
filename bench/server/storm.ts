// All players at once: how long a server takes to let them in and to see them out, what that costs it, and whether its
// world goes on meanwhile. Handshakes are whole: cookie, guest token, Noise, session, character loaded, place in the world.

import type { ChildProcess } from 'node:child_process';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { longestPauseMs, readingShare, rounded } from './measure-server.js';
import type { ServerReading } from './server-process.js';
import { ServerUnderTest } from './server-under-test.js';
import type { SwarmArgument, SwarmMessage } from './swarm-process.js';

const joinTimeoutMs = 120_000;
const pollMs = 200;
const savedTimeoutMs = 30_000;

export const storm: Benchmark = {
  name: 'storm',
  about: 'all players join at once, stand about, and leave at once (--players 1000 --seconds 2)',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const { players = 1000, creatures = 500, gateways = 0 } = options.load ?? {};
  options.progress(`${players} players join at once`);
  const { summary, refusals } = await measureStorm({
    players,
    creatures,
    gateways,
    seconds: options.seconds,
  });
  return {
    title: `${players} players join and leave at once`,
    columns: ['', 'value'],
    rows: Object.entries(summary).map(([figure, value]) => [figure, String(value)]),
    notes: [
      'Joined: sessions open. Placed: the last player stands in the world. Server and swarm share the machine.',
      `What the gateways dropped while all joined: ${JSON.stringify(refusals)}`,
    ],
    raw: { summary, refusals },
    summary,
  };
}

interface Storm {
  readonly players: number;
  readonly creatures: number;
  readonly gateways: number;
  readonly seconds: number;
}

async function measureStorm({ players, creatures, gateways, seconds }: Storm) {
  const server = await ServerUnderTest.start({ players, creatures, crowded: false }, { gateways });
  let swarm: ChildProcess | undefined;
  try {
    const idle = await server.read();
    const argument: SwarmArgument = {
      ...{ port: server.udpPort, players, inputHz: 60, behaviour: 'wander' },
      ...{ readingShare, plan: 'storm', joinTimeoutMs, warmUpSeconds: 0, seconds },
    };
    swarm = start('server/swarm-process.js', argument);
    const ready = (await nextMessage<SwarmMessage>(swarm)).report;
    const joined = (await nextMessage<SwarmMessage>(swarm, joinTimeoutMs + 60_000)).report;
    const full = await server.read();
    const left = (await nextMessage<SwarmMessage>(swarm, (seconds + 60) * 1000)).report;
    const savedSeconds = await secondsUntilSaved(server);
    const empty = await server.read();
    const pauses = await server.stop();
    const summary = {
      players,
      joined: joined.joined,
      joinSeconds: rounded(joined.joinSeconds),
      placedSeconds: rounded(joined.placedSeconds),
      handshakesPerSecond: rounded(joined.joined / Math.max(0.001, joined.joinSeconds)),
      serverCpuUsPerJoin: rounded((full.cpuUs - idle.cpuUs) / Math.max(1, joined.joined)),
      gatewayCpuUsPerJoin: rounded((full.gatewayCpuUs - idle.gatewayCpuUs) / Math.max(1, joined.joined)),
      generatorCpuUsPerJoin: rounded((joined.cpuUs - ready.cpuUs) / Math.max(1, joined.joined)),
      joinTickMsP99: rounded(full.tickMs.p99),
      joinTickMsMax: rounded(full.tickMs.max),
      leaveSeconds: rounded(left.leaveSeconds),
      savedSeconds: rounded(savedSeconds),
      leaveTickMsP99: rounded(empty.tickMs.p99),
      leaveTickMsMax: rounded(empty.tickMs.max),
      gcPausesMsMax: rounded(longestPauseMs(pauses, idle.atMs, empty.atMs)),
      rssBytesPerConnection: Math.round((full.memoryBytes - idle.memoryBytes) / Math.max(1, joined.joined)),
    };
    return { summary, refusals: refusedBetween(idle, full) };
  } finally {
    if (swarm?.connected) swarm.disconnect();
    server.discard();
  }
}

/** After the last player was told goodbye: until nobody is in the world and nothing waits to be stored. */
async function secondsUntilSaved(server: ServerUnderTest): Promise<number> {
  const startedMs = performance.now();
  for (;;) {
    const { figures } = await server.read('peek');
    const elapsedMs = performance.now() - startedMs;
    const isDone = figures.simulation.players === 0 && figures.database.savesPending === 0;
    if (isDone || elapsedMs > savedTimeoutMs) return elapsedMs / 1000;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** By the name of a gateway's counter. */
function isRefusal(counter: string): boolean {
  return /dropped|^denied.|Excess|Undecodable|^socket:(truncated|errors)/i.test(counter);
}

function refusedBetween(before: ServerReading, after: ServerReading): Record<string, number> {
  const refusals: Record<string, number> = {};
  after.figures.gateways.forEach(({ counts }, i) => {
    for (const [reason, count] of Object.entries(counts)) {
      const more = count - before.figures.gateways[i]!.counts[reason]!;
      if (more > 0 && isRefusal(reason)) refusals[reason] = (refusals[reason] ?? 0) + more;
    }
  });
  return refusals;
}
