// What the game file keeps of players' reports: those that the admin API does not have yet, and what operators decided, until
// the players who reported were told. Both are bounded, and survive an API that is away and a server that starts anew.

import type { ReportOutcome, ReportReason } from '#domain/vocabulary/generated/words.js';
import type { CouriedPlayer } from '#ports/threads/report-courier.js';

/** A month of an API that is away, with 30 a day; 30 MB at most. */
export const bookedReportsMax = 1_000;
/** So long one waits for the admin API: as long as that keeps one that nobody decides. */
export const waitingReportDays = 400;
/** Players who do not come back, and those who were told lately. */
export const keptDecisionsMax = 10_000;
/** So long who reported may stay away and is told all the same. */
export const untoldDecisionDays = 90;
/** So long it is known that somebody was told, though the API should say it again. */
export const toldDecisionDays = 7;

export interface NewReport {
  readonly madeAtUnixMs: number;
  readonly reason: ReportReason;
  readonly text: string;
  readonly reporter: CouriedPlayer;
  readonly target: CouriedPlayer;
}

export interface BookedReport extends NewReport {
  /** A UUID: numbers begin anew where the file was put back to an earlier time. */
  readonly reportId: string;
  /** As players are told it; never given again in this file. */
  readonly number: number;
}

export interface KeptDecision {
  readonly reportId: string;
  readonly number: number;
  /** Who reported. */
  readonly characterId: number;
  /** Whom. */
  readonly name: string;
  readonly reason: ReportReason;
  readonly outcome: ReportOutcome;
  readonly text: string;
}

export interface ReportBook {
  /** On disk when it resolves. 0 when as many wait as may, or one of the two is erased: nothing is kept then. */
  file(report: NewReport): Promise<number>;
  /** Those that the API does not have, the oldest first. */
  next(limit: number): Promise<readonly BookedReport[]>;
  /** The API has them, and has the last word about them from now on. Unknown ones do no harm. */
  handedOver(reportIds: readonly string[]): Promise<void>;
  waiting(): Promise<number>;
  /**
   * On disk when it resolves. Answers the ids of those that the API need not tell again: all, unless there is no room. One that
   * is known already stays as it is, and of who is erased nothing is kept. What is too old, reports too, is forgotten by the
   * way, also where there is nothing to keep.
   */
  keep(decisions: readonly KeptDecision[], nowUnixMs: number): Promise<readonly string[]>;
  /** Of whose telling nothing is known, the oldest first. */
  untold(): Promise<readonly KeptDecision[]>;
  /** By the report's number and who reported: numbers begin anew where the file was put back to an earlier time. */
  told(report: Pick<KeptDecision, 'number' | 'characterId'>, nowUnixMs: number): Promise<void>;
}

declare module './game-stores.js' {
  interface GameStores {
    readonly reports: ReportBook;
  }
}
