// The audit log in PostgreSQL; the database itself refuses to change entries, and to remove any but the old ones.

import { raw, type FilterQuery } from '@mikro-orm/core';
import { auditKeptMsMin } from '#ports/admin/audit/audit-log.js';
import type {
  AuditEntry,
  AuditLog,
  AuditPage,
  AuditQuestion,
  StoredAuditEntry,
} from '#ports/admin/audit/audit-log.js';
import type { AboutPlayer, ForgottenPlayer } from '#ports/admin/audit/forgotten-player.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { ForgottenByName, TokensByName } from '../migrations/audit/forgotten-by-name.js';
import { ForgottenByNumber } from '../migrations/audit/forgotten-by-number.js';
import { ForgottenOnOneServer } from '../migrations/audit/forgotten-on-one-server.js';
import { AuditRow } from '../rows/audit-row.js';

/** One after the other, whoever is forgotten: two who lock the same rows in another order would both be given up. */
const forgetPlayerSql = `with held as materialized (select pg_advisory_xact_lock(?))
  select forget_player_in_audit(?, ?, ?, ?, ?) from held`;
/** A number of ours alone in this database. */
const forgettingLock = 7_236_415;

export class PostgresAuditLog implements AuditLog {
  static readonly tables: StoreTables = {
    rows: [AuditRow],
    migrations: [
      { name: '2026-11-30-forgotten-on-one-server', class: ForgottenOnOneServer },
      { name: '2026-11-30-forgotten-by-number', class: ForgottenByNumber },
      { name: '2026-11-30-forgotten-by-name', class: ForgottenByName },
      { name: '2026-11-30-tokens-by-name', class: TokensByName },
    ],
  };

  constructor(private readonly database: AdminDatabase) {}

  async append(entry: AuditEntry): Promise<void> {
    await this.database.fork().insert(AuditRow, {
      at: new Date(entry.atUnixMs),
      actorId: entry.actorId ?? null,
      actorName: entry.actorName.slice(0, 64),
      action: entry.action.slice(0, 64),
      outcome: entry.outcome,
      target: entry.target.slice(0, 300),
      details: { ...entry.details },
      address: entry.address.slice(0, 64),
      requestId: entry.requestId.slice(0, 64),
    });
  }

  async page({ limit, beforeId, ...question }: AuditPage): Promise<readonly StoredAuditEntry[]> {
    const older: FilterQuery<AuditRow>[] = beforeId === undefined ? [] : [{ id: { $lt: beforeId } }];
    const where = { $and: [...older, ...conditions(question)] };
    const rows = await this.database.fork().find(AuditRow, where, { orderBy: { id: 'desc' }, limit });
    return rows.map(toEntry);
  }

  async removeBefore(beforeUnixMs: number, nowUnixMs: number): Promise<number> {
    const before = new Date(Math.min(beforeUnixMs, nowUnixMs - auditKeptMsMin));
    const connection = this.database.fork().getConnection();
    const [answer] = await connection.execute<{ removed: number }[]>(
      'select forget_audit_entries(?) as removed',
      [before],
    );
    return answer!.removed;
  }

  async forgetPlayer(player: ForgottenPlayer): Promise<void> {
    const { playerId, characterId, serverId, accountId, name } = player;
    const connection = this.database.fork().getConnection();
    await connection.execute(forgetPlayerSql, [
      ...[forgettingLock, playerId, characterId, serverId, accountId ?? null, name],
    ]);
  }
}

function conditions(question: AuditQuestion): FilterQuery<AuditRow>[] {
  const { actorName, actorId, action, outcome, target, about, address, fromUnixMs, untilUnixMs } = question;
  const found: FilterQuery<AuditRow>[] = [];
  if (actorName !== undefined) found.push({ actorName });
  if (actorId !== undefined) found.push({ actorId });
  if (action !== undefined)
    found.push({ $or: [{ action }, { action: { $like: `${action.replace(/[\\%_]/g, '\\$&')}.%` } }] });
  if (outcome !== undefined) found.push({ outcome });
  if (target !== undefined) found.push({ target });
  if (about !== undefined) found.push(isAbout(about));
  if (address !== undefined) found.push({ address });
  if (fromUnixMs !== undefined) found.push({ at: { $gte: new Date(fromUnixMs) } });
  if (untilUnixMs !== undefined) found.push({ at: { $lte: new Date(untilUnixMs) } });
  return found;
}

/** As `isAboutPlayer` (forgotten-player) has it. */
function isAbout({ playerId, serverId, characterId, accountId, name }: AboutPlayer): FilterQuery<AuditRow> {
  const server = serverId.toLowerCase();
  const byNumber: FilterQuery<AuditRow>[] = [
    { [raw(`details->'args'->>'characterId'`)]: String(characterId) },
    { [raw(`details->>'server'`)]: server, target: { $like: 'player:%' } },
  ];
  if (name !== undefined) byNumber.push({ [raw(`lower(details->'args'->>'name')`)]: name.toLowerCase() });
  const ways: FilterQuery<AuditRow>[] = [{ $and: byNumber }];
  if (playerId !== undefined) ways.push({ target: `player:${playerId}` });
  if (accountId !== undefined && name !== undefined)
    ways.push({
      target: `player-account:${accountId.toLowerCase()}`,
      [raw(`details->>'serverId'`)]: server,
      [raw(`lower(details->>'characterName')`)]: name.toLowerCase(),
    });
  return { $or: ways };
}

function toEntry(row: AuditRow): StoredAuditEntry {
  return {
    id: row.id,
    atUnixMs: row.at.getTime(),
    actorId: row.actorId ?? undefined,
    actorName: row.actorName,
    action: row.action,
    outcome: row.outcome,
    target: row.target,
    details: row.details,
    address: row.address,
    requestId: row.requestId,
  };
}
