// Who did what, when, on which object, and who was refused. Append-only; what is old enough is forgotten as a whole, and who a
// player was when that player is erased.

import type { AboutPlayer, ForgottenPlayer } from './forgotten-player.js';

export interface AuditEntry {
  readonly atUnixMs: number;
  /** Undefined for someone who is not logged in. */
  readonly actorId: string | undefined;
  /**
   * Account name, or the name somebody tried to log in with. A machine is `server:<id>` or `login-service:<id>`: no account can
   * be called so, and nobody chooses what it is called here.
   */
  readonly actorName: string;
  /** Dotted: 'auth.login', 'account.change'. */
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  /** What it was done to: 'account:<id>', or empty. */
  readonly target: string;
  /** Small and free of secrets: before and after, or the reason of a refusal. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly address: string;
  readonly requestId: string;
}

export interface StoredAuditEntry extends AuditEntry {
  /** Grows with every entry. */
  readonly id: number;
}

/** What is asked of the log; what is left out does not narrow it. Texts are compared whole and to the letter. */
export interface AuditQuestion {
  readonly actorName?: string;
  readonly actorId?: string;
  /** An action, or the word before a dot: 'account' means 'account.create' and all others of its kind too. */
  readonly action?: string;
  readonly outcome?: 'done' | 'refused';
  readonly target?: string;
  readonly about?: AboutPlayer;
  readonly address?: string;
  /** Both ends included. */
  readonly fromUnixMs?: number;
  readonly untilUnixMs?: number;
}

export interface AuditPage extends AuditQuestion {
  readonly limit: number;
  readonly beforeId?: number;
}

/** Nothing younger than this is ever forgotten, whatever is asked. */
export const auditKeptMsMin = 30 * 24 * 60 * 60_000;

export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first, only those with an id below `beforeId` if given. */
  page(page: AuditPage): Promise<readonly StoredAuditEntry[]>;
  /**
   * Forgets up to 10,000 entries made before `beforeUnixMs`, the oldest first; none younger than `auditKeptMsMin` before
   * `nowUnixMs`. Returns how many.
   */
  removeBefore(beforeUnixMs: number, nowUnixMs: number): Promise<number>;
  /** Changes entries to what `withoutPlayer` (forgotten-player) says. */
  forgetPlayer(player: ForgottenPlayer): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly audit: AuditLog;
  }
}
