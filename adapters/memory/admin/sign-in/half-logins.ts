// Log-ins whose code is due, in memory.

import {
  halfLoginsPerAccountMax,
  type HalfLogin,
  type HalfLogins,
} from '#ports/admin/sign-in/half-logins.js';

export class MemoryHalfLogins implements HalfLogins {
  readonly #halves = new Map<string, HalfLogin>();

  async add(half: HalfLogin): Promise<void> {
    this.#halves.set(half.tokenDigest, half);
    const ofAccount = [...this.#halves.values()]
      .filter(({ accountId }) => accountId === half.accountId)
      .sort((a, b) => b.createdAtUnixMs - a.createdAtUnixMs);
    for (const old of ofAccount.slice(halfLoginsPerAccountMax)) this.#halves.delete(old.tokenDigest);
  }

  async find(tokenDigest: string): Promise<HalfLogin | undefined> {
    return this.#halves.get(tokenDigest);
  }

  async remove(tokenDigest: string): Promise<boolean> {
    return this.#halves.delete(tokenDigest);
  }

  async removeOfAccount(accountId: string): Promise<void> {
    this.#removeWhere((half) => half.accountId === accountId);
  }

  async removeCreatedBefore(unixMs: number): Promise<void> {
    this.#removeWhere((half) => half.createdAtUnixMs < unixMs);
  }

  #removeWhere(matches: (half: HalfLogin) => boolean): void {
    for (const half of this.#halves.values()) if (matches(half)) this.#halves.delete(half.tokenDigest);
  }
}
