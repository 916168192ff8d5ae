// Counts tries in memory, for at most `keysMax` keys: beyond, the one that was tried longest ago is forgotten.

import {
  lockMsOf,
  waitMsOf,
  type AttemptLedger,
  type AttemptLimit,
} from '#ports/admin/sign-in/attempt-ledger.js';

interface Attempts {
  count: number;
  /** Those of them that are being judged. */
  ids: string[];
  /** Of the window that the first try began. */
  windowEndsAtUnixMs: number;
  /** Of the lock, while there is one; of the window otherwise. */
  endsAtUnixMs: number;
}

interface Try {
  readonly key: string;
  readonly limit: AttemptLimit;
}

const keysMax = 10_000;

export class MemoryAttemptLedger implements AttemptLedger {
  readonly #attempts = new Map<string, Attempts>();

  async count(tries: readonly Try[], nowUnixMs: number, tryId?: string): Promise<number> {
    const waitMs = this.#longestMs(waitMsOf, tries, nowUnixMs);
    if (waitMs > 0) return waitMs;
    for (const { key, limit } of tries) {
      const state = this.#current(key, limit, nowUnixMs);
      state.count++;
      if (tryId !== undefined) state.ids.push(tryId);
      // The lock lasts a whole window from the try that brought it about.
      if (state.count >= limit.attemptsMax) state.endsAtUnixMs = nowUnixMs + limit.windowMs;
      this.#attempts.delete(key);
      this.#attempts.set(key, state);
    }
    while (this.#attempts.size > keysMax) this.#attempts.delete(this.#attempts.keys().next().value!);
    return 0;
  }

  async lockedMs(tries: readonly Try[], nowUnixMs: number): Promise<number> {
    return this.#longestMs(lockMsOf, tries, nowUnixMs);
  }

  #longestMs(msOf: typeof waitMsOf, tries: readonly Try[], nowUnixMs: number): number {
    let longestMs = 0;
    for (const { key, limit } of tries) {
      const { count, ids, endsAtUnixMs } = this.#current(key, limit, nowUnixMs);
      longestMs = Math.max(longestMs, msOf({ count, judging: ids.length, endsAtUnixMs }, limit, nowUnixMs));
    }
    return longestMs;
  }

  async giveBack(keys: readonly string[], tryId: string): Promise<void> {
    for (const key of keys) {
      const state = this.#attempts.get(key);
      if (!state?.ids.includes(tryId)) continue;
      state.ids = state.ids.filter((id) => id !== tryId);
      state.count--;
      state.endsAtUnixMs = state.windowEndsAtUnixMs;
    }
  }

  async keep(keys: readonly string[], tryId: string): Promise<void> {
    for (const key of keys) {
      const state = this.#attempts.get(key);
      if (state) state.ids = state.ids.filter((id) => id !== tryId);
    }
  }

  async clearBeginningWith(prefix: string): Promise<void> {
    for (const key of this.#attempts.keys()) if (key.startsWith(prefix)) this.#attempts.delete(key);
  }

  async clear(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#attempts.delete(key);
  }

  async removeExpired(nowUnixMs: number): Promise<void> {
    for (const [key, { endsAtUnixMs }] of this.#attempts) {
      if (endsAtUnixMs <= nowUnixMs) this.#attempts.delete(key);
    }
  }

  #current(key: string, limit: AttemptLimit, nowUnixMs: number): Attempts {
    const known = this.#attempts.get(key);
    if (known && known.endsAtUnixMs > nowUnixMs) return known;
    const windowEndsAtUnixMs = nowUnixMs + limit.windowMs;
    return { count: 0, ids: [], windowEndsAtUnixMs, endsAtUnixMs: windowEndsAtUnixMs };
  }
}
