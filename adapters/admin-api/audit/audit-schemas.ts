// Questions to the audit log, and its pages.

import { z } from 'zod';
import type { AuditQuestion, StoredAuditEntry } from '#ports/admin/audit/audit-log.js';
import { id, text, time, toTime, wholeNumber } from '../http/wire-types.js';

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

/** What narrows the log; each may be left out. */
const question = {
  actor: text(64).min(1).optional().meta({ description: 'Account name, or what was typed in its place' }),
  actorId: id.optional(),
  action: z
    .string()
    .regex(/^[a-z][a-z.-]{0,63}$/, 'An action as the log shows it, or the word before its dot')
    .optional()
    .meta({ description: 'An action, or the word before a dot: account means account.create too' }),
  outcome: z.enum(['done', 'refused']).optional(),
  target: text(300).min(1).optional().meta({ description: 'Whole, as the log shows it: account:…' }),
  address: text(64).min(1).optional(),
  from: time.optional(),
  until: time.optional(),
};

export const auditQuery = z.strictObject({
  ...question,
  limit: wholeNumber(1, 200).default(50),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,15}$/, 'Take nextCursor of the page before')
    .optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

export const auditExportQuery = z.strictObject({
  ...question,
  format: z.enum(['csv', 'ndjson']).default('csv'),
});
export type AuditExportQuery = z.infer<typeof auditExportQuery>;

export function questionOf(query: Omit<AuditQuery, 'limit' | 'cursor'>): AuditQuestion {
  const { actor, actorId, action, outcome, target, address, from, until } = query;
  return {
    ...(actor !== undefined && { actorName: actor }),
    ...(actorId !== undefined && { actorId }),
    ...(action !== undefined && { action }),
    ...(outcome !== undefined && { outcome }),
    ...(target !== undefined && { target }),
    ...(address !== undefined && { address }),
    ...(from !== undefined && { fromUnixMs: Date.parse(from) }),
    ...(until !== undefined && { untilUnixMs: Date.parse(until) }),
  };
}

export function presentAuditEntry(entry: StoredAuditEntry): AuditAnswer['entries'][number] {
  const { atUnixMs, actorId, details, ...rest } = entry;
  return { ...rest, at: toTime(atUnixMs), actorId: actorId ?? null, details: { ...details } };
}
