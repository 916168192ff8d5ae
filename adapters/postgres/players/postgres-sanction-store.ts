// Sanctions in PostgreSQL. Its clock is the only one that counts. Changes of one server's sanctions are numbered in the order
// in which they are committed: whoever changes some holds that server's lock.

import type { EntityManager } from '@mikro-orm/postgresql';
import {
  sanctionsInForceMax,
  sanctionsKeptMax,
  type Lifting,
  type NewSanction,
  type Sanction,
  type SanctionedPlayer,
  type SanctionStore,
} from '#ports/admin/players/sanction-store.js';
import { sanctionsOfServerMax, type ToldChanges } from '#ports/admin/players/sanction.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { PlayerSanctions } from '../migrations/players/player-sanctions.js';
import { SanctionRow } from '../rows/sanction-row.js';
import { rowKey } from './row-key.js';

const nobody = '00000000-0000-0000-0000-000000000000';

const inForce = '(erased_at is null and lifted_at is null and (until is null or until > now()))';
const endedAt = `least(lifted_at, until, erased_at)`;

/** Times as milliseconds since 1970, whatever the driver makes of dates. */
const columns = `id, server_id as "serverId", player_id as "playerId", character_id::float8 as "characterId", name,
  account_id as "accountId", measure, seconds, reason, message, actor_id as "actorId", actor_name as "actorName",
  ${unixMs('given_at')} as "givenAtUnixMs", ${unixMs('until')} as "untilUnixMs",
  ${unixMs('lifted_at')} as "liftedAtUnixMs", lifted_by_id as "liftedById", lifted_by_name as "liftedByName",
  lift_reason as "liftReason", known as "isKnownThere",
  case when erased_at is not null then 'erased' when lifted_at is not null then 'lifted'
    when until <= now() then 'expired' else 'in-force' end as state`;

const lockSql = `select pg_advisory_xact_lock(hashtextextended('sanctions ' || ?, 0))`;

const nextChange = `(select coalesce(max(change), 0) from player_sanctions where server_id = ?)`;

/** Whose sanctions are counted together: the account's; of a character from before guests had accounts, its own. */
const ofPlayer = `server_id = ? and case when ? = '${nobody}' then character_id = ? else account_id = ?::uuid end`;

const countsSql = `
  select (select count(*)::int from player_sanctions where server_id = ? and ${inForce}) as server,
    (select count(*)::int from player_sanctions where ${ofPlayer} and ${inForce}) as player`;

/** All that are not in force, but for the newest of them. */
const makeRoomSql = `
  delete from player_sanctions where id in (
    select id from player_sanctions where ${ofPlayer} and not ${inForce}
    order by ${endedAt}, change
    limit greatest(0, (select count(*) from player_sanctions where ${ofPlayer}) + 1 - ${sanctionsKeptMax}))`;

const imposeSql = `
  insert into player_sanctions (id, server_id, player_id, character_id, name, name_key, account_id, measure, seconds,
    reason, message, actor_id, actor_name, given_at, until, change, mark, known)
  select ?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?::uuid, ?, seconds, ?, ?, ?::uuid, ?, now(),
    now() + seconds * interval '1 s', ${nextChange} + 1, gen_random_uuid(), false
  from (select ?::int as seconds) as wanted
  returning ${columns}`;

const liftSql = `
  update player_sanctions set lifted_at = now(), lifted_by_id = ?, lifted_by_name = ?, lift_reason = ?,
    change = ${nextChange} + 1, mark = gen_random_uuid(), known = false
  where id = ? and ${inForce}
  returning ${columns}`;

const forgetPlayerSql = `
  update player_sanctions set erased_at = now(), name = '', name_key = '', account_id = '${nobody}', message = '',
    change = ${nextChange} + numbered.place, mark = gen_random_uuid(), known = false
  from (
    select id, row_number() over (order by change) as place from player_sanctions
    where server_id = ? and character_id = ? and erased_at is null
  ) as numbered
  where player_sanctions.id = numbered.id`;

const pageSql = (which: string): string => `
  select id, measure, character_id::float8 as "characterId", name, account_id as "accountId", message, mark,
    ${inForce} as "isInForce", coalesce(ceil(extract(epoch from until - now())), 0)::int as "secondsLeft"
  from player_sanctions where server_id = ? and ${which}
  order by change limit ?`;

type Row = { readonly [Key in keyof Sanction]: Sanction[Key] | null };

interface ChangeRow {
  readonly id: string;
  readonly measure: Sanction['measure'];
  readonly characterId: number;
  readonly name: string;
  readonly accountId: string;
  readonly message: string;
  readonly mark: string;
  readonly isInForce: boolean;
  readonly secondsLeft: number;
}

export class PostgresSanctionStore implements SanctionStore {
  static readonly tables: StoreTables = {
    rows: [SanctionRow],
    migrations: [{ name: '2026-11-30-player-sanctions', class: PlayerSanctions }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async impose(sanction: NewSanction): Promise<Sanction | undefined> {
    const { id, serverId, playerId, characterId, name, accountId, measure, seconds } = sanction;
    const { reason, message, actorId, actorName } = sanction;
    const whose = [serverId, accountId, characterId, accountId];
    return this.#changing(serverId, async (em) => {
      const [counts] = await rowsOf<{ server: number; player: number }>(em, countsSql, [serverId, ...whose]);
      if (counts!.server >= sanctionsOfServerMax || counts!.player >= sanctionsInForceMax) return undefined;
      await em.execute(makeRoomSql, [...whose, ...whose], 'run');
      const values = [id, serverId, playerId, characterId, name, rowKey(name), accountId, measure];
      const more = [reason, message, actorId, actorName, serverId, seconds ?? null];
      const [row] = await rowsOf<Row>(em, imposeSql, [...values, ...more]);
      return toSanction(row!);
    });
  }

  async lift(id: string, { actorId, actorName, reason }: Lifting): Promise<Sanction | undefined> {
    const there = await this.find(id);
    if (there === undefined) return undefined;
    const { serverId } = there;
    return this.#changing(serverId, async (em) => {
      const [row] = await rowsOf<Row>(em, liftSql, [actorId, actorName, reason, serverId, id]);
      return row && toSanction(row);
    });
  }

  async find(id: string): Promise<Sanction | undefined> {
    return (await this.#all(`id = ?`, [id]))[0];
  }

  about({ serverId, characterId, name, accountId }: SanctionedPlayer, limit: number): Promise<Sanction[]> {
    const isAbout = `server_id = ? and erased_at is null and ((account_id = ? and account_id <> '${nobody}')
      or (character_id = ? and name_key = ?)) order by given_at desc, change desc limit ?`;
    return this.#all(isAbout, [serverId, accountId, characterId, rowKey(name), limit]);
  }

  async banOf(serverId: string, accountId: string): Promise<Sanction | undefined> {
    const isBan = `server_id = ? and account_id = ? and account_id <> '${nobody}' and measure = 'ban' and ${inForce}
      order by until desc nulls first limit 1`;
    return (await this.#all(isBan, [serverId, accountId]))[0];
  }

  async changesSince(
    serverId: string,
    mark: string | null,
    limit: number,
  ): Promise<ToldChanges & { readonly more: boolean }> {
    const em = this.database.fork();
    const markSql = 'select change::float8 as change from player_sanctions where server_id = ? and mark = ?';
    const [known] = mark === null ? [] : await rowsOf<{ change: number }>(em, markSql, [serverId, mark]);
    // Read before the page: what changes in between is told once more.
    const newestSql = 'select mark from player_sanctions where server_id = ? order by change desc limit 1';
    const [newest] = await rowsOf<{ mark: string }>(em, newestSql, [serverId]);
    await noteKnown(em, serverId, known?.change);
    const found = known
      ? await rowsOf<ChangeRow>(em, pageSql('change > ?'), [serverId, known.change, limit + 1])
      : await rowsOf<ChangeRow>(em, pageSql(inForce), [serverId, limit + 1]);
    const page = found.slice(0, limit);
    const more = found.length > limit;
    const behind = known === undefined && !more ? (newest?.mark ?? null) : (page.at(-1)?.mark ?? mark);
    return {
      ...{ isWhole: known === undefined, mark: behind, more },
      sanctions: page
        .filter(({ isInForce }) => isInForce)
        .map(({ id: sanctionId, mark: _, isInForce: __, ...told }) => ({ sanctionId, ...told })),
      over: page.filter(({ isInForce }) => !isInForce).map(({ id }) => id),
    };
  }

  async forget(endedBeforeMs: number): Promise<void> {
    await this.database
      .fork()
      .execute(
        `delete from player_sanctions where not ${inForce} and ${endedAt} < now() - ? * interval '1 ms'`,
        [endedBeforeMs],
        'run',
      );
  }

  async forgetPlayer(serverId: string, characterId: number): Promise<void> {
    await this.#changing(serverId, async (em) => {
      await em.execute(forgetPlayerSql, [serverId, serverId, characterId], 'run');
    });
  }

  async #all(where: string, values: readonly unknown[]): Promise<Sanction[]> {
    const sql = `select ${columns} from player_sanctions where ${where}`;
    return (await rowsOf<Row>(this.database.fork(), sql, values)).map(toSanction);
  }

  #changing<Result>(serverId: string, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.fork().transactional(async (em) => {
      await em.execute(lockSql, [serverId]);
      return work(em as EntityManager);
    });
  }
}

async function noteKnown(em: EntityManager, serverId: string, change: number | undefined): Promise<void> {
  if (change === undefined)
    await em.execute(
      'update player_sanctions set known = false where server_id = ? and known',
      [serverId],
      'run',
    );
  else
    await em.execute(
      'update player_sanctions set known = true where server_id = ? and change <= ? and not known',
      [serverId, change],
      'run',
    );
}

async function rowsOf<Found>(em: EntityManager, sql: string, values: readonly unknown[]): Promise<Found[]> {
  const rows: unknown = await em.execute(sql, [...values]);
  return rows as Found[];
}

function unixMs(time: string): string {
  return `(extract(epoch from ${time}) * 1000)::float8`;
}

function toSanction(row: Row): Sanction {
  return {
    ...(row as Sanction),
    seconds: row.seconds ?? undefined,
    untilUnixMs: row.untilUnixMs ?? undefined,
    liftedAtUnixMs: row.liftedAtUnixMs ?? undefined,
    liftedById: row.liftedById ?? undefined,
    liftedByName: row.liftedByName ?? undefined,
    liftReason: row.liftReason ?? undefined,
  };
}
