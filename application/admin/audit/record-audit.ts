// Writes one audit entry in the name of a caller.

import type { AuditEntry } from '#ports/admin/audit/audit-log.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';

export type AuditedAct = Pick<AuditEntry, 'action' | 'outcome' | 'target' | 'details'>;

export async function recordAudit(
  ports: Pick<AdminPorts, 'audit' | 'clock'>,
  caller: Caller,
  act: AuditedAct,
): Promise<void> {
  const { apiKey } = caller;
  await ports.audit.append({
    ...act,
    ...(apiKey && { details: { ...act.details, apiKey: apiKey.label, apiKeyId: apiKey.id } }),
    atUnixMs: ports.clock.unixMs(),
    actorId: caller.account.id,
    actorName: caller.account.name,
    address: caller.address,
    requestId: caller.requestId,
  });
}
