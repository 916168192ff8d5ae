// Lists of the admin API when they are long: pages of players and of the audit log over HTTP, one request after the other, as a
// person looks. Each way to ask is proven to answer what it should before it is timed.

import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { median, quantile } from '../harness/report.js';
import type { ListsApi, ListsArgument } from './api-process.js';
import { logIn } from './log-in.js';

const players = 100_000;
const auditEntries = 10_000;
const pageLength = 50;
const fillTimeoutMs = 240_000;
/** Of each way to ask, in one round. */
const requestsLeast = 20;

/** Sorts before everybody of the same name. */
const nobody = '00000000-0000-0000-0000-000000000000';

interface Asked {
  readonly what: string;
  readonly path: string;
  /** Rows on the page. */
  readonly rows: number;
}

interface Page {
  readonly players?: readonly unknown[];
  readonly entries?: readonly unknown[];
  readonly nextCursor: string | null;
}

export const lists: Benchmark = {
  name: 'lists',
  about: `pages of the admin API: ${players} players, ${auditEntries} audit entries, PostgreSQL`,
  run,
};

async function run({ rounds, seconds, progress }: BenchmarkOptions): Promise<BenchmarkResult> {
  const folder = await mkdtemp(path.join('/var/tmp', 'lists-bench-'));
  const child = start('lists/api-process.js', { folder, players, auditEntries } satisfies ListsArgument);
  try {
    const { url, password } = await nextMessage<ListsApi>(child, fillTimeoutMs);
    const headers = { cookie: await logIn(url, password) };
    const get = async (asked: string): Promise<Page> => {
      const reply = await fetch(`${url}/api/v1/${asked}`, { headers });
      if (reply.status !== 200) throw new Error(`${asked} was answered with ${reply.status}`);
      return (await reply.json()) as Page;
    };
    const ways = await waysToAsk(get);
    for (const { path: asked, rows, what } of ways) {
      const page = await get(asked);
      const got = (page.players ?? page.entries ?? []).length;
      if (got !== rows) throw new Error(`${what}: ${got} rows, not ${rows}`);
    }
    const times = new Map<string, number[]>(ways.map(({ what }) => [what, []]));
    for (let round = 0; round < rounds; round++) {
      progress(`round ${round + 1}`);
      for (const { what, path: asked } of round % 2 === 0 ? ways : ways.toReversed()) {
        const untilMs = performance.now() + (1000 * seconds) / 2;
        for (let i = 0; i < requestsLeast || performance.now() < untilMs; i++) {
          const beganMs = performance.now();
          await get(asked);
          times.get(what)!.push(performance.now() - beganMs);
        }
      }
    }
    return {
      title: `Pages of ${pageLength} rows, ms until the whole answer is read; ${rounds} rounds`,
      columns: ['', 'requests', 'p50', 'p95', 'p99'],
      rows: [...times].map(([what, ms]) => [
        what,
        String(ms.length),
        ...[median(ms), quantile(ms, 0.95), quantile(ms, 0.99)].map((one) => one.toFixed(1)),
      ]),
      notes: [
        'Over loopback, by one client after the other; the total of players is counted anew for each page.',
      ],
      raw: Object.fromEntries(times),
      summary: {
        playersMsP95: quantile(times.get(ways[0]!.what)!, 0.95),
        auditMsP95: quantile(
          times.get(ways.find(({ path: asked }) => asked.startsWith('audit'))!.what)!,
          0.95,
        ),
      },
    };
  } finally {
    const ended = child.exitCode !== null || new Promise((resolve) => child.once('exit', resolve));
    if (child.connected) child.disconnect();
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function waysToAsk(get: (asked: string) => Promise<Page>): Promise<Asked[]> {
  const first = `players?limit=${pageLength}`;
  const { nextCursor } = await get(first);
  const page = { rows: pageLength };
  return [
    { ...page, what: 'players, first page', path: first },
    { ...page, what: 'players, next page', path: `${first}&cursor=${encodeURIComponent(nextCursor!)}` },
    { ...page, what: 'players, in the middle', path: `${first}&cursor=${nobody}Player9` },
    { ...page, what: 'players, online', path: `${first}&online=true` },
    { ...page, what: 'players, by a part of the name', path: `${first}&search=abc` },
    {
      what: 'players, by a whole name',
      path: `${first}&search=Player${(7919 * 77_777).toString(16)}`,
      rows: 1,
    },
    { ...page, what: 'audit, newest', path: `audit?limit=${pageLength}` },
    { ...page, what: 'audit, of an operator', path: `audit?limit=${pageLength}&actor=operator-3` },
    { ...page, what: 'audit, on a player', path: `audit?limit=${pageLength}&target=player:one` },
    { what: 'audit, of nobody', path: `audit?limit=${pageLength}&actor=nobody`, rows: 0 },
  ];
}
