// The simulation's way to whoever stores what players report of others. It hands a report over and is told later, between
// ticks, what became of it (`Simulation.tellReportAnswered`); what operators decided comes the same way (`tellDecision`).

import type { ReportOutcome, ReportReason } from '#domain/vocabulary/generated/words.js';

export interface CouriedLine {
  /** Since it was said. */
  readonly secondsAgo: number;
  /** Key of ChatScope. */
  readonly scope: string;
  /** Key of the map on which it was said. */
  readonly map: string;
  readonly text: string;
}

export interface CouriedPlayer {
  readonly characterId: number;
  readonly name: string;
  /** Null for one who is not in the world. */
  readonly place: { readonly map: string; readonly x: number; readonly y: number } | null;
  /** What it said in the last ten minutes, the oldest first. */
  readonly lines: readonly CouriedLine[];
  /** Lines of these minutes that are left out: the oldest ones, those to its party and the others for themselves. */
  readonly olderLines: number;
}

export interface CouriedReport {
  /** By which the answer names it. */
  readonly order: number;
  readonly reason: ReportReason;
  readonly text: string;
  readonly reporter: CouriedPlayer;
  readonly target: CouriedPlayer;
}

/** What operators decided about a report, for the character that made it. */
export interface ToldDecision {
  readonly characterId: number;
  /** Number of the report, as its player was told it. */
  readonly report: number;
  /** Whom it was about. */
  readonly name: string;
  readonly reason: ReportReason;
  readonly outcome: ReportOutcome;
  readonly text: string;
}

export interface ReportCourier {
  /** False when it does not fit now: it is offered again in the next tick. */
  report(report: CouriedReport): boolean;
  /** The player was told what was decided. What gets lost is told again when the character comes in the next time. */
  decisionTold(told: Pick<ToldDecision, 'characterId' | 'report'>): void;
}
