// What a snapshot costs a gateway before it is sealed and sent: looking who is in sight, choosing, encoding, and taking in
// the acknowledgement. Plain clients first prove that they know what the frame has.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { spread } from '../harness/report.js';
import type { ReplicationRunArgument, ReplicationRunReport } from './replication-run.js';

interface Scenario extends Omit<ReplicationRunArgument, 'seconds'> {
  readonly name: string;
}

/** Metres in which so many entities see about 32 others each. */
const spreadSideM = (entities: number): number => Math.sqrt((entities * Math.PI * 36 ** 2) / 32);

const scenarios: readonly Scenario[] = [
  {
    name: '3,000 clients, each sees 32',
    clients: 3000,
    world: { players: 3000, creatures: 500, sideM: spreadSideM(3500) },
  },
  {
    name: '300 clients, each sees 32',
    clients: 300,
    world: { players: 300, creatures: 50, sideM: spreadSideM(350) },
  },
  { name: '1,000 clients in one place', clients: 1000, world: { players: 1000, creatures: 0, sideM: 24 } },
];

export const replication: Benchmark = {
  name: 'replication',
  about: 'one snapshot in the gateway, without network: interest, choice, encoding, acknowledgement',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const runs: { name: string; report: ReplicationRunReport }[] = [];
  const known = new Map<string, number>();
  for (const scenario of scenarios) {
    const proof = await runOnce({ ...scenario, seconds: 0 });
    if (proof.wrong > 0) throw new Error(`${scenario.name}: clients know ${proof.wrong} entities wrong`);
    known.set(scenario.name, proof.known);
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const scenario of round % 2 === 0 ? scenarios : scenarios.toReversed()) {
      options.progress(`round ${round + 1}: ${scenario.name}`);
      runs.push({ name: scenario.name, report: await runOnce({ ...scenario, seconds: options.seconds }) });
    }
  }
  return {
    title: `Replication, a snapshot before sealing: median (least–most) of ${options.rounds} rounds`,
    columns: ['', 'known', 'CPU µs', 'of it acknowledging', 'bytes', 'heap B/tick'],
    rows: scenarios.map(({ name }) => {
      const of = runs.filter((each) => each.name === name).map(({ report }) => report);
      return [
        name,
        known.get(name)!.toFixed(0),
        spread(of, 2, (report) => (report.composeNs + report.acknowledgeNs) / report.snapshots / 1000),
        spread(of, 2, (report) => report.acknowledgeNs / report.snapshots / 1000),
        spread(of, 0, (report) => report.bytes / report.snapshots),
        spread(of, 0, (report) => report.allocatedBytes),
      ];
    }),
    notes: [
      '20 snapshots a second a client; acknowledgements come 4 ticks later. Everybody moves in every tick.',
    ],
    raw: runs,
  };
}

function runOnce({ world, clients, seconds }: ReplicationRunArgument): Promise<ReplicationRunReport> {
  return nextMessage<ReplicationRunReport>(
    start('replication/replication-run.js', { world, clients, seconds } satisfies ReplicationRunArgument),
    seconds * 1000 + 120_000,
  );
}
