// The keys of connect tokens' issuers in memory.

import { tokenIssuersMax, type TokenIssuerRegistry } from '#ports/admin/tokens/token-issuer-registry.js';

export class MemoryTokenIssuerRegistry implements TokenIssuerRegistry {
  readonly #notedAt = new Map<string, number>();

  async noteInUse(publicKey: string, nowUnixMs: number): Promise<void> {
    this.#notedAt.set(publicKey, nowUnixMs);
  }

  async inUseSince(unixMs: number): Promise<readonly string[]> {
    return [...this.#notedAt]
      .filter(([, notedAt]) => notedAt >= unixMs)
      .sort(([, one], [, other]) => other - one)
      .slice(0, tokenIssuersMax)
      .map(([publicKey]) => publicKey);
  }

  async removeUnusedSince(unixMs: number): Promise<void> {
    for (const [publicKey, notedAt] of this.#notedAt) {
      if (notedAt < unixMs) this.#notedAt.delete(publicKey);
    }
  }
}
