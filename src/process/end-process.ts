// The end of this process when it has had its time, whatever its threads do. What it started hears of it first.

import { exitAtOnce } from '#adapters/system/linux/exit-at-once.js';

/**
 * With `code`, or where that cannot be had killed by itself. Files are as a killed server leaves them: locks go with the
 * process, and each store recovers at the next start. PostgreSQL, which is told, ends in good order.
 */
export function endProcess(code: number): void {
  try {
    process.emit('exit', code);
  } catch {
    // It ends all the same.
  }
  exitAtOnce(code);
  process.kill(process.pid, 'SIGKILL');
}
