// Operators' known browsers and networks in memory.

import { knownOriginsPerAccountMax, type KnownOrigins } from '#ports/admin/sign-in/known-origins.js';

export class MemoryKnownOrigins implements KnownOrigins {
  /** By account: mark and time of last use, oldest first. */
  readonly #used = new Map<string, Map<string, number>>();

  async remember(accountId: string, marks: readonly string[], atUnixMs: number): Promise<void> {
    const ofAccount = this.#used.get(accountId) ?? new Map<string, number>();
    this.#used.set(accountId, ofAccount);
    for (const mark of marks) {
      ofAccount.delete(mark);
      ofAccount.set(mark, atUnixMs);
    }
    while (ofAccount.size > knownOriginsPerAccountMax) ofAccount.delete(ofAccount.keys().next().value!);
  }

  async among(
    accountId: string,
    marks: readonly string[],
    sinceUnixMs: number,
  ): Promise<ReadonlySet<string>> {
    const ofAccount = this.#used.get(accountId);
    return new Set(marks.filter((mark) => (ofAccount?.get(mark) ?? -1) >= sinceUnixMs));
  }

  async forgetAllOf(accountId: string): Promise<void> {
    this.#used.delete(accountId);
  }

  async removeUnusedSince(unixMs: number): Promise<void> {
    for (const [accountId, ofAccount] of this.#used) {
      for (const [mark, atUnixMs] of ofAccount) if (atUnixMs < unixMs) ofAccount.delete(mark);
      if (ofAccount.size === 0) this.#used.delete(accountId);
    }
  }
}
