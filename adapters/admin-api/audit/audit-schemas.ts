// Pages of the audit log.

import { z } from 'zod';
import type { StoredAuditEntry } from '#ports/audit-log.js';
import { id, time, toTime } from '../http/wire-types.js';

const auditEntry = z
  .strictObject({
    id: z.int(),
    at: time,
    actorId: id.nullable(),
    actorName: z.string(),
    action: z.string(),
    outcome: z.enum(['done', 'refused']),
    target: z.string(),
    details: z.record(z.string(), z.unknown()),
    address: z.string(),
    requestId: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const auditAnswer = z
  .strictObject({ entries: z.array(auditEntry), nextCursor: z.string().nullable() })
  .meta({ id: 'AuditAnswer' });
export type AuditAnswer = z.infer<typeof auditAnswer>;

export const auditQuery = z.strictObject({
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,15}$/, 'Take nextCursor of the page before')
    .optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

export function presentAuditEntry(entry: StoredAuditEntry): AuditAnswer['entries'][number] {
  const { atUnixMs, actorId, details, ...rest } = entry;
  return { ...rest, at: toTime(atUnixMs), actorId: actorId ?? null, details: { ...details } };
}
