// Who plays or has played, on any server: what the console lists. Fed by game servers; they hold the truth about characters.

export interface DirectoryPlayer {
  /** UUID, given by the directory. */
  readonly id: string;
  /** Unique without regard to case. */
  readonly name: string;
  /** UUID of the game account; for guests one made of their secret. */
  readonly accountId: string;
  readonly level: number;
  readonly online: boolean;
  /** Where the player is, or was last. */
  readonly serverId: string;
  readonly map: string;
  readonly firstSeenAtUnixMs: number;
  readonly lastSeenAtUnixMs: number;
  readonly playedSeconds: number;
}

export interface JoinedPlayer {
  readonly name: string;
  readonly accountId: string;
  readonly level: number;
  readonly map: string;
}

export interface LeftPlayer {
  readonly name: string;
  readonly level: number;
  /** In total, over all sessions. */
  readonly playedSeconds: number;
}

export interface ChangedPlayer {
  readonly name: string;
  readonly level: number;
  readonly map: string;
}

export interface PlayerQuery {
  /** Part of the name, without regard to case; taken literally. */
  readonly search?: string;
  readonly online?: boolean;
  readonly serverId?: string;
  /** Only names that sort after this one (the last of the page before). */
  readonly afterName?: string;
  readonly limit: number;
}

export interface PlayerPage {
  /** Ordered by lower-case name. */
  readonly players: readonly DirectoryPlayer[];
  readonly more: boolean;
  /** How many match in all, on every page. */
  readonly total: number;
}

export interface PlayerDirectory {
  /** Adds new names, marks all of them online at `serverId`. */
  noteJoined(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void>;
  /** Marks them offline. Names that are meanwhile online elsewhere, or unknown, are left alone. */
  noteLeft(serverId: string, players: readonly LeftPlayer[], nowUnixMs: number): Promise<void>;
  /** New level and map of those who are online at `serverId`; others are left alone. */
  noteChanged(serverId: string, players: readonly ChangedPlayer[], nowUnixMs: number): Promise<void>;
  /** As `noteJoined`, and marks everyone else of that server offline. */
  replaceOnline(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void>;
  /** Marks everyone of that server offline; answers how many were online. */
  markServerLost(serverId: string): Promise<number>;
  find(id: string): Promise<DirectoryPlayer | undefined>;
  page(query: PlayerQuery): Promise<PlayerPage>;
}
