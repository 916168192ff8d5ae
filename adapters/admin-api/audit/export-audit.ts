// The answer to a question to the audit log as a file, newest first, written as it is read: CSV for a spreadsheet or a line
// of JSON an entry. At most 100,000 entries; a last line says so where there are more.

import type { AuditLog, AuditQuestion, StoredAuditEntry } from '#ports/admin/audit/audit-log.js';
import { presentAuditEntry } from './audit-schemas.js';

export const exportedMax = 100_000;
const pageEntries = 1000;

const columns = [
  ...['id', 'at', 'actorName', 'actorId', 'action', 'outcome', 'target', 'address', 'requestId', 'details'],
] as const;

export type ExportFormat = 'csv' | 'ndjson';
export const mediaOf: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

export async function* exportAudit(
  log: Pick<AuditLog, 'page'>,
  question: AuditQuestion,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield `${columns.join(',')}\r\n`;
  let beforeId: number | undefined;
  for (let left = exportedMax; left > 0;) {
    const limit = Math.min(pageEntries, left);
    const page = await log.page({ ...question, limit, ...(beforeId !== undefined && { beforeId }) });
    if (page.length > 0) yield page.map((entry) => lineOf(entry, format)).join('');
    if (page.length < limit) return;
    left -= page.length;
    beforeId = page.at(-1)!.id;
  }
  const more = await log.page({ ...question, limit: 1, beforeId: beforeId! });
  if (more.length > 0) yield shortened(format);
}

function shortened(format: ExportFormat): string {
  const text = `There are more; these are the newest ${exportedMax}. Narrow the time span.`;
  return format === 'csv' ? `${cell(text)}\r\n` : `${JSON.stringify({ shortened: text })}\n`;
}

function lineOf(entry: StoredAuditEntry, format: ExportFormat): string {
  const view = presentAuditEntry(entry);
  if (format === 'ndjson') return `${JSON.stringify(view)}\n`;
  const { details, actorId, ...rest } = view;
  const cells: Readonly<Record<string, unknown>> = {
    ...{ ...rest, actorId: actorId ?? '', details: JSON.stringify(details) },
  };
  return `${columns.map((column) => cell(String(cells[column]))).join(',')}\r\n`;
}

/**
 * RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it: names that people tried to log in with
 * are in here (OWASP, CSV injection).
 */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
