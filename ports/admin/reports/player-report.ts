// Reports of players about players: words and limits that the admin API and game servers share. A game server tells a report
// until the API has it, and is told what operators decided until it says that it keeps that; both as often as it takes.

export const reportReasons = ['cheating', 'harassment', 'spam', 'name', 'other'] as const;
export type ReportReasonName = (typeof reportReasons)[number];

/** What operators did; the text to who reported may say more. */
export const reportOutcomes = ['noAction', 'warned', 'muted', 'banned', 'other'] as const;
export type ReportOutcomeName = (typeof reportOutcomes)[number];

export const chatScopes = ['say', 'zone', 'server', 'party'] as const;

/** Of UTF-8: what a report says, and what operators answer; as much as one line of chat. */
export const reportTextBytesMax = 200;
/** In one request; one is less than 50,000 bytes. */
export const reportsAtOnceMax = 8;
export const decisionsAtOnceMax = 50;
/** What one of the two said, as many as a game server attaches. */
export const targetSaidLinesMax = 60;
export const reporterSaidLinesMax = 20;

export interface SaidLine {
  /** Before the report was made. */
  readonly secondsAgo: number;
  readonly scope: (typeof chatScopes)[number];
  /** Key of the map on which it was said. */
  readonly map: string;
  readonly text: string;
}

/** One of the two, at the moment of the report. */
export interface ReportedPlayer {
  readonly characterId: number;
  readonly name: string;
  /** Null for one who was not in the world. */
  readonly place: { readonly map: string; readonly x: number; readonly y: number } | null;
  /** What it said in the ten minutes before, the oldest first. */
  readonly lines: readonly SaidLine[];
  /** Older lines of these minutes that were left out. */
  readonly olderLines: number;
}

/** As a game server tells it. */
export interface ToldReport {
  /** UUID, of the game server. */
  readonly reportId: string;
  /** As its player was told it; of one server no two reports have the same, unless its file was put back to an earlier time. */
  readonly number: number;
  readonly madeAtUnixMs: number;
  readonly reason: ReportReasonName;
  readonly text: string;
  readonly reporter: ReportedPlayer;
  readonly target: ReportedPlayer;
}

/** As a game server is told it. */
export interface ReportDecision {
  readonly reportId: string;
  readonly number: number;
  /** Who reported. */
  readonly characterId: number;
  readonly reporterName: string;
  readonly targetName: string;
  readonly reason: ReportReasonName;
  readonly outcome: ReportOutcomeName;
  /** For who reported; may be empty. */
  readonly message: string;
}
