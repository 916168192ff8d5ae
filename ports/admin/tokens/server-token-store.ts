// The tokens by which machines prove themselves to the admin API; only digests are kept. A token is for one thing: game
// servers' tokens open nothing else than what a game server reports, and speak for one server alone.

export const tokenKinds = ['game-server', 'login-service'] as const;
export type MachineTokenKind = (typeof tokenKinds)[number];

export interface ServerToken {
  /** UUID. */
  readonly id: string;
  /** What an operator calls it. */
  readonly label: string;
  /** Also in the token's prefix, under the digest. */
  readonly kind: MachineTokenKind;
  readonly tokenDigest: string;
  readonly createdAtUnixMs: number;
  /** Undefined: it does not expire by itself. */
  readonly expiresAtUnixMs: number | undefined;
  /** To the minute. Undefined: never used. */
  readonly lastUsedAtUnixMs: number | undefined;
  readonly revokedAtUnixMs: number | undefined;
  /** The one server it speaks for, from its first registration on. */
  readonly serverId: string | undefined;
}

/** What a server is asked, to prove that its key is its own; one question a token at a time. */
export interface OpenChallenge {
  /** 64 hexadecimal digits, see KeyChallenger. */
  readonly secret: string;
  readonly askedAtUnixMs: number;
}

export interface ServerTokenStore {
  /** Adding the same digest again changes nothing: what was revoked stays so. */
  add(token: ServerToken): Promise<void>;
  find(tokenDigest: string): Promise<ServerToken | undefined>;
  /** Ended ones too; the newest first, at most `tokensMax`. */
  list(): Promise<readonly ServerToken[]>;
  noteUsed(id: string, nowUnixMs: number): Promise<void>;
  /** Answers the token as it is then; undefined when there is none, or it was revoked before. */
  revoke(id: string, nowUnixMs: number): Promise<ServerToken | undefined>;
  /** False, and nothing changes, when it speaks for another server already. */
  bind(id: string, serverId: string): Promise<boolean>;
  /** In place of the one before. */
  keepChallenge(id: string, challenge: OpenChallenge): Promise<void>;
  /** Each challenge is had once, whoever asks at the same time. */
  takeChallenge(id: string): Promise<OpenChallenge | undefined>;
  /** Forgets those that were revoked or ran out before then. */
  removeEnded(beforeUnixMs: number): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly serverTokens: ServerTokenStore;
  }
}

export const tokensMax = 1_000;
