// That somebody takes the log away as a file stands in the log. Asked in a loop, that would bury the rest, and read all of it
// each time.

import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from './record-audit.js';

/** Of one account: more than anybody looks through. */
export const exportLimit = { attemptsMax: 20, windowMs: 60_000 };

export type RecordExportResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

export async function recordExport(
  ports: Pick<AdminPorts, 'attempts' | 'audit' | 'clock'>,
  caller: Caller,
  details: Readonly<Record<string, unknown>>,
): Promise<RecordExportResult> {
  const act = { action: 'audit.export', target: '' };
  const tries = [{ key: `audit-export:${caller.account.id}`, limit: exportLimit }];
  const lockedMs = await ports.attempts.count(tries, ports.clock.unixMs());
  if (lockedMs > 0) {
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason: 'locked-out' } });
    return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
  }
  await recordAudit(ports, caller, { ...act, outcome: 'done', details });
  return { ok: true };
}
