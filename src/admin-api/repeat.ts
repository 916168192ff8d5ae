// Work that is done every so often, never twice at once. A failure is logged when it begins and when it ends.

import type { Log } from '#ports/log.js';

export interface Repetition {
  readonly name: string;
  readonly everyMs: number;
  work(): Promise<void>;
}

/** Returns how to stop; resolves when work under way has ended. */
export function repeat({ name, everyMs, work }: Repetition, log: Log): () => Promise<void> {
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
    await running;
  };
}
