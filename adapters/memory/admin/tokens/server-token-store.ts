// Machines' tokens in memory.

import {
  tokensMax,
  type OpenChallenge,
  type ServerToken,
  type ServerTokenStore,
} from '#ports/admin/tokens/server-token-store.js';

export class MemoryServerTokenStore implements ServerTokenStore {
  /** By id. */
  readonly #tokens = new Map<string, ServerToken>();
  readonly #challenges = new Map<string, OpenChallenge>();

  async add(token: ServerToken): Promise<void> {
    if ((await this.find(token.tokenDigest)) === undefined) this.#tokens.set(token.id, token);
  }

  async find(tokenDigest: string): Promise<ServerToken | undefined> {
    return [...this.#tokens.values()].find((token) => token.tokenDigest === tokenDigest);
  }

  async list(): Promise<readonly ServerToken[]> {
    return [...this.#tokens.values()]
      .sort((a, b) => b.createdAtUnixMs - a.createdAtUnixMs || (a.id < b.id ? -1 : 1))
      .slice(0, tokensMax);
  }

  async noteUsed(id: string, nowUnixMs: number): Promise<void> {
    this.#change(id, { lastUsedAtUnixMs: nowUnixMs });
  }

  async revoke(id: string, nowUnixMs: number): Promise<ServerToken | undefined> {
    if (this.#tokens.get(id)?.revokedAtUnixMs !== undefined) return undefined;
    this.#challenges.delete(id);
    return this.#change(id, { revokedAtUnixMs: nowUnixMs });
  }

  async bind(id: string, serverId: string): Promise<boolean> {
    const before = this.#tokens.get(id);
    if (before === undefined || (before.serverId ?? serverId) !== serverId) return false;
    this.#change(id, { serverId });
    return true;
  }

  async keepChallenge(id: string, challenge: OpenChallenge): Promise<void> {
    if (this.#tokens.has(id)) this.#challenges.set(id, challenge);
  }

  async takeChallenge(id: string): Promise<OpenChallenge | undefined> {
    const challenge = this.#challenges.get(id);
    this.#challenges.delete(id);
    return challenge;
  }

  async removeEnded(beforeUnixMs: number): Promise<void> {
    for (const { id, revokedAtUnixMs, expiresAtUnixMs } of this.#tokens.values()) {
      const endedAtUnixMs = Math.min(revokedAtUnixMs ?? Infinity, expiresAtUnixMs ?? Infinity);
      if (endedAtUnixMs < beforeUnixMs) this.#tokens.delete(id);
    }
  }

  #change(id: string, part: Partial<ServerToken>): ServerToken | undefined {
    const before = this.#tokens.get(id);
    if (before === undefined) return undefined;
    const after = { ...before, ...part };
    this.#tokens.set(id, after);
    return after;
  }
}
