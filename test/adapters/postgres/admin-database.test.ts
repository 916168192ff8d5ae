// The admin database's schema: what migrations make is what the rows declare, once, and the audit log stays as it is.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import { migrateDatabase } from '#adapters/postgres/connection/migrate-database.js';
import { PostgresAuditLog } from '#adapters/postgres/audit/postgres-audit-log.js';
import { PostgresPlayerDirectory } from '#adapters/postgres/players/postgres-player-directory.js';
import { PostgresServerRegistry } from '#adapters/postgres/servers/postgres-server-registry.js';
import { PostgresServerTokenStore } from '#adapters/postgres/tokens/postgres-server-token-store.js';
import { PostgresTelemetryHistory } from '#adapters/postgres/monitoring/postgres-telemetry-history.js';
import { withStartLock } from '#adapters/postgres/connection/start-lock.js';
import { adminTables } from '#src/admin-api/admin-stores.js';
import { RecordingLog, silentLog } from '../../support/silent-log.js';
import { everything, hourMs, upTo } from '../../support/admin/history-questions.js';
import { openTestDatabase, type TestDatabase } from '../../support/admin/test-database.js';

const { migrations } = adminTables;

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

describe('the schema', () => {
  it('is what the rows declare after all migrations', async () => {
    expect(await test.ownerDatabase.driftSql()).toBe('');
    expect(await test.ownerDatabase.hasDrifted()).toBe(false);
  });

  it('shows drift when somebody changed a table by hand', async () => {
    await test.ownerDatabase.fork().execute('alter table players add column extra int');
    expect(await test.ownerDatabase.hasDrifted()).toBe(true);
    await test.ownerDatabase.fork().execute('alter table players drop column extra');
    expect(await test.ownerDatabase.hasDrifted()).toBe(false);
  });

  it('has nothing left to migrate on the next start', async () => {
    expect(await migrateDatabase(test.url, adminTables, silentLog)).toEqual([]);
  });
});

describe('a database of the first release', () => {
  const [serverId, otherId, tokenId] = Array.from({ length: 3 }, () => randomUUID());
  const now = '2026-11-20T10:00:00Z';

  it('keeps its players, tokens and servers, and loses only measurements that no server made', async () => {
    const admin = new pg.Client(test.url);
    await admin.connect();
    await admin.query('create database old');
    const url = new URL(test.url);
    url.pathname = '/old';
    await migrateDatabase(url.href, { ...adminTables, migrations: migrations.slice(0, 2) }, silentLog);
    const old = new pg.Client(url.href);
    await old.connect();
    await old.query(oldRows);
    await old.end();
    expect(await migrateDatabase(url.href, adminTables, silentLog)).toEqual(
      migrations.slice(2).map(({ name }) => name),
    );
    const database = await AdminDatabase.open(url.href, adminTables, silentLog);

    const tokens = await new PostgresServerTokenStore(database).list();
    expect(tokens.map(({ label, kind, serverId: of }) => [label, kind, of]).sort()).toEqual([
      ['login service of this machine', 'login-service', undefined],
      ['this machine', 'game-server', serverId],
    ]);
    expect(await new PostgresServerRegistry(database).list()).toMatchObject([
      { id: serverId, name: 'local' },
    ]);
    const history = new PostgresTelemetryHistory(database);
    const memory = async (step: number) =>
      (await history.read(serverId!, everything(step, { figures: ['memoryBytes'] }))).map(
        ({ figures }) => figures.memoryBytes?.mean,
      );
    expect(await memory(1)).toEqual([1e8, undefined]);
    await history.tend(upTo(Date.parse(now) + 2 * hourMs));
    expect(await memory(3600)).toEqual([1e8]);

    const players = new PostgresPlayerDirectory(database);
    const [ann] = (await players.page({ limit: 10 })).players;
    expect(ann).toMatchObject({ name: 'Ann', characterId: undefined, playedSeconds: 90 });
    const joined = { characterId: 5, name: 'ANN', accountId: tokenId!, level: 8, map: 'cave' };
    await players.noteJoined(otherId!, [joined], Date.parse(now));
    await players.noteJoined(serverId!, [joined], Date.parse(now));
    expect(await players.find(ann!.id)).toMatchObject({ name: 'ANN', characterId: 5, playedSeconds: 90 });
    expect((await players.page({ limit: 10 })).total).toBe(2);
    await database.close();
    await admin.query('drop database old with (force)');
    await admin.end();
  });

  const oldRows = `
    insert into server_tokens (id, label, token_digest, created_at) values
      ('${tokenId}', 'this machine', 'a', '${now}'),
      ('${otherId}', 'login service of this machine', 'b', '${now}');
    insert into game_servers (id, name, version, host, udp_port, http_port, started_at, players_max, udp_adapter,
      maps, token_id, last_seen_at, players, draining, stopped, public_key) values
      ('${serverId}', 'local', '0.1.0', '127.0.0.1', 7777, 7780, '${now}', 10, 'dgram', '[]', '${tokenId}', '${now}',
        0, false, false, 'abc'),
      ('${otherId}', 'without a key', '0.1.0', '127.0.0.1', 7777, 7780, '${now}', 10, 'dgram', '[]', '${otherId}',
        '${now}', 0, false, false, '');
    insert into players (id, name, name_key, account_id, level, online, server_id, map, first_seen_at, last_seen_at,
      played_seconds) values
      ('${tokenId}', 'Ann', 'ann', '${tokenId}', 7, false, '${serverId}', 'meadow', '${now}', '${now}', 90);
    -- As a later migration had it for some days.
    alter table telemetry_samples alter column memory_bytes drop not null;
    insert into telemetry_samples (server_id, at, players, tick_ms_p50, tick_ms_p99, packets_in_per_second,
      packets_out_per_second, memory_bytes) values
      ('${serverId}', '${now}', 1, 1, 1, 1, 1, 1e8),
      ('${serverId}', '2026-11-20T10:00:02Z', 1, 1, 1, 1, 1, null),
      ('${serverId}', '2026-11-20T10:00:01Z', 1, 1, 1, 1, 1, 1e308),
      ('${serverId}', '9999-11-20T10:00:01Z', 1, 1, 1, 1, 1, 1e8)`;
});

describe('the audit table', () => {
  it('refuses to change, remove or empty entries', async () => {
    await new PostgresAuditLog(test.database).append({
      ...{ atUnixMs: 0, actorId: undefined, actorName: 'ann', action: 'test', outcome: 'done' },
      ...{ target: '', details: {}, address: '', requestId: '' },
    });
    for (const sql of [
      "update audit_entries set actor_name = 'bob'",
      'delete from audit_entries',
      'truncate audit_entries',
    ]) {
      await expect(test.ownerDatabase.fork().execute(sql)).rejects.toThrow('neither changed nor removed');
    }
  });

  it('is not read whole for the connect tokens of one name', async () => {
    const tokensOf = `details->>'serverId' = '' and lower(details->>'characterName') = lower('Ada')`;
    const plan = await test.ownerDatabase.fork().transactional(async (em) => {
      // Of a table as small as this one that is the shortest way.
      await em.execute('set local enable_seqscan = off');
      return em.execute<object[]>(`explain select id from audit_entries where ${tokensOf}`);
    });
    expect(JSON.stringify(plan)).toContain('audit_entries_character_name_index');
  });

  it('refuses to forget entries of the last 30 days, whoever asks', async () => {
    const forget = (days: number) =>
      test.database.fork().execute(`select forget_audit_entries(now() - interval '${days} days')`);
    await expect(forget(29)).rejects.toThrow('the last 30 days are kept');
    await forget(31);
    const claim = "perform set_config('tos.forgets_audit', 'on', true);";
    const remove = 'delete from audit_entries';
    for (const sql of [remove, `do $$ begin ${claim} ${remove}; end $$`]) {
      await expect(test.database.fork().execute(sql)).rejects.toThrow('nor removed');
    }
  });
});

describe('the user that the API works as', () => {
  it.each([
    'create table more (id int)',
    'alter table players add column extra int',
    'drop table players',
    'truncate login_attempts',
    'alter table audit_entries disable trigger user',
    'create role more',
    "copy players to program 'true'",
    'set role tos_owner',
  ])('may not: %s', async (sql) => {
    await expect(test.database.fork().execute(sql)).rejects.toMatchObject({
      message: expect.stringMatching(/permission denied|must be owner/),
    });
  });

  it('finds names by likeness beyond ASCII', async () => {
    await test.ownerDatabase.fork().execute('create extension pg_trgm');
    const rows = await test.database.fork().execute("select similarity('ÆRØ', 'ærø') as likeness");
    expect(rows).toEqual([{ likeness: 1 }]);
    await test.ownerDatabase.fork().execute('drop extension pg_trgm');
  });
});

class Slow extends Migration {
  override up(): void {
    this.addSql('select pg_sleep(6)');
  }
}

class Widen extends Migration {
  override up(): void {
    this.addSql('alter table players add column extra int');
  }
}

describe('a migration', () => {
  const only = (one: typeof Slow, name: string) => ({
    ...adminTables,
    migrations: [...migrations, { name, class: one }],
  });
  const undo = (name: string) =>
    test.ownerDatabase.fork().execute(`delete from schema_migrations where name = '${name}'`);

  it('may take longer than a query of the API', async () => {
    await expect(test.database.fork().execute('select pg_sleep(6)')).rejects.toThrow(/timeout/);
    expect(await migrateDatabase(test.url, only(Slow, 'slow'), silentLog)).toEqual(['slow']);
    await undo('slow');
  });

  it('lets others at a table that it waits for, and comes through when the table is free', async () => {
    const reader = new pg.Client(test.url);
    await reader.connect();
    await reader.query('begin; select from players');
    const log = new RecordingLog();
    const migrated = migrateDatabase(test.url, only(Widen, 'widen'), log, { lockMsMax: 50, pauseMs: 50 });
    while (log.lines.filter(({ level }) => level === 'warn').length < 3) await sleep(10);
    expect(await test.database.fork().execute('select count(*)::int as n from players')).toEqual([{ n: 0 }]);
    await reader.end();
    expect(await migrated).toEqual(['widen']);
    await test.ownerDatabase.fork().execute('alter table players drop column extra');
    await undo('widen');
  });

  it('says so when a table is never free', async () => {
    const reader = new pg.Client(test.url);
    await reader.connect();
    await reader.query('begin; select from players');
    const options = { lockMsMax: 50, pauseMs: 50, triesMax: 2 };
    await expect(migrateDatabase(test.url, only(Widen, 'widen'), silentLog, options)).rejects.toMatchObject({
      code: 'busy',
    });
    await reader.end();
  });
});

describe('preparing the database', () => {
  it('is done by one process at a time', async () => {
    const steps: string[] = [];
    const prepare = (who: string) => () =>
      withStartLock(test.url, async () => {
        steps.push(`${who} begins`);
        await new Promise((resolve) => setTimeout(resolve, 50));
        steps.push(`${who} ends`);
      });
    await Promise.all([prepare('a')(), prepare('b')()]);
    const [first, second] = steps[0] === 'a begins' ? ['a', 'b'] : ['b', 'a'];
    expect(steps).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
  });

  it('migrates once when several replicas start together on an empty database', async () => {
    const admin = new pg.Client(test.url);
    await admin.connect();
    await admin.query('create database fresh');
    const url = new URL(test.url);
    url.pathname = '/fresh';
    const replica = async () => {
      const applied = await withStartLock(url.href, () => migrateDatabase(url.href, adminTables, silentLog));
      return applied.length;
    };
    const applied = await Promise.all([replica(), replica(), replica()]);
    expect(applied.sort()).toEqual([0, 0, migrations.length]);
    await admin.query('drop database fresh with (force)');
    await admin.end();
  });

  it('says what is wrong with an address that is none', async () => {
    await expect(withStartLock('mysql://localhost/x', async () => 1)).rejects.toMatchObject({
      code: 'bad-address',
      message: expect.stringContaining('postgres://user:password@host:5432/database'),
    });
  });

  it('names host and database, and never the password, when nobody answers', async () => {
    const error: Error = await withStartLock('postgres://u:s3cret@127.0.0.1:1/shop', async () => 1).then(
      () => new Error('it connected'),
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.message).toContain('"shop" at 127.0.0.1:1');
    expect(error.message).not.toContain('s3cret');
  });
});
