// Keys by which programs of operators use the admin API, each with a part of what its operator may do; only digests are kept.
// By the store's clock.

export interface NewApiKey {
  /** UUID. */
  readonly id: string;
  /** Whose it is, and in whose name it acts. */
  readonly accountId: string;
  /** What its operator calls it. */
  readonly label: string;
  /** Names of permissions (application/admin/access/permissions); of others than are known today nothing comes. */
  readonly permissions: readonly string[];
  readonly tokenDigest: string;
  /** It is good for so long. */
  readonly lifeMs: number;
}

export interface ApiKey extends Omit<NewApiKey, 'lifeMs'> {
  readonly createdAtUnixMs: number;
  readonly expiresAtUnixMs: number;
  /** To the minute. Undefined: never used. */
  readonly lastUsedAtUnixMs: number | undefined;
  readonly revokedAtUnixMs: number | undefined;
}

/** Of one account that can be used. */
export const apiKeysMax = 20;
/** Of one account that ended, the latest, so that its list tells of them; older ones are forgotten as new ones are made. */
export const endedApiKeysMax = 30;

export interface ApiKeyStore {
  /** Undefined, and nothing changes, where the account has `apiKeysMax` that can be used. */
  add(key: NewApiKey): Promise<ApiKey | undefined>;
  /** One that can be used now: neither revoked nor run out. */
  findLive(tokenDigest: string): Promise<ApiKey | undefined>;
  /** Of one account, ended ones too, the newest first. */
  listOf(accountId: string): Promise<readonly ApiKey[]>;
  /** Of all accounts, those that can be used, the newest first. */
  listLive(): Promise<readonly ApiKey[]>;
  /** That it was used now. */
  noteUsed(id: string): Promise<void>;
  /**
   * Answers the key as it is then; undefined when there is none that can be used, or, with `accountId`, when it is another
   * account's.
   */
  revoke(id: string, accountId?: string): Promise<ApiKey | undefined>;
  /** All of one account that can be used; answers them. */
  revokeAllOf(accountId: string): Promise<readonly ApiKey[]>;
  /** Forgets those that ended so long ago. */
  removeEnded(agoMs: number): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly apiKeys: ApiKeyStore;
  }
}
