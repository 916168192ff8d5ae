// Log-ins whose password was right and whose code is still due. None of them is a session: it opens the second step of the
// log-in and nothing else. Named by the digest of their cookie.

export interface HalfLogin {
  /** Digest of the cookie's token, as `CredentialMint.digest` gives it. */
  readonly tokenDigest: string;
  readonly accountId: string;
  /** Digest of the password's hash: with another password the log-in begins anew. */
  readonly passwordMark: string;
  readonly createdAtUnixMs: number;
}

export interface HalfLogins {
  /** Keeps the newest `halfLoginsPerAccountMax` of the account and drops the others. */
  add(half: HalfLogin): Promise<void>;
  find(tokenDigest: string): Promise<HalfLogin | undefined>;
  /** Answers whether it existed: of two that remove it at the same time, to one. */
  remove(tokenDigest: string): Promise<boolean>;
  removeOfAccount(accountId: string): Promise<void>;
  removeCreatedBefore(unixMs: number): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly halfLogins: HalfLogins;
  }
}

/** As many as sessions: each may become one. */
export const halfLoginsPerAccountMax = 20;
