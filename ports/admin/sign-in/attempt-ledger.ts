// Counts tries per key within a window, shared by all replicas, so that guessing is slow everywhere at once.

export interface AttemptLimit {
  readonly attemptsMax: number;
  /** The count starts again this long after the first try, or after the lock ends. */
  readonly windowMs: number;
}

/** After so long one of the tries that are being judged is likely to be through. */
export const momentMs = 1_000;
/** Nobody takes longer: what was not judged by then never will be. */
const judgingMsMax = 60_000;

export interface KeyTries {
  readonly count: number;
  /** Those of the count that are neither kept nor taken back. */
  readonly judging: number;
  /** Of the lock, while there is one; of the window otherwise. */
  readonly endsAtUnixMs: number;
}

/** For how long the tries of a key that turned out wrong lock it, those of which nobody has heard for a minute with them. */
export function lockMsOf(
  { count, judging, endsAtUnixMs }: KeyTries,
  limit: AttemptLimit,
  nowUnixMs: number,
): number {
  const leftMs = endsAtUnixMs - nowUnixMs;
  if (leftMs <= 0) return 0;
  // A lock lasts a window from the last try.
  const lastAgoMs = limit.windowMs - leftMs;
  const wrong = lastAgoMs < Math.min(judgingMsMax, limit.windowMs) ? count - judging : count;
  return wrong >= limit.attemptsMax ? leftMs : 0;
}

/** For how long the next try of a key is to wait: a moment where tries that are being judged fill its limit. */
export function waitMsOf(tries: KeyTries, limit: AttemptLimit, nowUnixMs: number): number {
  if (tries.count < limit.attemptsMax || tries.endsAtUnixMs <= nowUnixMs) return 0;
  return lockMsOf(tries, limit, nowUnixMs) || momentMs;
}

export interface AttemptLedger {
  /**
   * Counts one try for each key and answers for how many milliseconds it has to wait for the strictest of them, 0 when the
   * try may go on. One step, so that simultaneous tries cannot pass together. A refused try does not prolong a lock. What
   * may be taken back has an id of its own, and is being judged until then, or until it is kept: where only such tries fill
   * a limit, the wait is a moment.
   */
  count(
    tries: readonly { key: string; limit: AttemptLimit }[],
    nowUnixMs: number,
    tryId?: string,
  ): Promise<number>;
  /** For how long the strictest of them is locked by tries that were wrong, 0 when none is. Counts nothing. */
  lockedMs(tries: readonly { key: string; limit: AttemptLimit }[], nowUnixMs: number): Promise<number>;
  /**
   * Takes a try of these keys back, with the lock that it brought about: it turned out to be no wrong one, or was never
   * judged. The window of the tries that stay is what it was. Done again, or of a try that was not counted, it does nothing.
   */
  giveBack(keys: readonly string[], tryId: string): Promise<void>;
  /** A try of these keys turned out wrong: it stays. Done again, or of a try that was not counted, it does nothing. */
  keep(keys: readonly string[], tryId: string): Promise<void>;
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
