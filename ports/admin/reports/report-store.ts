// Reports of players, as game servers told them, and what operators made of them. Times are by the store's clock, but for when
// a report was made, which its server says, and which is never later than now.

import type { ReportDecision, ReportOutcomeName, ToldReport } from './player-report.js';

/** - open: waits; taken: somebody is at it; resolved: decided, for good */
export const reportStates = ['open', 'taken', 'resolved'] as const;
export type ReportState = (typeof reportStates)[number];

/** Of one server, that are not resolved; more are not taken, and wait at the server. */
export const unresolvedReportsMax = 10_000;

export interface FiledReport extends ToldReport {
  /** Grows with every report that comes, of whatever server. */
  readonly sequence: number;
  readonly serverId: string;
  readonly state: ReportState;
  readonly receivedAtUnixMs: number;
  /** Who took it last; undefined for nobody. */
  readonly takenById: string | undefined;
  readonly takenByName: string | undefined;
  readonly takenAtUnixMs: number | undefined;
  /** Of a resolved one. */
  readonly outcome: ReportOutcomeName | undefined;
  /** For who reported. */
  readonly message: string;
  readonly resolvedById: string | undefined;
  readonly resolvedByName: string | undefined;
  readonly resolvedAtUnixMs: number | undefined;
  /** Since when its game server has what was decided, to tell it to who reported. */
  readonly handedOverAtUnixMs: number | undefined;
}

export interface ReportQuery {
  /** Left out: any. */
  readonly states?: readonly ReportState[];
  readonly serverId?: string;
  /** Reports about this character. */
  readonly target?: { readonly serverId: string; readonly characterId: number };
  /** Only those that came before this one. */
  readonly before?: number;
  readonly limit: number;
}

export interface ReportActor {
  readonly actorId: string;
  readonly actorName: string;
}

export interface ReportResolution extends ReportActor {
  readonly outcome: ReportOutcomeName;
  readonly message: string;
}

/** Whether somebody else has it by now than the actor saw, null for nobody; who did not say saw whoever it is. */
export function isTakenByAnother(
  { takenById }: Pick<FiledReport, 'takenById'>,
  { actorId }: ReportActor,
  was: string | null | undefined,
): boolean {
  return was !== undefined && takenById !== actorId && (takenById ?? null) !== was;
}

/** What became of a report by an act. */
export interface ReportChange {
  readonly before: FiledReport;
  readonly after: FiledReport;
}

export interface ReportStore {
  /** `known`: told before, and nothing changes. `full`: as many of the server wait as may. */
  add(serverId: string, report: ToldReport): Promise<'added' | 'known' | 'full'>;
  /** Newest first. */
  page(query: ReportQuery): Promise<readonly FiledReport[]>;
  find(id: string): Promise<FiledReport | undefined>;
  /** Of all servers. */
  countUnresolved(): Promise<number>;
  /**
   * Also from somebody else: with `was`, only from that account, null for nobody, and from the actor. What cannot be taken stays
   * as it is, and the answer says why.
   */
  take(
    id: string,
    actor: ReportActor,
    was?: string | null,
  ): Promise<ReportChange | 'unknown' | 'resolved' | 'taken'>;
  /** Nothing changes when it is resolved, or not there. */
  resolve(id: string, resolution: ReportResolution): Promise<ReportChange | 'unknown' | 'resolved'>;
  /** What the server does not have yet, the oldest first; behind that of report `after`, where the server has such a one. */
  decided(serverId: string, limit: number, after?: string): Promise<readonly ReportDecision[]>;
  /** The server has these. Those of other servers, and unknown ones, do no harm. */
  handedOver(serverId: string, reportIds: readonly string[]): Promise<void>;
  /** That this character made, and that are about it; newest first, `limit` of each. */
  of(serverId: string, characterId: number, limit: number): Promise<readonly FiledReport[]>;
  /**
   * What is about this character is removed. Of what it reported itself name, text, place and words go, and number 0 stands for
   * it; what nobody decided yet is nobody's to decide any more, and goes.
   */
  forgetPlayer(serverId: string, characterId: number): Promise<void>;
  /** Removes all of this server. */
  removeServer(serverId: string): Promise<void>;
  /** Forgets resolved ones that were resolved longer ago than that, and others that came longer ago. */
  forget(old: { readonly resolvedBeforeMs: number; readonly unresolvedBeforeMs: number }): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly reports: ReportStore;
  }
}
