// Why a start failed, in words for whoever started it. What the system says of a full disk names no folder; an error
// that names its setting has said it better already.

import { fileSizeCure } from './data-folder/require-room.js';

const diskFull: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);
const namesItsSetting = /^TOS_[A-Z0-9_]+: /;

/** `dataDir` is where a start writes, unless the error says where. */
export function startFailure(error: unknown, dataDir: string): string {
  if (error instanceof Error && namesItsSetting.test(error.message)) return error.message;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code, path = dataDir } = cause as NodeJS.ErrnoException;
    if (code === 'EFBIG')
      return `a file of ${path} has reached the limit of how large files may be (${code}); raise it (${fileSizeCure})`;
    if (diskFull.has(code))
      return `the disk of ${path} is full (${String(code)}); make room on it, and start again`;
  }
  return error instanceof Error ? error.message : String(error);
}
