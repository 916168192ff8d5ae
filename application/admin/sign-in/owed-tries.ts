// A ledger of tries whose store may be away just when a try is to be taken back, or when nobody knows whether it was counted:
// what it owes is taken back before the same keys count again, and with the housekeeping.

import type { AttemptLedger } from '#ports/admin/sign-in/attempt-ledger.js';

type Tries = Parameters<AttemptLedger['count']>[0];

/** Beyond it the one that is owed longest is forgotten; its count ends with its window. */
const owedMax = 1_000;

export class OwedTries implements AttemptLedger {
  /** Keys by the id of the try. */
  readonly #owed = new Map<string, readonly string[]>();

  constructor(private readonly ledger: AttemptLedger) {}

  /** Rejects while a try of these keys can neither be taken back nor stay: it must not lock anybody. */
  async count(tries: Tries, nowUnixMs: number, tryId?: string): Promise<number> {
    const keys = tries.map(({ key }) => key);
    for (const [id, owed] of this.#owed)
      if (owed.some((key) => keys.includes(key))) await this.#pay(id, owed);
    try {
      return await this.ledger.count(tries, nowUnixMs, tryId);
    } catch (error) {
      if (tryId !== undefined) this.#owe(tryId, keys);
      throw error;
    }
  }

  lockedMs(tries: Tries, nowUnixMs: number): Promise<number> {
    return this.ledger.lockedMs(tries, nowUnixMs);
  }

  /** At once, or as soon as it can. */
  async giveBack(keys: readonly string[], tryId: string): Promise<void> {
    await this.#pay(tryId, keys).catch(() => this.#owe(tryId, keys));
  }

  keep(keys: readonly string[], tryId: string): Promise<void> {
    return this.ledger.keep(keys, tryId);
  }

  clear(keys: readonly string[]): Promise<void> {
    return this.ledger.clear(keys);
  }

  clearBeginningWith(prefix: string): Promise<void> {
    return this.ledger.clearBeginningWith(prefix);
  }

  async removeExpired(nowUnixMs: number): Promise<void> {
    for (const [id, keys] of [...this.#owed]) await this.#pay(id, keys);
    await this.ledger.removeExpired(nowUnixMs);
  }

  async #pay(id: string, keys: readonly string[]): Promise<void> {
    await this.ledger.giveBack(keys, id);
    this.#owed.delete(id);
  }

  #owe(id: string, keys: readonly string[]): void {
    this.#owed.set(id, keys);
    if (this.#owed.size > owedMax) this.#owed.delete(this.#owed.keys().next().value!);
  }
}
