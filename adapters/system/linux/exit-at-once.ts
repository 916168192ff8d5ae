// Ends the process as the system does it: all threads at once, whatever they do (_exit(2)). `process.exit` waits for each,
// and a thread that stands in a call that does not return, as opening a pipe that nobody writes to, it waits for for ever.

import { createRequire } from 'node:module';

/** Returns where that cannot be done: on another system, or without koffi's binary. */
export function exitAtOnce(code: number): void {
  if (process.platform !== 'linux') return;
  try {
    // Not by import(), which may wait for a thread of those that stand still.
    const koffi = createRequire(import.meta.url)('koffi') as typeof import('koffi').default;
    koffi.load(null).func('void _exit(int)')(code);
  } catch {
    // Whoever asked has another way.
  }
}
