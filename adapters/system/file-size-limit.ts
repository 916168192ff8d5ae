// How large files may be that this process and its children write. Beyond it a write fails (EFBIG), as on a full disk.

import { HeldFiles } from './linux/held-files.js';
import { parseFileBytesMax } from './linux/proc-texts.js';

/** In bytes; Infinity where unlimited, undefined where the system does not tell. */
export function readFileBytesMax(): number | undefined {
  const files = new HeldFiles();
  try {
    const limits = files.read('/proc/self/limits');
    return limits === undefined ? undefined : parseFileBytesMax(limits);
  } finally {
    files.close();
  }
}
