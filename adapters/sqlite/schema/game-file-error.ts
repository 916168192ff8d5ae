// Why the game's file cannot be used. Codes are for programs, messages for the operator: what, where, what to do.

/**
 * - in-use: another process (or another store of this one) owns the file
 * - newer-version: a newer program has migrated the file
 * - not-a-game-file: it is no SQLite file, or belongs to another application
 * - corrupt: SQLite found damage
 * - inaccessible: the file or its folder cannot be made, read or written
 * - unsafe: SQLite would not sync what it commits
 */
export type GameFileErrorCode =
  'in-use' | 'newer-version' | 'not-a-game-file' | 'corrupt' | 'inaccessible' | 'unsafe';

export class GameFileError extends Error {
  override readonly name = 'GameFileError';

  constructor(
    readonly code: GameFileErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The coded error for what SQLite or the file system threw while the file at `path` was being opened. */
export function gameFileErrorFrom(thrown: unknown, path: string): unknown {
  if (thrown instanceof GameFileError) return thrown;
  const code = codeOf(thrown);
  const cause = { cause: thrown };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new GameFileError('in-use', `${path} is in use by another server; stop that one first`, cause);
  }
  if (code === 'SQLITE_NOTADB') {
    return new GameFileError(
      'not-a-game-file',
      damaged(path, 'it does not begin as an SQLite file does'),
      cause,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new GameFileError('corrupt', damaged(path, (thrown as Error).message), cause);
  }
  if (/^(SQLITE_(CANTOPEN|READONLY|IOERR|PERM|FULL)|E[A-Z]+$)/.test(code)) {
    const reason = (thrown as Error).message;
    return new GameFileError('inaccessible', `${path} cannot be opened for writing: ${reason}`, cause);
  }
  return thrown;
}

export function damaged(path: string, finding: string): string {
  // SQLite's own findings have a heading, and a line each.
  const said = finding.replace(/^\*\*\* in database \w+ \*\*\*\s*/, '').replace(/\s+/g, ' ');
  return (
    `${path} is damaged (${said}); keep the data folder aside as it is, and restore a copy of it that was made while ` +
    'the server was stopped, or the last backup (docs/backups.md, "On the day it is needed")'
  );
}

function codeOf(thrown: unknown): string {
  const code = (thrown as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
