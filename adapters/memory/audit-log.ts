// The audit log in memory.

import type { AuditEntry, AuditLog, StoredAuditEntry } from '#ports/audit-log.js';

export class MemoryAuditLog implements AuditLog {
  readonly #entries: StoredAuditEntry[] = [];

  async append(entry: AuditEntry): Promise<void> {
    this.#entries.push({ ...entry, id: this.#entries.length + 1 });
  }

  async page({
    limit,
    beforeId,
  }: {
    limit: number;
    beforeId?: number;
  }): Promise<readonly StoredAuditEntry[]> {
    return this.#entries
      .filter(({ id }) => beforeId === undefined || id < beforeId)
      .reverse()
      .slice(0, limit);
  }
}
