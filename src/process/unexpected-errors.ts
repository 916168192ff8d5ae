// What nobody caught, from a timer, an event or a forgotten promise. It must not end the process on the spot: players
// would be dropped unsaved and PostgreSQL left behind. The first one ends the program in good order, as a failure.

import type { Log } from '#ports/system/log.js';

export interface UnexpectedErrors {
  /** Resolves with the first one. */
  readonly first: Promise<unknown>;
  /** Ends the watch: what comes now ends the process at once again. */
  release(): void;
}

/** More than these are counted by nobody: a timer may throw fifty times a second while the rest stops. */
const loggedMax = 5;

export function watchUnexpectedErrors(log: Log): UnexpectedErrors {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  let seen = 0;
  const onError = (error: unknown, origin: string): void => {
    seen++;
    if (seen === 1) log.error('an error that nobody expected; stopping', { origin, error });
    else if (seen <= loggedMax)
      log.error('another unexpected error while stopping', { reason: String(error) });
    resolve(error);
  };
  // Rejections that nobody handles arrive here too.
  process.on('uncaughtException', onError);
  return { first: promise, release: () => void process.off('uncaughtException', onError) };
}
