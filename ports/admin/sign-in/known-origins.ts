// From where each operator has logged in lately: browsers and networks, as digests that say nothing by themselves. Who
// comes from there again is not kept out by what strangers do.

export interface KnownOrigins {
  /** Remembers them, or that they were used again; keeps the newest `knownOriginsPerAccountMax` of the account. */
  remember(accountId: string, marks: readonly string[], atUnixMs: number): Promise<void>;
  /** Those of the marks that the account used since then. */
  among(accountId: string, marks: readonly string[], sinceUnixMs: number): Promise<ReadonlySet<string>>;
  forgetAllOf(accountId: string): Promise<void>;
  removeUnusedSince(unixMs: number): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly knownOrigins: KnownOrigins;
  }
}

/** A person's browsers and networks of three months. */
export const knownOriginsPerAccountMax = 50;
