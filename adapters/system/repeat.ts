// Work that is done every so often, never twice at once. A failure is logged when it begins and when it ends.

import type { Log } from '#ports/system/log.js';

export interface Repetition {
  readonly name: string;
  readonly everyMs: number;
  /** What a stop waits for work under way, which may hang on a database that does not answer. Default 3000. */
  readonly endMsMax?: number;
  work(): Promise<void>;
}

/** Returns how to stop; resolves when work under way has ended, or is given up and said so. */
export function repeat({ name, everyMs, endMsMax = 3_000, work }: Repetition, log: Log): () => Promise<void> {
  let failing = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    try {
      await work();
      if (failing) log.info(`${name}: works again`);
      failing = false;
    } catch (error) {
      if (!failing) log.warn(`${name}: failed, and will be tried again`, { reason: String(error) });
      failing = true;
    } finally {
      running = undefined;
    }
  }

  const timer = setInterval(() => {
    running ??= run();
  }, everyMs);
  return async () => {
    clearInterval(timer);
    if (running === undefined) return;
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timeout = setTimeout(() => {
      log.warn(`${name}: did not end in time and is left behind`, { waitedMs: endMsMax });
      resolve();
    }, endMsMax);
    await Promise.race([running, late]);
    clearTimeout(timeout);
  };
}
