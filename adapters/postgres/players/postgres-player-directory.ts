// The player directory in PostgreSQL. Reports of many players are one statement each.

import { nameKey as keyOfName } from '#ports/names/name-key.js';
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import type { BatchPlace, DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import type {
  ChangedPlayer,
  DirectoryPlayer,
  JoinedPlayer,
  LeftPlayer,
  PlayerDirectory,
  PlayerPage,
  PlayerQuery,
} from '#ports/admin/players/player-directory.js';
import type {
  ErasedCharacter,
  ErasedPlace,
  RememberedErasure,
} from '#ports/admin/players/erased-character.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { DirectoryTellings } from '../migrations/players/directory-tellings.js';
import { ErasedCharacters } from '../migrations/players/erased-characters.js';
import { ErasureReceiptTable } from '../migrations/players/erasure-receipts.js';
import { DirectoryTellingRow, ErasedCharacterRow, ErasureReceiptRow, PlayerRow } from '../rows/player-row.js';
import { rowKey } from './row-key.js';
import { placeIn, takeBatch } from './take-batch.js';

/** What reports say of a player counts until its state came by a batch. */
function unlessTold(column: string, news: string): string {
  return `${column} = case when players.telling is null then ${news}.${column} else players.${column} end`;
}

/** Rows from before servers told the id of a character: taken over by who bears the name there now. */
const adoptSql = `
  update players set character_id = came.character_id
  from jsonb_to_recordset(?::jsonb) as came (character_id bigint, name_key text)
  where players.server_id = ? and players.character_id is null and players.name_key = came.name_key
    and not exists (
      select from players as known where known.server_id = ? and known.character_id = came.character_id
    )`;

const joinedSql = `
  insert into players (id, character_id, name, name_key, account_id, level, online, server_id, map,
    first_seen_at, last_seen_at, played_seconds)
  select gen_random_uuid(), character_id, name, name_key, account_id, level, true, ?, map, ?, ?, 0
  from jsonb_to_recordset(?::jsonb)
    as came (character_id bigint, name text, name_key text, account_id uuid, level int, map text)
  order by character_id
  on conflict (server_id, character_id) do update set ${unlessTold('name', 'excluded')},
    ${unlessTold('name_key', 'excluded')}, ${unlessTold('account_id', 'excluded')}, ${unlessTold('level', 'excluded')},
    ${unlessTold('map', 'excluded')}, online = true, last_seen_at = excluded.last_seen_at`;

const leftSql = `
  update players set online = false, ${unlessTold('name', 'gone')}, ${unlessTold('name_key', 'gone')},
    ${unlessTold('level', 'gone')}, ${unlessTold('played_seconds', 'gone')}, last_seen_at = ?
  from jsonb_to_recordset(?::jsonb)
    as gone (character_id bigint, name text, name_key text, level int, played_seconds float8)
  where players.character_id = gone.character_id and players.server_id = ?`;

const changedSql = `
  update players set ${unlessTold('name', 'changed')}, ${unlessTold('name_key', 'changed')},
    ${unlessTold('level', 'changed')}, ${unlessTold('map', 'changed')}, last_seen_at = ?
  from (
    select players.id, news.name, news.name_key, news.level, news.map
    from jsonb_to_recordset(?::jsonb)
      as news (character_id bigint, name text, name_key text, level int, map text)
    join players on players.character_id = news.character_id and players.server_id = ? and players.online
    order by players.character_id
    for update of players
  ) as changed
  where players.id = changed.id`;

/** Only of servers that have too many are the rows put into order. */
const forgetExcessSql = `
  delete from players where not online and id in (
    select id from (
      select id, row_number() over (partition by server_id order by online desc, last_seen_at desc) as place
      from players
      where server_id in (select server_id from players group by server_id having count(*) > ?)
    ) as ranked
    where place > ?
  )`;

export class PostgresPlayerDirectory implements PlayerDirectory {
  static readonly tables: StoreTables = {
    rows: [PlayerRow, DirectoryTellingRow, ErasedCharacterRow, ErasureReceiptRow],
    migrations: [
      { name: '2026-11-29-directory-tellings', class: DirectoryTellings },
      { name: '2026-11-29-erased-characters', class: ErasedCharacters },
      { name: '2026-11-30-erasure-receipts', class: ErasureReceiptTable },
    ],
  };

  constructor(private readonly database: AdminDatabase) {}

  async noteJoined(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void> {
    await upsert(this.database.fork(), serverId, players, nowUnixMs);
  }

  async noteLeft(serverId: string, players: readonly LeftPlayer[], nowUnixMs: number): Promise<void> {
    const gone = lastOfEach(players).map(({ playedSeconds, ...rest }) => ({
      ...named(rest),
      played_seconds: playedSeconds,
    }));
    const parameters = [new Date(nowUnixMs), JSON.stringify(gone), serverId];
    await this.database.fork().execute(leftSql, parameters, 'run');
  }

  async noteChanged(serverId: string, players: readonly ChangedPlayer[], nowUnixMs: number): Promise<void> {
    const news = lastOfEach(players).map(named);
    const parameters = [new Date(nowUnixMs), JSON.stringify(news), serverId];
    await this.database.fork().execute(changedSql, parameters, 'run');
  }

  async replaceOnline(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void> {
    await this.database.fork().transactional(async (em) => {
      await em.nativeUpdate(PlayerRow, { serverId, online: true }, { online: false });
      await upsert(em as EntityManager, serverId, players, nowUnixMs);
    });
  }

  async placeOfBatch(serverId: string, batch: DirectoryBatch): Promise<BatchPlace> {
    return placeIn(await this.database.fork().findOne(DirectoryTellingRow, { serverId }), batch);
  }

  async takeBatch(serverId: string, batch: DirectoryBatch, nowUnixMs: number): Promise<BatchPlace> {
    return this.database
      .fork()
      .transactional((em) => takeBatch(em as EntityManager, serverId, batch, nowUnixMs));
  }

  async removeServer(serverId: string): Promise<void> {
    await this.database.fork().transactional(async (em) => {
      await em.nativeDelete(DirectoryTellingRow, { serverId });
      await em.nativeDelete(PlayerRow, { serverId });
    });
  }

  async markServerLost(serverId: string): Promise<number> {
    const online = { serverId, online: true };
    return this.database.fork().nativeUpdate(PlayerRow, online, { online: false });
  }

  async countOnline(serverId: string): Promise<number> {
    return this.database.fork().count(PlayerRow, { serverId, online: true });
  }

  async forget(old: { seenBeforeUnixMs: number; perServerMax: number }): Promise<void> {
    const em = this.database.fork();
    const unseen = { online: false, lastSeenAt: { $lt: new Date(old.seenBeforeUnixMs) } };
    await em.nativeDelete(PlayerRow, unseen);
    await em.execute(forgetExcessSql, [old.perServerMax, old.perServerMax], 'run');
  }

  async find(id: string): Promise<DirectoryPlayer | undefined> {
    const row = await this.database.fork().findOne(PlayerRow, { id });
    return row ? toPlayer(row) : undefined;
  }

  async findCharacter(serverId: string, characterId: number): Promise<DirectoryPlayer | undefined> {
    const row = await this.database.fork().findOne(PlayerRow, { serverId, characterId });
    return row ? toPlayer(row) : undefined;
  }

  async erasureOf(id: string): Promise<ErasedPlace | undefined> {
    const row = await this.database.fork().findOne(ErasedCharacterRow, { playerId: id });
    return row === null ? undefined : { serverId: row.serverId, characterId: row.characterId };
  }

  async erasedAmong(serverId: string, characters: readonly ErasedCharacter[]): Promise<RememberedErasure[]> {
    const em = this.database.fork();
    const characterId = { $in: characters.map((one) => one.characterId) };
    const rows = await em.find(ErasedCharacterRow, { serverId, characterId });
    if (rows.length === 0) return [];
    const players = new Map(rows.map((row) => [momentOf(row), row.playerId ?? undefined]));
    const receipts = await em.find(
      ErasureReceiptRow,
      { serverId, characterId },
      { orderBy: { toldAt: 'asc', receipt: 'asc' } },
    );
    return characters
      .map(({ characterId: id, createdAtUnixMs }) => ({ characterId: id, createdAtUnixMs }))
      .filter((one) => players.has(`${one.characterId} ${one.createdAtUnixMs}`))
      .map((one) => {
        const moment = `${one.characterId} ${one.createdAtUnixMs}`;
        const own = receipts.filter((row) => momentOf(row) === moment);
        return { ...one, playerId: players.get(moment), receipts: own.map(({ receipt }) => receipt) };
      });
  }

  async countErased(serverId: string): Promise<number> {
    const em = this.database.fork();
    const characters = await em.count(ErasedCharacterRow, { serverId });
    return Math.max(characters, await em.count(ErasureReceiptRow, { serverId }));
  }

  async page(query: PlayerQuery): Promise<PlayerPage> {
    const em = this.database.fork();
    const matching: FilterQuery<PlayerRow> = {
      ...(query.search !== undefined && { nameKey: { $like: containing(query.search) } }),
      ...(query.online !== undefined && { online: query.online }),
      ...(query.serverId !== undefined && { serverId: query.serverId }),
    };
    const { after } = query;
    const rest: FilterQuery<PlayerRow> =
      after === undefined ? matching : { $and: [matching, isAfter(rowKey(after.name), after.id)] };
    // One more than asked for tells whether there is more.
    const options = { orderBy: { nameKey: 'asc', id: 'asc' }, limit: query.limit + 1 } as const;
    const rows = await em.find(PlayerRow, rest, options);
    return {
      players: rows.slice(0, query.limit).map(toPlayer),
      more: rows.length > query.limit,
      total: await em.count(PlayerRow, matching),
    };
  }
}

/** In the order of characters, so that two reports of a server wait for each other instead of blocking each other. */
async function upsert(
  em: EntityManager,
  serverId: string,
  players: readonly JoinedPlayer[],
  nowUnixMs: number,
): Promise<void> {
  if (players.length === 0) return;
  const came = JSON.stringify(
    lastOfEach(players).map(({ accountId, ...rest }) => ({ ...named(rest), account_id: accountId })),
  );
  const now = new Date(nowUnixMs);
  await em.execute(adoptSql, [came, serverId, serverId], 'run');
  await em.execute(joinedSql, [serverId, now, now, came], 'run');
}

/** A statement may touch a row once; of a character that is given twice the last counts. */
function lastOfEach<Player extends { characterId: number }>(players: readonly Player[]): Player[] {
  return [...new Map(players.map((player) => [player.characterId, player])).values()];
}

function named<Rest extends { characterId: number; name: string }>({ characterId, name, ...rest }: Rest) {
  return { character_id: characterId, name, name_key: rowKey(name), ...rest };
}

function isAfter(nameKey: string, id: string): FilterQuery<PlayerRow> {
  // The first condition is in the others, and what an index can begin with.
  return { nameKey: { $gte: nameKey }, $or: [{ nameKey: { $gt: nameKey } }, { id: { $gt: id } }] };
}

/** A pattern that takes its text literally. */
function containing(text: string): string {
  return `%${keyOfName(text).replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** Which character it was. */
function momentOf(row: { characterId: number; createdAtMs: number }): string {
  return `${row.characterId} ${row.createdAtMs}`;
}

function toPlayer(row: PlayerRow): DirectoryPlayer {
  return {
    id: row.id,
    characterId: row.characterId ?? undefined,
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
