// Why a start failed, in words for whoever started it. What the system says of a full disk names no folder.

const diskFull: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** `dataDir` is where a start writes, unless the error says where. */
export function startFailure(error: unknown, dataDir: string): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code, path = dataDir } = cause as NodeJS.ErrnoException;
    if (diskFull.has(code))
      return `the disk of ${path} is full (${String(code)}); make room on it, and start again`;
  }
  return error instanceof Error ? error.message : String(error);
}
