// Game servers' tokens in memory.

import type { ServerToken, ServerTokenStore } from '#ports/server-token-store.js';

export class MemoryServerTokenStore implements ServerTokenStore {
  readonly #tokens = new Map<string, ServerToken>();

  async add(token: ServerToken): Promise<void> {
    if (!this.#tokens.has(token.tokenDigest)) this.#tokens.set(token.tokenDigest, token);
  }

  async find(tokenDigest: string): Promise<ServerToken | undefined> {
    return this.#tokens.get(tokenDigest);
  }

  async remove(id: string): Promise<boolean> {
    const token = [...this.#tokens.values()].find((candidate) => candidate.id === id);
    return token !== undefined && this.#tokens.delete(token.tokenDigest);
  }
}
