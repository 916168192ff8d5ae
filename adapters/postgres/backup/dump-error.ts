// Why a database cannot be copied or filled. Codes are for programs, messages for operators.

/**
 * - changed: a migration changed the tables while they were about to be copied
 * - damaged: the bytes are no dump, or the database does not give back what was put into it
 * - not-empty: the database to be filled holds something
 * - other-version: its tables are not those of the dump
 */
export type DumpErrorCode = 'changed' | 'damaged' | 'not-empty' | 'other-version';

export class DumpError extends Error {
  override readonly name = 'DumpError';

  constructor(
    readonly code: DumpErrorCode,
    message: string,
  ) {
    super(message);
  }
}
