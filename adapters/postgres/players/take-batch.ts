// A batch of what a game server tells of its characters, taken within a transaction: its place in the telling is judged with
// the server's row locked, so that two that come at once are judged one after the other.

import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import {
  placeOf,
  type BatchPlace,
  type DirectoryBatch,
  type KnownTelling,
} from '#ports/admin/players/directory-batch.js';
import { DirectoryTellingRow } from '../rows/player-row.js';
import { rowKey } from './row-key.js';

/** So that there is a row to lock; its telling is nobody's. */
const claimSql = `
  insert into directory_tellings (server_id, telling, number, mark, as_of, whole)
  values (?, '', 0, '', 0, false) on conflict do nothing`;

const toldColumns = `(character_id bigint, name text, name_key text, account_id uuid, level int, map text,
  played_seconds float8, created_ms float8, saved_ms float8)`;

/** In another telling an id may be another character's, where a game file was put back to an earlier time. */
const strangersSql = `
  delete from players using jsonb_to_recordset(?::jsonb) as told ${toldColumns}
  where players.server_id = ? and players.character_id = told.character_id
    and players.telling is not null and players.telling <> ?
    and players.name_key <> told.name_key and players.account_id <> told.account_id`;

/** Rows from before servers told the id of a character. */
const adoptSql = `
  update players set character_id = told.character_id
  from jsonb_to_recordset(?::jsonb) as told ${toldColumns}
  where players.server_id = ? and players.character_id is null and players.name_key = told.name_key
    and not exists (
      select from players as known where known.server_id = ? and known.character_id = told.character_id
    )`;

const toldSql = `
  insert into players (id, character_id, name, name_key, account_id, level, online, server_id, map,
    first_seen_at, last_seen_at, played_seconds, telling, as_of)
  select gen_random_uuid(), character_id, name, name_key, account_id, level, false, given.server_id, map,
    to_timestamp(least(created_ms, given.now_ms) / 1000), to_timestamp(least(saved_ms, given.now_ms) / 1000),
    played_seconds, given.telling, given.as_of
  from jsonb_to_recordset(?::jsonb) as told ${toldColumns},
    (select ?::uuid as server_id, ?::float8 as now_ms, ? as telling, ?::bigint as as_of) as given
  order by character_id
  on conflict (server_id, character_id) do update set name = excluded.name, name_key = excluded.name_key,
    account_id = excluded.account_id, level = excluded.level, map = excluded.map,
    played_seconds = excluded.played_seconds, first_seen_at = excluded.first_seen_at,
    last_seen_at = case when players.online then greatest(players.last_seen_at, excluded.last_seen_at)
      else excluded.last_seen_at end,
    telling = excluded.telling, as_of = excluded.as_of
  where players.telling is distinct from excluded.telling or players.as_of <= excluded.as_of`;

const goneSql = `
  delete from players where server_id = ? and character_id in (select value::bigint from jsonb_array_elements_text(?::jsonb))`;

/** Before they go: whom the directory listed is found by that later. */
const erasedSql = `
  insert into erased_characters (server_id, character_id, created_at_ms, player_id, erased_at)
  select given.server_id, erased.character_id, erased.created_at_ms, players.id, to_timestamp(given.now_ms / 1000)
  from jsonb_to_recordset(?::jsonb) as erased (character_id bigint, created_at_ms bigint)
  cross join (select ?::uuid as server_id, ?::float8 as now_ms) as given
  left join players on players.server_id = given.server_id and players.character_id = erased.character_id
  on conflict (server_id, character_id, created_at_ms) do update
    set player_id = coalesce(erased_characters.player_id, excluded.player_id)`;

/** Also of those that were told before without an order: what was ordered is the player from then on. */
const orderedSql = `
  update erased_characters set player_id = erased.ordered_as
  from jsonb_to_recordset(?::jsonb) as erased (character_id bigint, created_at_ms bigint, ordered_as uuid)
  where erased_characters.server_id = ? and erased_characters.character_id = erased.character_id
    and erased_characters.created_at_ms = erased.created_at_ms and erased.ordered_as is not null`;

const receiptsSql = `
  insert into erasure_receipts (server_id, character_id, created_at_ms, receipt, told_at)
  select given.server_id, erased.character_id, erased.created_at_ms, erased.receipt, to_timestamp(given.now_ms / 1000)
  from jsonb_to_recordset(?::jsonb) as erased (character_id bigint, created_at_ms bigint, receipt text)
  cross join (select ?::uuid as server_id, ?::float8 as now_ms) as given
  where erased.receipt is not null
  on conflict do nothing`;

const untoldSql = 'delete from players where server_id = ? and not online and telling is distinct from ?';

type KnownRow = Omit<KnownTelling, 'isWhole'> & { readonly whole: boolean };

export function placeIn(row: KnownRow | null, batch: DirectoryBatch): BatchPlace {
  return placeOf(batch, row === null || row.telling === '' ? undefined : { ...row, isWhole: row.whole });
}

export async function takeBatch(
  em: EntityManager,
  serverId: string,
  batch: DirectoryBatch,
  nowUnixMs: number,
): Promise<BatchPlace> {
  await em.execute(claimSql, [serverId], 'run');
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
  const row = await em.findOneOrFail(DirectoryTellingRow, { serverId }, lock);
  const place = placeIn(row, batch);
  if (place === 'diverged') return place;
  const { telling, number, mark, asOf, isWhole } = batch;
  if (batch.characters.length > 0) {
    const told = JSON.stringify(batch.characters.map(rowOf));
    await em.execute(strangersSql, [told, serverId, telling], 'run');
    await em.execute(adoptSql, [told, serverId, serverId], 'run');
    await em.execute(toldSql, [told, serverId, nowUnixMs, telling, asOf], 'run');
  }
  if (batch.erased !== undefined && batch.erased.length > 0) {
    const erased = JSON.stringify(
      batch.erased.map(({ characterId, createdAtUnixMs, receipt, orderedAs }) => ({
        ...{ character_id: characterId, created_at_ms: createdAtUnixMs, receipt, ordered_as: orderedAs },
      })),
    );
    await em.execute(erasedSql, [erased, serverId, nowUnixMs], 'run');
    await em.execute(orderedSql, [erased, serverId], 'run');
    await em.execute(receiptsSql, [erased, serverId, nowUnixMs], 'run');
  }
  if (batch.gone.length > 0) await em.execute(goneSql, [serverId, JSON.stringify(batch.gone)], 'run');
  if (isWhole && (place === 'first' || !row.whole)) await em.execute(untoldSql, [serverId, telling], 'run');
  const news = { telling, number, mark, asOf, whole: isWhole };
  await em.nativeUpdate(DirectoryTellingRow, { serverId }, news);
  return place;
}

function rowOf(character: DirectoryBatch['characters'][number]) {
  const { characterId, name, accountId, level, map, playedSeconds } = character;
  return {
    ...{ character_id: characterId, name, name_key: rowKey(name), account_id: accountId, level, map },
    played_seconds: playedSeconds,
    created_ms: character.createdAtUnixMs,
    saved_ms: character.savedAtUnixMs,
  };
}
