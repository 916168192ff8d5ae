// Players' reports in memory.

import { randomUUID } from 'node:crypto';
import {
  bookedReportsMax,
  keptDecisionsMax,
  toldDecisionDays,
  untoldDecisionDays,
  waitingReportDays,
  type BookedReport,
  type KeptDecision,
  type NewReport,
  type ReportBook,
} from '#ports/storage/report-book.js';

interface Kept {
  readonly decision: KeptDecision;
  readonly sinceUnixMs: number;
  toldUnixMs: number | undefined;
}

const dayMs = 86_400_000;

export class MemoryReportBook implements ReportBook {
  #last = 0;
  readonly #reports = new Map<string, BookedReport>();
  readonly #decisions = new Map<string, Kept>();

  async file(report: NewReport): Promise<number> {
    if (this.#reports.size >= bookedReportsMax) return 0;
    const reportId = randomUUID();
    this.#last += 1;
    this.#reports.set(reportId, structuredClone({ ...report, reportId, number: this.#last }));
    return this.#last;
  }

  async next(limit: number): Promise<readonly BookedReport[]> {
    return structuredClone([...this.#reports.values()].slice(0, limit));
  }

  async handedOver(reportIds: readonly string[]): Promise<void> {
    for (const id of reportIds) this.#reports.delete(id);
  }

  async waiting(): Promise<number> {
    return this.#reports.size;
  }

  async keep(decisions: readonly KeptDecision[], nowUnixMs: number): Promise<readonly string[]> {
    for (const [id, kept] of [...this.#decisions]) if (isOld(kept, nowUnixMs)) this.#decisions.delete(id);
    for (const [id, { madeAtUnixMs }] of [...this.#reports])
      if (madeAtUnixMs + waitingReportDays * dayMs <= nowUnixMs) this.#reports.delete(id);
    const kept: string[] = [];
    for (const decision of decisions) {
      const { reportId } = decision;
      const isKnown = this.#decisions.has(reportId);
      if (!isKnown && this.#decisions.size >= keptDecisionsMax) continue;
      if (!isKnown)
        this.#decisions.set(reportId, {
          decision: { ...decision },
          sinceUnixMs: nowUnixMs,
          toldUnixMs: undefined,
        });
      kept.push(reportId);
    }
    return kept;
  }

  async untold(): Promise<readonly KeptDecision[]> {
    return [...this.#decisions.values()]
      .filter(({ toldUnixMs }) => toldUnixMs === undefined)
      .map(({ decision }) => ({ ...decision }));
  }

  async told(
    { number, characterId }: Pick<KeptDecision, 'number' | 'characterId'>,
    nowUnixMs: number,
  ): Promise<void> {
    for (const kept of this.#decisions.values())
      if (kept.decision.number === number && kept.decision.characterId === characterId)
        kept.toldUnixMs ??= nowUnixMs;
  }
}

function isOld({ sinceUnixMs, toldUnixMs }: Kept, nowUnixMs: number): boolean {
  return toldUnixMs === undefined
    ? sinceUnixMs + untoldDecisionDays * dayMs <= nowUnixMs
    : toldUnixMs + toldDecisionDays * dayMs <= nowUnixMs;
}
