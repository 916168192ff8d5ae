// Histories of one server over HTTP, as the console's page asks for them: an hour, a day, a week, 30 days and a year of all that
// it draws; and what keeping them needs of the disk.

import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { figureNames } from '#ports/system/telemetry-figures.js';
import { nextMessage, start } from '../harness/child.js';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { median, quantile } from '../harness/report.js';
import { logIn } from '../lists/log-in.js';
import type { MeasuredApi, MeasuredArgument } from './measured-api.js';

const serverId = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
/** About as many as a tick has. */
const phases = 30;
const fillTimeoutMs = 240_000;
const requestsLeast = 20;
const dayMinutes = 24 * 60;
const spans = {
  hour: 60,
  day: dayMinutes,
  week: 7 * dayMinutes,
  '30 days': 30 * dayMinutes,
  year: 365 * dayMinutes,
};
const keyed = ['playersByMap', 'phaseMsMean'];

export const monitoring: Benchmark = {
  name: 'monitoring',
  about: 'histories of one server over HTTP, from samples, minutes and hours; PostgreSQL',
  run,
};

async function run({ rounds, seconds, progress }: BenchmarkOptions): Promise<BenchmarkResult> {
  const folder = await mkdtemp(path.join('/var/tmp', 'monitoring-bench-'));
  const child = start('monitoring/measured-api.js', { folder, serverId, phases } satisfies MeasuredArgument);
  try {
    const { url, password, bytes } = await nextMessage<MeasuredApi>(child, fillTimeoutMs);
    const headers = { cookie: await logIn(url, password) };
    const ways = [
      ...Object.entries(spans).map(([what, minutes]) => ({
        what,
        minutes,
        figures: [...figureNames, ...keyed],
      })),
      {
        what: '30 days, three figures',
        minutes: spans['30 days'],
        figures: ['players', 'tickMsP50', 'tickMsP99'],
      },
    ];
    const get = async (way: (typeof ways)[number]): Promise<string> => {
      const query = `minutes=${way.minutes}&points=400&figures=${way.figures.join(',')}`;
      const reply = await fetch(`${url}/api/v1/servers/${serverId}/figures?${query}`, { headers });
      if (reply.status !== 200) throw new Error(`${way.what} was answered with ${reply.status}`);
      return reply.text();
    };
    const lengths = new Map<string, number>();
    for (const way of ways) {
      const text = await get(way);
      const { figures, spans: length } = JSON.parse(text) as {
        spans: number;
        figures: { players: { means: unknown[] } };
      };
      const measured = figures.players.means.filter((value) => value !== null).length;
      if (measured < length * 0.9) throw new Error(`${way.what}: ${measured} of ${length} spans`);
      lengths.set(way.what, text.length);
    }
    const times = new Map<string, number[]>(ways.map(({ what }) => [what, []]));
    for (let round = 0; round < rounds; round++) {
      progress(`round ${round + 1}`);
      for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
        const untilMs = performance.now() + (1000 * seconds) / 2;
        for (let i = 0; i < requestsLeast || performance.now() < untilMs; i++) {
          const beganMs = performance.now();
          await get(way);
          times.get(way.what)!.push(performance.now() - beganMs);
        }
      }
    }
    return {
      title: `Figures of one server, ms until the whole answer is read; ${rounds} rounds`,
      columns: ['', 'requests', 'KB', 'p50', 'p95', 'p99'],
      rows: [...times].map(([what, ms]) => [
        ...[what, String(ms.length), (lengths.get(what)! / 1000).toFixed(0)],
        ...[median(ms), quantile(ms, 0.95), quantile(ms, 0.99)].map((one) => one.toFixed(1)),
      ]),
      notes: [
        'All figures that are told, players by map and 30 phases, in at most 400 spans, by one client after the other.',
        `On the disk, with indices: ${Object.entries(bytes)
          .map(([name, size]) => `${name} ${(size / 1e6).toFixed(0)} MB`)
          .join(', ')}.`,
      ],
      raw: Object.fromEntries(times),
      summary: { historyOf30DaysMsP95: quantile(times.get('30 days')!, 0.95) },
    };
  } finally {
    const ended = child.exitCode !== null || new Promise((resolve) => child.once('exit', resolve));
    if (child.connected) child.disconnect();
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}
