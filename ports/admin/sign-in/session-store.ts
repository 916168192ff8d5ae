// Operators' sessions at rest, named by the digest of their cookie: who reads the table cannot use it to log in.

export interface AdminSession {
  /** Digest of the cookie's token, as `CredentialMint.digest` gives it. */
  readonly tokenDigest: string;
  readonly accountId: string;
  readonly createdAtUnixMs: number;
  readonly lastSeenAtUnixMs: number;
  readonly address: string;
  readonly userAgent: string;
}

export interface SessionStore {
  /** Keeps the newest `sessionsPerAccountMax` of the account and drops the others. */
  add(session: AdminSession): Promise<void>;
  find(tokenDigest: string): Promise<AdminSession | undefined>;
  /** The newest first; at most `sessionsPerAccountMax`. */
  listOfAccount(accountId: string): Promise<readonly AdminSession[]>;
  /** Moves `lastSeenAtUnixMs` forward; unknown sessions are ignored. */
  touch(tokenDigest: string, atUnixMs: number): Promise<void>;
  /** Answers whether it existed. */
  remove(tokenDigest: string): Promise<boolean>;
  /** Ends all sessions of an account but, if given, one. Answers how many ended. */
  removeOfAccount(accountId: string, exceptTokenDigest?: string): Promise<number>;
  /** Removes those created before the one or last seen before the other time. */
  removeExpired(limits: { createdBeforeUnixMs: number; seenBeforeUnixMs: number }): Promise<number>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly sessions: SessionStore;
  }
}

/** One person on several machines; more are forgotten logins. */
export const sessionsPerAccountMax = 20;
