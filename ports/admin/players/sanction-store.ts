// Sanctions, as operators imposed them: the authority. Game servers are told what changed and keep a copy. All times are by
// the store's one clock; callers speak of durations only. Whether one has ended by itself follows from the time: nobody
// writes that down.

import type { SanctionKind, ToldChanges } from './sanction.js';

export interface NewSanction {
  /** UUID. */
  readonly id: string;
  readonly serverId: string;
  /** The directory's id of the player. */
  readonly playerId: string;
  readonly characterId: number;
  readonly name: string;
  readonly accountId: string;
  readonly measure: SanctionKind;
  /** Whole seconds; undefined for good. */
  readonly seconds: number | undefined;
  /** In the operator's words, for operators. */
  readonly reason: string;
  /** For the player. */
  readonly message: string;
  readonly actorId: string;
  readonly actorName: string;
}

/** - erased: its player was, and nothing is kept of who that was */
export const sanctionStates = ['in-force', 'expired', 'lifted', 'erased'] as const;
export type SanctionState = (typeof sanctionStates)[number];

export interface Sanction extends NewSanction {
  readonly state: SanctionState;
  readonly givenAtUnixMs: number;
  /** Undefined for good. */
  readonly untilUnixMs: number | undefined;
  /** Of a lifted one. */
  readonly liftedAtUnixMs: number | undefined;
  readonly liftedById: string | undefined;
  readonly liftedByName: string | undefined;
  readonly liftReason: string | undefined;
  /** Whether its server has said that it knows it as it stands. */
  readonly isKnownThere: boolean;
}

/** Whom sanctions are about. */
export interface SanctionedPlayer {
  readonly serverId: string;
  readonly characterId: number;
  readonly name: string;
  readonly accountId: string;
}

export interface Lifting {
  readonly actorId: string;
  readonly actorName: string;
  readonly reason: string;
}

/** In force against one account at one server; more are refused. */
export const sanctionsInForceMax = 10;
/** Kept of one account at one server; beyond it those that ended first go. */
export const sanctionsKeptMax = 100;

export interface SanctionStore {
  /** Undefined, and nothing changes, where too many are in force: of this account, or `sanctionsOfServerMax` of its server. */
  impose(sanction: NewSanction): Promise<Sanction | undefined>;
  /** Undefined, and nothing changes, unless it is in force. */
  lift(id: string, lifting: Lifting): Promise<Sanction | undefined>;
  find(id: string): Promise<Sanction | undefined>;
  /** About its account, or the character itself; newest first, up to `limit`. */
  about(player: SanctionedPlayer, limit: number): Promise<readonly Sanction[]>;
  /** The ban in force against this account at this server that holds longest. */
  banOf(serverId: string, accountId: string): Promise<Sanction | undefined>;
  /**
   * What changed at this server since `mark`, up to `limit`, in the order of change; all that are in force when the mark is
   * not, or not any more, that of a change. `more`: there is another page behind its mark. What the mark stands for, and all
   * before it, the server knows.
   */
  changesSince(
    serverId: string,
    mark: string | null,
    limit: number,
  ): Promise<ToldChanges & { readonly more: boolean }>;
  /** Forgets those that ended longer ago. */
  forget(endedBeforeMs: number): Promise<void>;
  /** Ends all about this character, and forgets who it was: name, account and message go. */
  forgetPlayer(serverId: string, characterId: number): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly sanctions: SanctionStore;
  }
}
