// Who plays or has played, on any server: what the console lists. Fed by game servers; they hold the truth about
// characters. A character is known by its server and its id there: two servers may have one of the same name each.
//
// Who is online the servers report as they see it. What is stored of a character comes by batches (directory-batch), which
// survive the absence of either side; of a character that they told, reports change nothing but whether it is online and
// when it was seen.

import type { ErasedCharacter, ErasedPlace, RememberedErasure } from './erased-character.js';
import type { BatchPlace, DirectoryBatch } from './directory-batch.js';

export interface DirectoryPlayer {
  /** UUID, given by the directory. */
  readonly id: string;
  /** As its server numbers it; undefined until it plays again, if it has not since servers tell it. */
  readonly characterId: number | undefined;
  readonly name: string;
  /** UUID of the game account; for guests one made of their secret. */
  readonly accountId: string;
  readonly level: number;
  readonly online: boolean;
  /** The character's server. */
  readonly serverId: string;
  readonly map: string;
  readonly firstSeenAtUnixMs: number;
  readonly lastSeenAtUnixMs: number;
  readonly playedSeconds: number;
}

export interface JoinedPlayer {
  /** Unique on its server, never given again there. */
  readonly characterId: number;
  readonly name: string;
  readonly accountId: string;
  readonly level: number;
  readonly map: string;
}

export interface LeftPlayer {
  readonly characterId: number;
  readonly name: string;
  readonly level: number;
  /** In total, over all sessions. */
  readonly playedSeconds: number;
}

export interface ChangedPlayer {
  readonly characterId: number;
  readonly name: string;
  readonly level: number;
  readonly map: string;
}

export interface PlayerQuery {
  /** Part of the name, without regard to case; taken literally. */
  readonly search?: string;
  readonly online?: boolean;
  readonly serverId?: string;
  /** Only players that sort after this one (the last of the page before). */
  readonly after?: { readonly name: string; readonly id: string };
  readonly limit: number;
}

export interface PlayerPage {
  /** Ordered by lower-case name, then id. */
  readonly players: readonly DirectoryPlayer[];
  readonly more: boolean;
  /** How many match in all, on every page. */
  readonly total: number;
}

export interface PlayerDirectory {
  /** Adds new characters, marks all of them online, under the names they have now. */
  noteJoined(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void>;
  /** Marks them offline. Who is unknown is left alone. */
  noteLeft(serverId: string, players: readonly LeftPlayer[], nowUnixMs: number): Promise<void>;
  /** New name, level and map of those who are online; others are left alone. */
  noteChanged(serverId: string, players: readonly ChangedPlayer[], nowUnixMs: number): Promise<void>;
  /** As `noteJoined`, and marks everyone else of that server offline. */
  replaceOnline(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void>;
  /** Where a batch would stand if it was taken now. Changes nothing. */
  placeOfBatch(serverId: string, batch: DirectoryBatch): Promise<BatchPlace>;
  /**
   * Takes all of a batch in one transaction, or nothing when it answers `diverged`. Of each character the state with the highest
   * `asOf` of the server's present telling stays. When a telling is whole, who is not in it and not online is removed. An id that
   * another character had in an earlier telling gets a new player. Times later than now count as now. Who was erased is
   * remembered for ever, without a name, with each receipt that was told for it.
   */
  takeBatch(serverId: string, batch: DirectoryBatch, nowUnixMs: number): Promise<BatchPlace>;
  /** Marks everyone of that server offline; answers how many were online. */
  markServerLost(serverId: string): Promise<number>;
  countOnline(serverId: string): Promise<number>;
  /**
   * Removes all players of a server that is registered no more, and what it has told: should it come back, it tells all again.
   * Who was erased stays remembered.
   */
  removeServer(serverId: string): Promise<void>;
  /** Removes who has not been seen since, and of each server all but the `perServerMax` last seen; nobody who is online. */
  forget(old: { seenBeforeUnixMs: number; perServerMax: number }): Promise<void>;
  find(id: string): Promise<DirectoryPlayer | undefined>;
  findCharacter(serverId: string, characterId: number): Promise<DirectoryPlayer | undefined>;
  /** Whose character the player of this id was, if it was erased. */
  erasureOf(id: string): Promise<ErasedPlace | undefined>;
  /** Which of a server's characters were erased, as a batch told once. */
  erasedAmong(serverId: string, characters: readonly ErasedCharacter[]): Promise<RememberedErasure[]>;
  /** How many of a server's characters are remembered as erased, or receipts for them if there are more of these. */
  countErased(serverId: string): Promise<number>;
  page(query: PlayerQuery): Promise<PlayerPage>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly players: PlayerDirectory;
  }
}
