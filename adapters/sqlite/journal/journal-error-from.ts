// What SQLite throws, as what the journal's callers can do about it.

import { JournalError, type JournalErrorCode } from '#ports/storage/journal.js';
import type { GameFile } from '../schema/opened-file.js';
import { damaged, GameFileError } from '../schema/game-file-error.js';

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

/** What the file says of itself decides: damage is told with what to do. */
export function guardedOpening<Result>({ path }: GameFile, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    const error = journalErrorFrom(thrown);
    if (error instanceof JournalError && error.code === 'corrupt')
      throw new GameFileError('corrupt', damaged(path, error.message), { cause: error });
    throw error;
  }
}
