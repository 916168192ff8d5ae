// Operators' API keys in memory.

import {
  apiKeysMax,
  endedApiKeysMax,
  type ApiKey,
  type ApiKeyStore,
  type NewApiKey,
} from '#ports/admin/tokens/api-key-store.js';
import type { Clock } from '#ports/system/clock.js';

export class MemoryApiKeyStore implements ApiKeyStore {
  /** In the order in which they were made. */
  #keys: readonly ApiKey[] = [];

  constructor(private readonly clock: Pick<Clock, 'unixMs'>) {}

  async add({ lifeMs, ...key }: NewApiKey): Promise<ApiKey | undefined> {
    const own = this.#keys.filter(({ accountId }) => accountId === key.accountId);
    if (own.filter((one) => this.#isLive(one)).length >= apiKeysMax) return undefined;
    const createdAtUnixMs = this.clock.unixMs();
    const expiresAtUnixMs = createdAtUnixMs + lifeMs;
    const made = {
      ...key,
      ...{ createdAtUnixMs, expiresAtUnixMs, lastUsedAtUnixMs: undefined, revokedAtUnixMs: undefined },
    };
    const forgotten = new Set(
      own
        .filter((one) => !this.#isLive(one))
        .reverse()
        .slice(endedApiKeysMax),
    );
    this.#keys = [...this.#keys.filter((one) => !forgotten.has(one)), made];
    return made;
  }

  async findLive(tokenDigest: string): Promise<ApiKey | undefined> {
    return this.#keys.find((key) => key.tokenDigest === tokenDigest && this.#isLive(key));
  }

  async listOf(accountId: string): Promise<readonly ApiKey[]> {
    return this.#keys.filter((key) => key.accountId === accountId).reverse();
  }

  async listLive(): Promise<readonly ApiKey[]> {
    return this.#keys.filter((key) => this.#isLive(key)).reverse();
  }

  async noteUsed(id: string): Promise<void> {
    this.#change((key) => key.id === id, { lastUsedAtUnixMs: this.clock.unixMs() });
  }

  async revoke(id: string, accountId?: string): Promise<ApiKey | undefined> {
    const [revoked] = this.#revoke((key) => key.id === id && (accountId ?? key.accountId) === key.accountId);
    return revoked;
  }

  async revokeAllOf(accountId: string): Promise<readonly ApiKey[]> {
    return this.#revoke((key) => key.accountId === accountId);
  }

  async removeEnded(agoMs: number): Promise<void> {
    const before = this.clock.unixMs() - agoMs;
    const endOf = (key: ApiKey) => Math.min(key.expiresAtUnixMs, key.revokedAtUnixMs ?? Infinity);
    this.#keys = this.#keys.filter((key) => endOf(key) >= before);
  }

  #revoke(which: (key: ApiKey) => boolean): readonly ApiKey[] {
    const revokedAtUnixMs = this.clock.unixMs();
    return this.#change((key) => which(key) && this.#isLive(key), { revokedAtUnixMs });
  }

  #change(which: (key: ApiKey) => boolean, change: Partial<ApiKey>): readonly ApiKey[] {
    const changed: ApiKey[] = [];
    this.#keys = this.#keys.map((key) => {
      if (!which(key)) return key;
      const after = { ...key, ...change };
      changed.push(after);
      return after;
    });
    return changed;
  }

  #isLive({ revokedAtUnixMs, expiresAtUnixMs }: ApiKey): boolean {
    return revokedAtUnixMs === undefined && expiresAtUnixMs > this.clock.unixMs();
  }
}
