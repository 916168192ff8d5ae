// The admin API with a PostgreSQL of its own that holds all that is kept of one server: samples of six hours, minutes of 35 days and
// hours of 400. Answers where it listens, how its owner gets in and what it needs of the disk, and ends with its parent.

import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { MemoryMapCatalogue } from '#adapters/memory/admin/servers/map-catalogue.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/embedded-postgres.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { figureNamed, figureNames } from '#ports/system/telemetry-figures.js';
import type { Log } from '#ports/system/log.js';
import { startAdminApi } from '#src/admin-api/start-admin-api.js';
import { answer, argument } from '../harness/child.js';

export interface MeasuredArgument {
  readonly folder: string;
  readonly serverId: string;
  readonly phases: number;
}

export interface MeasuredApi {
  readonly url: string;
  readonly password: string;
  /** With indices, by table. */
  readonly bytes: Readonly<Record<string, number>>;
}

const nothing = (): void => undefined;
const quiet: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const { folder, serverId, phases } = argument<MeasuredArgument>();
// The cluster's user must be able to walk there; as root that is somebody else.
await chmod(folder, 0o755);
const postgres = await startEmbeddedPostgres({
  folder: path.join(folder, 'postgres'),
  log: quiet,
  ephemeral: true,
});
const dataDir = path.join(folder, 'data');
await mkdir(dataDir, { mode: 0o700 });
const api = await startAdminApi({
  ...{ host: '127.0.0.1', port: 0, publicUrl: undefined, databaseUrl: postgres.ownerUrl, dataDir },
  ...{ consoleDir: undefined, maps: new MemoryMapCatalogue(), auditDays: 30, version: 'bench' },
  ...{ log: quiet, clock: new SystemClock() },
});
const bytes = await fill();
process.on('disconnect', () => void stop());
answer({ url: api.url, password: api.ownerPassword!, bytes } satisfies MeasuredApi);

async function fill(): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  await client.query(
    `insert into game_servers (id, name, version, host, udp_port, http_port, started_at, players_max, udp_adapter, maps,
       token_id, last_seen_at, players, draining, stopped, closed_verbs)
     values ($1, 'measured', '1', '127.0.0.1', 7777, 7780, now(), 1000, 'dgram', '[]', $1, now(), 0, false, false, '[]')`,
    [serverId],
  );
  const places = Math.max(...figureNames.map((name) => figureNamed(name).place));
  const numbers = `(select array_agg((random() * 1000)::real) from generate_series(1, ${places}) where n > 0)`;
  const key = (value: string): string =>
    `(select jsonb_build_object('playersByMap', jsonb_build_object('meadow', ${value}, 'cave', ${value}),
       'phaseMsMean', jsonb_object_agg('phase-' || p, ${value}), 'phaseMsP99', jsonb_object_agg('phase-' || p, ${value}))
     from generate_series(1, ${phases}) p where n > 0)`;
  await client.query(
    `insert into telemetry_samples (server_id, at, seconds, figures, keyed)
     select $1, date_trunc('second', now()) - n * interval '1 second', 1, ${numbers}, ${key('(random() * 9)::real')}
     from generate_series(1, 6 * 3600) n`,
    [serverId],
  );
  for (const [table, unit, count] of [
    ['minutes', 'minute', 35 * 24 * 60],
    ['hours', 'hour', 400 * 24],
  ] as const)
    await client.query(
      `insert into telemetry_${table} (server_id, at, seconds, means, leasts, largests, weights, keyed)
       select $1, date_trunc('${unit}', now()) - n * interval '1 ${unit}', 60, ${numbers}, ${numbers}, ${numbers}, ${numbers},
         ${key('jsonb_build_array((random() * 9)::real, 9, 60)')}
       from generate_series(1, ${count}) n`,
      [serverId],
    );
  await client.query(
    `insert into telemetry_summed values ($1, date_trunc('minute', now()) - interval '1 minute', '-infinity')`,
    [serverId],
  );
  await client.query('vacuum analyze');
  const sizes = await client.query<{ name: string; bytes: string }>(
    `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
     where relkind = 'r' and relname in ('telemetry_samples', 'telemetry_minutes', 'telemetry_hours')`,
  );
  await client.end();
  return Object.fromEntries(sizes.rows.map(({ name, bytes: size }) => [name, Number(size)]));
}

async function stop(): Promise<void> {
  await api.stop();
  await postgres.stop();
  process.exit(0);
}
