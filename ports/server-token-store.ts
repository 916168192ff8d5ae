// The tokens by which game servers and login services prove themselves to the admin API; only digests are kept. Which of
// both a token is for stands in its prefix, under the digest.

export interface ServerToken {
  /** UUID. */
  readonly id: string;
  /** What an operator calls it. */
  readonly label: string;
  readonly tokenDigest: string;
  readonly createdAtUnixMs: number;
  /** Undefined: it does not expire by itself. */
  readonly expiresAtUnixMs: number | undefined;
}

export interface ServerTokenStore {
  /** Adding the same digest again changes nothing. */
  add(token: ServerToken): Promise<void>;
  find(tokenDigest: string): Promise<ServerToken | undefined>;
  remove(id: string): Promise<boolean>;
}
