// Counts tries in memory, for at most `keysMax` keys: beyond, the one that was tried longest ago is forgotten.

import type { AttemptLedger, AttemptLimit } from '#ports/attempt-ledger.js';

interface Attempts {
  count: number;
  endsAtUnixMs: number;
}

const keysMax = 10_000;

export class MemoryAttemptLedger implements AttemptLedger {
  readonly #attempts = new Map<string, Attempts>();

  async count(tries: readonly { key: string; limit: AttemptLimit }[], nowUnixMs: number): Promise<number> {
    const states = tries.map(({ key, limit }) => ({
      key,
      limit,
      state: this.#current(key, limit, nowUnixMs),
    }));
    const lockedMs = states
      .filter(({ state, limit }) => state.count >= limit.attemptsMax)
      .map(({ state }) => state.endsAtUnixMs - nowUnixMs);
    if (lockedMs.length > 0) return Math.max(...lockedMs);
    for (const { key, state, limit } of states) {
      state.count++;
      // The lock lasts a whole window from the try that brought it about.
      if (state.count >= limit.attemptsMax) state.endsAtUnixMs = nowUnixMs + limit.windowMs;
      this.#attempts.delete(key);
      this.#attempts.set(key, state);
    }
    while (this.#attempts.size > keysMax) this.#attempts.delete(this.#attempts.keys().next().value!);
    return 0;
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
    return { count: 0, endsAtUnixMs: nowUnixMs + limit.windowMs };
  }
}
