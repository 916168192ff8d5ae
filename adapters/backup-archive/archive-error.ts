// Why a backup cannot be read. Codes are for programs, messages for operators.

/**
 * - no-key: the key file cannot be read, or holds none
 * - wrong-key: it was made with a key that is not among those given
 * - damaged: its bytes are not those that were written
 * - not-found: no backup of this name
 * - newer-format: a newer program made it
 */
export type ArchiveErrorCode = 'no-key' | 'wrong-key' | 'damaged' | 'not-found' | 'newer-format';

export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';

  constructor(
    readonly code: ArchiveErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
