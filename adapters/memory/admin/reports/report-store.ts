// Reports of players in memory.

import type { ReportDecision, ReportedPlayer, ToldReport } from '#ports/admin/reports/player-report.js';
import {
  isTakenByAnother,
  unresolvedReportsMax,
  type FiledReport,
  type ReportActor,
  type ReportChange,
  type ReportQuery,
  type ReportResolution,
  type ReportStore,
} from '#ports/admin/reports/report-store.js';
import type { Clock } from '#ports/system/clock.js';

export class MemoryReportStore implements ReportStore {
  #sequence = 0;
  /** In the order in which they came. */
  readonly #reports = new Map<string, FiledReport>();

  constructor(private readonly clock: Pick<Clock, 'unixMs'>) {}

  async add(serverId: string, report: ToldReport): Promise<'added' | 'known' | 'full'> {
    if (this.#reports.has(report.reportId)) return 'known';
    const waiting = this.#all().filter((one) => one.serverId === serverId && one.state !== 'resolved');
    if (waiting.length >= unresolvedReportsMax) return 'full';
    const nowUnixMs = this.clock.unixMs();
    this.#put({
      ...structuredClone(report),
      ...{ serverId, sequence: ++this.#sequence, state: 'open', receivedAtUnixMs: nowUnixMs, message: '' },
      madeAtUnixMs: Math.min(report.madeAtUnixMs, nowUnixMs),
      ...{ takenById: undefined, takenByName: undefined, takenAtUnixMs: undefined },
      ...{ outcome: undefined, resolvedById: undefined, resolvedByName: undefined },
      ...{ resolvedAtUnixMs: undefined, handedOverAtUnixMs: undefined },
    });
    return 'added';
  }

  async page({ states, serverId, target, before, limit }: ReportQuery): Promise<readonly FiledReport[]> {
    return this.#all()
      .reverse()
      .filter((one) => states === undefined || states.includes(one.state))
      .filter((one) => serverId === undefined || one.serverId === serverId)
      .filter((one) => target === undefined || isOf(one, target.serverId, 'target', target.characterId))
      .filter((one) => before === undefined || one.sequence < before)
      .slice(0, limit)
      .map((one) => structuredClone(one));
  }

  async find(id: string): Promise<FiledReport | undefined> {
    return structuredClone(this.#reports.get(id));
  }

  async countUnresolved(): Promise<number> {
    return this.#all().filter(({ state }) => state !== 'resolved').length;
  }

  async take(
    id: string,
    actor: ReportActor,
    was?: string | null,
  ): Promise<ReportChange | 'unknown' | 'resolved' | 'taken'> {
    const { actorId, actorName } = actor;
    const standing = this.#reports.get(id);
    if (standing?.state === 'taken' && isTakenByAnother(standing, actor, was)) return 'taken';
    return this.#change(id, (one) => ({
      ...one,
      ...{ state: 'taken', takenById: actorId, takenByName: actorName, takenAtUnixMs: this.clock.unixMs() },
    }));
  }

  async resolve(id: string, resolution: ReportResolution): Promise<ReportChange | 'unknown' | 'resolved'> {
    const { actorId, actorName, outcome, message } = resolution;
    return this.#change(id, (one) => ({
      ...{ ...one, state: 'resolved', outcome, message },
      ...{ resolvedById: actorId, resolvedByName: actorName, resolvedAtUnixMs: this.clock.unixMs() },
    }));
  }

  async decided(serverId: string, limit: number, after?: string): Promise<readonly ReportDecision[]> {
    const asked = this.#reports.get(after ?? '');
    const from = asked?.serverId === serverId && asked.state === 'resolved' ? asked : undefined;
    return this.#all()
      .filter((one) => one.serverId === serverId && one.state === 'resolved')
      .filter((one) => one.handedOverAtUnixMs === undefined && one.reporter.characterId !== 0)
      .filter((one) => from === undefined || byDecision(one, from) > 0)
      .sort(byDecision)
      .slice(0, limit)
      .map(({ reportId, number, reporter, target, reason, outcome, message }) => ({
        ...{ reportId, number, characterId: reporter.characterId, reporterName: reporter.name },
        ...{ targetName: target.name, reason, outcome: outcome!, message },
      }));
  }

  async handedOver(serverId: string, reportIds: readonly string[]): Promise<void> {
    for (const id of reportIds) {
      const one = this.#reports.get(id);
      if (one?.serverId !== serverId || one.state !== 'resolved') continue;
      this.#put({ ...one, handedOverAtUnixMs: one.handedOverAtUnixMs ?? this.clock.unixMs() });
    }
  }

  async of(serverId: string, characterId: number, limit: number): Promise<readonly FiledReport[]> {
    const newest = this.#all().reverse();
    const side = (which: 'reporter' | 'target') =>
      newest.filter((one) => isOf(one, serverId, which, characterId)).slice(0, limit);
    const found = [...side('reporter'), ...side('target')];
    return found.sort((a, b) => b.sequence - a.sequence).map((one) => structuredClone(one));
  }

  async forgetPlayer(serverId: string, characterId: number): Promise<void> {
    for (const one of this.#all()) {
      const isReporter = isOf(one, serverId, 'reporter', characterId);
      if (isOf(one, serverId, 'target', characterId) || (isReporter && one.state !== 'resolved'))
        this.#reports.delete(one.reportId);
      else if (isReporter) this.#put({ ...one, text: '', message: '', reporter: nobody });
    }
  }

  async removeServer(serverId: string): Promise<void> {
    for (const one of this.#all()) if (one.serverId === serverId) this.#reports.delete(one.reportId);
  }

  async forget(old: { resolvedBeforeMs: number; unresolvedBeforeMs: number }): Promise<void> {
    const nowUnixMs = this.clock.unixMs();
    for (const one of this.#all()) {
      const isOld =
        one.resolvedAtUnixMs === undefined
          ? one.receivedAtUnixMs < nowUnixMs - old.unresolvedBeforeMs
          : one.resolvedAtUnixMs < nowUnixMs - old.resolvedBeforeMs;
      if (isOld) this.#reports.delete(one.reportId);
    }
  }

  #all(): FiledReport[] {
    return [...this.#reports.values()].sort((a, b) => a.sequence - b.sequence);
  }

  #put(report: FiledReport): void {
    this.#reports.set(report.reportId, report);
  }

  #change(id: string, change: (one: FiledReport) => FiledReport): ReportChange | 'unknown' | 'resolved' {
    const before = this.#reports.get(id);
    if (before === undefined) return 'unknown';
    if (before.state === 'resolved') return 'resolved';
    const after = change(before);
    this.#put(after);
    return structuredClone({ before, after });
  }
}

/** In the place of who was erased. */
const nobody: ReportedPlayer = { characterId: 0, name: '', place: null, lines: [], olderLines: 0 };

function byDecision(a: FiledReport, b: FiledReport): number {
  return a.resolvedAtUnixMs! - b.resolvedAtUnixMs! || a.sequence - b.sequence;
}

function isOf(one: FiledReport, serverId: string, side: 'reporter' | 'target', characterId: number): boolean {
  return one.serverId === serverId && one[side].characterId === characterId;
}
