// The public keys whose connect tokens game servers accept. Each replica of the admin API signs with a key of its own
// and notes it here, again and again while it runs; a key that is no longer noted is forgotten by and by.

export interface TokenIssuerRegistry {
  /** `publicKey`: Ed25519, 64 hexadecimal digits. */
  noteInUse(publicKey: string, nowUnixMs: number): Promise<void>;
  /** Keys noted at `unixMs` or later, the last noted first; at most `tokenIssuersMax`. */
  inUseSince(unixMs: number): Promise<readonly string[]>;
  removeUnusedSince(unixMs: number): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly tokenIssuers: TokenIssuerRegistry;
  }
}

/** Replicas, and as many keys again that were just replaced. */
export const tokenIssuersMax = 16;
