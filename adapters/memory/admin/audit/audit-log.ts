// The audit log in memory.

import { auditKeptMsMin } from '#ports/admin/audit/audit-log.js';
import type {
  AuditEntry,
  AuditLog,
  AuditPage,
  AuditQuestion,
  StoredAuditEntry,
} from '#ports/admin/audit/audit-log.js';
import { isAboutPlayer, withoutPlayer, type ForgottenPlayer } from '#ports/admin/audit/forgotten-player.js';

const removedMax = 10_000;

export class MemoryAuditLog implements AuditLog {
  #entries: StoredAuditEntry[] = [];
  #lastId = 0;

  async append(entry: AuditEntry): Promise<void> {
    this.#entries.push({ ...entry, id: ++this.#lastId });
  }

  async page({ limit, beforeId, ...question }: AuditPage): Promise<readonly StoredAuditEntry[]> {
    return this.#entries
      .filter((entry) => (beforeId === undefined || entry.id < beforeId) && answers(entry, question))
      .reverse()
      .slice(0, limit);
  }

  async removeBefore(beforeUnixMs: number, nowUnixMs: number): Promise<number> {
    const cutoff = Math.min(beforeUnixMs, nowUnixMs - auditKeptMsMin);
    const old = this.#entries.filter(({ atUnixMs }) => atUnixMs < cutoff).slice(0, removedMax);
    const removed = new Set(old);
    this.#entries = this.#entries.filter((entry) => !removed.has(entry));
    return old.length;
  }

  async forgetPlayer(player: ForgottenPlayer): Promise<void> {
    this.#entries = this.#entries.map((entry) => withoutPlayer(entry, player));
  }
}

function answers(entry: AuditEntry, question: AuditQuestion): boolean {
  const { actorName, actorId, action, outcome, target, about, address, fromUnixMs, untilUnixMs } = question;
  return (
    (actorName === undefined || entry.actorName === actorName) &&
    (actorId === undefined || entry.actorId === actorId) &&
    (action === undefined || entry.action === action || entry.action.startsWith(`${action}.`)) &&
    (outcome === undefined || entry.outcome === outcome) &&
    (target === undefined || entry.target === target) &&
    (about === undefined || isAboutPlayer(entry, about)) &&
    (address === undefined || entry.address === address) &&
    (fromUnixMs === undefined || entry.atUnixMs >= fromUnixMs) &&
    (untilUnixMs === undefined || entry.atUnixMs <= untilUnixMs)
  );
}
