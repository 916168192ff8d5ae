// The admin API with a PostgreSQL of its own, whose lists are as long as they get: players of ten servers and what operators
// did, half of it to one player. Answers where it listens and how its owner gets in, and ends with its parent.

import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { MemoryMapCatalogue } from '#adapters/memory/admin/servers/map-catalogue.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/embedded-postgres.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import type { Log } from '#ports/system/log.js';
import { startAdminApi } from '#src/admin-api/start-admin-api.js';
import { answer, argument } from '../harness/child.js';

export interface ListsArgument {
  readonly folder: string;
  readonly players: number;
  readonly auditEntries: number;
}

export interface ListsApi {
  readonly url: string;
  readonly password: string;
}

const nothing = (): void => undefined;
const quiet: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const { folder, players, auditEntries } = argument<ListsArgument>();
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
await fill();
process.on('disconnect', () => void stop());
answer({ url: api.url, password: api.ownerPassword! } satisfies ListsApi);

async function fill(): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  await client.query(
    `insert into players (id, name, character_id, name_key, account_id, level, online, server_id, map, first_seen_at,
       last_seen_at, played_seconds)
     select gen_random_uuid(), 'Player' || to_hex(n * 7919), n, 'player' || to_hex(n * 7919), gen_random_uuid(), 1 + n % 60,
       n % 20 = 0, ('11111111-1111-4111-8111-' || lpad((n % 10)::text, 12, '0'))::uuid, 'meadow', now(), now(), n
     from generate_series(1, $1::int) as n`,
    [players],
  );
  await client.query(
    `insert into audit_entries (at, actor_name, action, outcome, target, details, address, request_id)
     select now() - n * interval '1 minute', 'operator-' || n % 9, (array['command.kick', 'session.begun', 'command.grantItems'])[1 + n % 3],
       'done', case n % 2 when 0 then 'player:one' else 'player:' || n end, '{"why":"so that it has some words"}', '10.0.0.1', 'r'
     from generate_series(1, $1::int) as n`,
    [auditEntries],
  );
  await client.query('analyze');
  await client.end();
}

async function stop(): Promise<void> {
  await api.stop();
  await postgres.stop();
  process.exit(0);
}
