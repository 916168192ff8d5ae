// The audit log in PostgreSQL; the database itself refuses to change or remove entries.

import type { AuditEntry, AuditLog, StoredAuditEntry } from '#ports/audit-log.js';
import type { AdminDatabase } from './admin-database.js';
import { AuditRow } from './rows/audit-row.js';

export class PostgresAuditLog implements AuditLog {
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

  async page({
    limit,
    beforeId,
  }: {
    limit: number;
    beforeId?: number;
  }): Promise<readonly StoredAuditEntry[]> {
    const older = beforeId === undefined ? {} : { id: { $lt: beforeId } };
    const rows = await this.database.fork().find(AuditRow, older, { orderBy: { id: 'desc' }, limit });
    return rows.map(toEntry);
  }
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
