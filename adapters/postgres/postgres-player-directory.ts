// The player directory in PostgreSQL. Reports of many players are one statement each.

import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import type {
  ChangedPlayer,
  DirectoryPlayer,
  JoinedPlayer,
  LeftPlayer,
  PlayerDirectory,
  PlayerPage,
  PlayerQuery,
} from '#ports/player-directory.js';
import type { AdminDatabase } from './admin-database.js';
import { PlayerRow } from './rows/player-row.js';

const joinedSql = `
  insert into players (id, name, name_key, account_id, level, online, server_id, map,
    first_seen_at, last_seen_at, played_seconds)
  select gen_random_uuid(), name, name_key, account_id, level, true, ?, map, ?, ?, 0
  from jsonb_to_recordset(?::jsonb) as came (name text, name_key text, account_id uuid, level int, map text)
  order by name_key
  on conflict (name_key) do update set name = excluded.name, account_id = excluded.account_id,
    level = excluded.level, online = true, server_id = excluded.server_id, map = excluded.map,
    last_seen_at = excluded.last_seen_at`;

const leftSql = `
  update players set online = false, level = gone.level, played_seconds = gone.played_seconds, last_seen_at = ?
  from jsonb_to_recordset(?::jsonb) as gone (name_key text, level int, played_seconds float8)
  where players.name_key = gone.name_key and players.server_id = ?`;

const changedSql = `
  update players set level = changed.level, map = changed.map, last_seen_at = ?
  from (
    select players.id, news.level, news.map
    from jsonb_to_recordset(?::jsonb) as news (name_key text, level int, map text)
    join players on players.name_key = news.name_key and players.server_id = ? and players.online
    order by players.name_key
    for update of players
  ) as changed
  where players.id = changed.id`;

export class PostgresPlayerDirectory implements PlayerDirectory {
  constructor(private readonly database: AdminDatabase) {}

  async noteJoined(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void> {
    await upsert(this.database.fork(), serverId, players, nowUnixMs);
  }

  async noteLeft(serverId: string, players: readonly LeftPlayer[], nowUnixMs: number): Promise<void> {
    const gone = players.map(({ name, level, playedSeconds }) => ({
      name_key: name.toLowerCase(),
      level,
      played_seconds: playedSeconds,
    }));
    const parameters = [new Date(nowUnixMs), JSON.stringify(gone), serverId];
    await this.database.fork().execute(leftSql, parameters, 'run');
  }

  async noteChanged(serverId: string, players: readonly ChangedPlayer[], nowUnixMs: number): Promise<void> {
    const byKey = new Map(players.map((player) => [player.name.toLowerCase(), player]));
    const news = [...byKey].map(([nameKey, { level, map }]) => ({ name_key: nameKey, level, map }));
    const parameters = [new Date(nowUnixMs), JSON.stringify(news), serverId];
    await this.database.fork().execute(changedSql, parameters, 'run');
  }

  async replaceOnline(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void> {
    await this.database.fork().transactional(async (em) => {
      await em.nativeUpdate(PlayerRow, { serverId, online: true }, { online: false });
      await upsert(em as EntityManager, serverId, players, nowUnixMs);
    });
  }

  async markServerLost(serverId: string): Promise<number> {
    const online = { serverId, online: true };
    return this.database.fork().nativeUpdate(PlayerRow, online, { online: false });
  }

  async find(id: string): Promise<DirectoryPlayer | undefined> {
    const row = await this.database.fork().findOne(PlayerRow, { id });
    return row ? toPlayer(row) : undefined;
  }

  async page(query: PlayerQuery): Promise<PlayerPage> {
    const em = this.database.fork();
    const matching: FilterQuery<PlayerRow> = {
      ...(query.search !== undefined && { nameKey: { $like: containing(query.search) } }),
      ...(query.online !== undefined && { online: query.online }),
      ...(query.serverId !== undefined && { serverId: query.serverId }),
    };
    const rest: FilterQuery<PlayerRow> =
      query.afterName === undefined
        ? matching
        : { $and: [matching, { nameKey: { $gt: query.afterName.toLowerCase() } }] };
    // One more than asked for tells whether there is more.
    const options = { orderBy: { nameKey: 'asc' }, limit: query.limit + 1 } as const;
    const rows = await em.find(PlayerRow, rest, options);
    return {
      players: rows.slice(0, query.limit).map(toPlayer),
      more: rows.length > query.limit,
      total: await em.count(PlayerRow, matching),
    };
  }
}

/** In the order of names, so that reports of two servers wait for each other instead of blocking each other. */
async function upsert(
  em: EntityManager,
  serverId: string,
  players: readonly JoinedPlayer[],
  nowUnixMs: number,
): Promise<void> {
  // A statement may touch a row once; of a name that is given twice the last counts.
  const byKey = new Map(players.map((player) => [player.name.toLowerCase(), player]));
  const came = [...byKey].map(([nameKey, { name, accountId, level, map }]) => ({
    name,
    name_key: nameKey,
    account_id: accountId,
    level,
    map,
  }));
  if (came.length === 0) return;
  const now = new Date(nowUnixMs);
  await em.execute(joinedSql, [serverId, now, now, JSON.stringify(came)], 'run');
}

/** A pattern that takes its text literally. */
function containing(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
}

function toPlayer(row: PlayerRow): DirectoryPlayer {
  return {
    id: row.id,
    name: row.name,
    accountId: row.accountId,
    level: row.level,
    online: row.online,
    serverId: row.serverId,
    map: row.map,
    firstSeenAtUnixMs: row.firstSeenAt.getTime(),
    lastSeenAtUnixMs: row.lastSeenAt.getTime(),
    playedSeconds: row.playedSeconds,
  };
}
