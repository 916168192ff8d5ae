// What SQLite throws, as what the journal's callers can do about it.

import { JournalError, type JournalErrorCode } from '#ports/storage/journal.js';

export function journalErrorFrom(thrown: unknown): unknown {
  const code = (thrown as { code?: unknown } | null | undefined)?.code;
  if (thrown instanceof JournalError || typeof code !== 'string' || !code.startsWith('SQLITE_'))
    return thrown;
  return new JournalError(meaningOf(code), `the journal: ${(thrown as Error).message} (${code})`, {
    cause: thrown,
  });
}

function meaningOf(code: string): JournalErrorCode {
  if (code.startsWith('SQLITE_FULL')) return 'full';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'corrupt';
  return 'failed';
}
