// Counts tries per key within a window, shared by all replicas, so that guessing is slow everywhere at once.

export interface AttemptLimit {
  readonly attemptsMax: number;
  /** The count starts again this long after the first try, or after the lock ends. */
  readonly windowMs: number;
}

export interface AttemptLedger {
  /**
   * Counts one try for each key and answers for how many milliseconds the strictest of them stays locked, 0 when the
   * try may go on. One step, so that simultaneous tries cannot pass together. A refused try does not prolong a lock. What
   * may be taken back has an id of its own.
   */
  count(
    tries: readonly { key: string; limit: AttemptLimit }[],
    nowUnixMs: number,
    tryId?: string,
  ): Promise<number>;
  /** For how long the strictest of them is locked, 0 when none is. Counts nothing. */
  lockedMs(tries: readonly { key: string; limit: AttemptLimit }[], nowUnixMs: number): Promise<number>;
  /**
   * Takes a try of these keys back, with the lock that it brought about: it turned out to be no wrong one, or was never
   * judged. The window of the tries that stay is what it was. Done again, or of a try that was not counted, it does nothing.
   */
  giveBack(keys: readonly string[], tryId: string): Promise<void>;
  /** Forgets the tries of these keys. */
  clear(keys: readonly string[]): Promise<void>;
  /** Forgets the tries of all keys that begin like that. */
  clearBeginningWith(prefix: string): Promise<void>;
  /** Removes counts that have run out. */
  removeExpired(nowUnixMs: number): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly attempts: AttemptLedger;
  }
}
