// Whose connect tokens this server accepts beside its own: keys from its settings, for good, and those that the admin
// API told of last. The control thread writes the list, each gateway reads it when it has changed.

import { issuerKeysMax, SharedTokenIssuers } from './shared-token-issuers.js';
import { tokenIssuer, type TokenIssuer } from '#adapters/protocol/session/tokens/server-identity.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';

export class TrustedIssuers {
  private readonly shared: SharedTokenIssuers;

  /** `configured`: Ed25519 public keys, 64 hexadecimal digits each. */
  constructor(
    memory: SharedArrayBuffer,
    private readonly configured: readonly string[],
  ) {
    this.shared = new SharedTokenIssuers(memory);
    this.learn([]);
  }

  /** What the admin API told takes the place of what it told before. */
  learn(told: readonly string[]): void {
    const keys = [...new Set([...this.configured, ...told])].slice(0, issuerKeysMax);
    this.shared.replace(keys.map((key) => Buffer.from(key, 'hex')));
  }
}

/** The list as a gateway's endpoint asks for it. */
export function issuersIn(memory: SharedArrayBuffer, crypto: CryptoSuite): () => readonly TokenIssuer[] {
  const shared = new SharedTokenIssuers(memory);
  let version = -1;
  let issuers: readonly TokenIssuer[] = [];
  return () => {
    const newest = shared.version;
    if (newest === version) return issuers;
    const keys = shared.read();
    if (keys === undefined) return issuers;
    version = newest;
    issuers = keys.map((key) => tokenIssuer(crypto, key));
    return issuers;
  };
}
