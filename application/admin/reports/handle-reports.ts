// Operators work through reports of players: a page of them, one with what was said, take it, decide it. What was decided goes
// to the game server (take-reports), which tells it to who reported. It does nothing to who is reported: that is the business
// of sanctions, for which the player's page is one click away.

import type { ReportOutcomeName } from '#ports/admin/reports/player-report.js';
import type { FiledReport, ReportChange, ReportState } from '#ports/admin/reports/report-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { accountLimit } from '../operations/give-command.js';

export interface ReportListQuery {
  readonly states: readonly ReportState[];
  readonly serverId: string | undefined;
  /** The directory's id of who is reported. */
  readonly playerId: string | undefined;
  /** The last of the page before. */
  readonly before: number | undefined;
  readonly limit: number;
}

export type ReportListResult =
  | {
      readonly ok: true;
      readonly reports: readonly ListedReport[];
      readonly nextBefore: number | null;
      /** Of all servers, whatever is asked. */
      readonly unresolved: number;
    }
  | { readonly ok: false; readonly reason: 'unknown-player' };

export interface ListedReport {
  readonly report: FiledReport;
  /** Empty for a server that is not in the list any more. */
  readonly serverName: string;
}

/** The directory's ids of both; undefined for whom it does not list. */
export interface ShownReport extends ListedReport {
  readonly reporterPlayerId: string | undefined;
  readonly targetPlayerId: string | undefined;
}

export type ReadReportResult =
  | { readonly ok: true; readonly shown: ShownReport }
  | { readonly ok: false; readonly reason: 'unknown-report' };

/** Without what both said, and where they were: who may act may not be who may read, and reading is written down. */
export type ReportResult =
  | { readonly ok: true; readonly listed: ListedReport }
  | { readonly ok: false; readonly reason: 'unknown-report' | 'report-resolved' | 'report-taken' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Reading = Pick<AdminPorts, 'reports' | 'servers' | 'players'>;
type Ports = Reading & Pick<AdminPorts, 'attempts' | 'audit' | 'clock'>;

export async function listReports(ports: Reading, query: ReportListQuery): Promise<ReportListResult> {
  const { states, serverId, playerId, before, limit } = query;
  const player = playerId === undefined ? undefined : await ports.players.find(playerId);
  if (playerId !== undefined && player === undefined) return { ok: false, reason: 'unknown-player' };
  const unresolved = await ports.reports.countUnresolved();
  // Whom no server numbers nobody can have reported.
  if (player !== undefined && player.characterId === undefined)
    return { ok: true, reports: [], nextBefore: null, unresolved };
  const found = await ports.reports.page({
    ...{ states, limit: limit + 1 },
    ...(serverId !== undefined && { serverId }),
    ...(player !== undefined && {
      target: { serverId: player.serverId, characterId: player.characterId! },
    }),
    ...(before !== undefined && { before }),
  });
  const names = new Map((await ports.servers.list()).map(({ id, name }) => [id, name]));
  const page = found.slice(0, limit);
  return {
    ok: true,
    reports: page.map((report) => ({ report, serverName: names.get(report.serverId) ?? '' })),
    nextBefore: found.length > limit ? page.at(-1)!.sequence : null,
    unresolved,
  };
}

/** Who reads what players said to each other is written down. */
export async function readReport(ports: Ports, caller: Caller, id: string): Promise<ReadReportResult> {
  const report = await ports.reports.find(id);
  if (report === undefined) return { ok: false, reason: 'unknown-report' };
  const details = { server: report.serverId };
  await recordAudit(ports, caller, {
    ...{ action: 'report.read', outcome: 'done', target: `report:${id}`, details },
  });
  return { ok: true, shown: await shownOf(ports, report) };
}

/** `was` is whom the caller saw at it, null for nobody: refused when somebody else has it by now. Left out: whoever has it. */
export async function takeReport(
  ports: Ports,
  caller: Caller,
  id: string,
  was?: string | null,
): Promise<ReportResult> {
  const { id: actorId, name: actorName } = caller.account;
  return act(ports, caller, { id, action: 'report.take' }, () =>
    ports.reports.take(id, { actorId, actorName }, was),
  );
}

export interface ReportVerdict {
  readonly outcome: ReportOutcomeName;
  /** For who reported, may be empty. */
  readonly message: string;
}

export async function resolveReport(
  ports: Ports,
  caller: Caller,
  id: string,
  { outcome, message }: ReportVerdict,
): Promise<ReportResult> {
  const { id: actorId, name: actorName } = caller.account;
  return act(ports, caller, { id, action: 'report.resolve' }, () =>
    ports.reports.resolve(id, { actorId, actorName, outcome, message }),
  );
}

async function act(
  ports: Ports,
  caller: Caller,
  { id, action }: { readonly id: string; readonly action: string },
  change: () => Promise<ReportChange | 'unknown' | 'resolved' | 'taken'>,
): Promise<ReportResult> {
  const target = `report:${id}`;
  const refuse = async (reason: 'locked-out' | 'report-resolved' | 'report-taken'): Promise<void> =>
    recordAudit(ports, caller, { action, outcome: 'refused', target, details: { reason } });
  const tries = [{ key: `report:${caller.account.id}`, limit: accountLimit }];
  const lockedMs = await ports.attempts.count(tries, ports.clock.unixMs());
  if (lockedMs > 0) {
    await refuse('locked-out');
    return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
  }
  const answer = await change();
  if (answer === 'unknown') return { ok: false, reason: 'unknown-report' };
  if (typeof answer === 'string') {
    const reason = `report-${answer}` as const;
    await refuse(reason);
    return { ok: false, reason };
  }
  const { before, after } = answer;
  const details = { server: after.serverId, before: standingOf(before), after: standingOf(after) };
  await recordAudit(ports, caller, { action, outcome: 'done', target, details });
  return { ok: true, listed: await listedOf(ports, after) };
}

/** Nothing of who it is about, and no words: they go with the report. */
function standingOf({ state, takenByName, outcome }: FiledReport) {
  return { state, takenBy: takenByName ?? null, outcome: outcome ?? null };
}

async function listedOf(ports: Reading, report: FiledReport): Promise<ListedReport> {
  return { report, serverName: (await ports.servers.find(report.serverId))?.name ?? '' };
}

async function shownOf(ports: Reading, report: FiledReport): Promise<ShownReport> {
  const { serverId, reporter, target } = report;
  const idOf = async (characterId: number, name: string) => {
    const player = await ports.players.findCharacter(serverId, characterId);
    // A game file that was put back may give a number to somebody else.
    return player?.name.toLowerCase() === name.toLowerCase() ? player.id : undefined;
  };
  return {
    ...(await listedOf(ports, report)),
    reporterPlayerId: await idOf(reporter.characterId, reporter.name),
    targetPlayerId: await idOf(target.characterId, target.name),
  };
}
