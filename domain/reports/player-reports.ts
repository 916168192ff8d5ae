// Reports of players about players: which are on their way to whoever stores them, and who reported whom lately, by which the
// limits are kept. Of what is decided about them the world knows nothing.
//
// A report beyond one of the caps for all players is refused as busy, and counted in `refused`. The limits are the world's
// memory: a restart begins them anew.

import { defineTable } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';
import type { SpokenLine } from '../chat/spoken-lines.js';
import type { ReportReason } from '../vocabulary/generated/words.js';

/** Of all players together, that are on their way: one is some 30 KB at most. */
export const reportsUnderWayMax = 64;
/** From one player. */
export const ownUnderWayMax = 2;
/** A day of them, of all players together. */
export const recentReportsMax = 16_384;
/** Within `reportDayTicks`, from one player. */
export const reportsPerDayMax = 10;
export const reportDayTicks = 86_400 * ticksPerSecond;
/** So long the same player is not reported again by the same. */
export const sameAgainTicks = 3600 * ticksPerSecond;
/** So long who made a report that could not be stored makes no other: there may be no room for hours. */
export const notStoredTicks = 60 * ticksPerSecond;
/** In one tick: putting one into words, with 80 lines, takes time. */
export const handedOverMax = 2;

export interface ReportedPlace {
  /** Index of the map. */
  readonly map: number;
  readonly x: number;
  readonly y: number;
}

/** One of the two. */
export interface Reported {
  readonly character: number;
  readonly name: string;
  /** Undefined for one who is not in the world. */
  readonly place: ReportedPlace | undefined;
  /** What it said lately, the oldest first. */
  readonly lines: readonly SpokenLine[];
  /** How many lines there were before. */
  readonly olderLines: number;
}

export interface PlayerReport {
  readonly order: number;
  readonly tick: number;
  readonly reason: ReportReason;
  readonly text: string;
  readonly reporter: Reported;
  readonly target: Reported;
}

interface Recent {
  readonly order: number;
  readonly target: number;
  readonly tick: number;
}

export class PlayerReports {
  lastOrder = 0;
  /** Reports refused because of a cap for all, since the start. */
  refused = 0;
  /** Reports that could not be stored, since the start. */
  notStored = 0;
  /** That nobody took yet. */
  readonly #waiting: PlayerReport[] = [];
  /** Taken, and not answered. */
  readonly #taken = new Map<number, PlayerReport>();
  /** By who reported, the oldest first. */
  readonly #recent = new Map<number, Recent[]>();
  #recentCount = 0;
  /** When who reported last made one that could not be stored. */
  readonly #notStored = new Map<number, number>();

  get underWay(): number {
    return this.#waiting.length + this.#taken.size;
  }

  /** Whether one more may be filed; one that may not counts as refused. */
  findRoom(): boolean {
    if (this.underWay < reportsUnderWayMax && this.#recentCount < recentReportsMax) return true;
    this.refused++;
    return false;
  }

  underWayFrom(reporter: number): number {
    let own = 0;
    for (const report of this.#waiting) if (report.reporter.character === reporter) own++;
    for (const report of this.#taken.values()) if (report.reporter.character === reporter) own++;
    return own;
  }

  /** Of the last day. */
  recentFrom(reporter: number, tick: number): number {
    return this.#recent.get(reporter)?.filter((one) => one.tick + reportDayTicks > tick).length ?? 0;
  }

  /** Whether `reporter` reported `target` within `sameAgainTicks`. */
  hasReported(reporter: number, target: number, tick: number): boolean {
    const own = this.#recent.get(reporter);
    return own?.some((one) => one.target === target && one.tick + sameAgainTicks > tick) ?? false;
  }

  /** Whether a report of it within `notStoredTicks` could not be stored. */
  hasFailed(reporter: number, tick: number): boolean {
    const at = this.#notStored.get(reporter);
    return at !== undefined && at + notStoredTicks > tick;
  }

  /** There is room for it: `findRoom` was asked. */
  file(report: Omit<PlayerReport, 'order'>): void {
    const order = (this.lastOrder = (this.lastOrder + 1) >>> 0 || 1);
    this.#waiting.push({ ...report, order });
    const [reporter, target] = [report.reporter.character, report.target.character];
    const own = this.#recent.get(reporter) ?? [];
    own.push({ order, target, tick: report.tick });
    this.#recent.set(reporter, own);
    this.#recentCount++;
  }

  /** Offers what waits, in order, until the offer is refused, or as many as one tick has time for. */
  handOver(offer: (report: PlayerReport) => boolean): void {
    for (let left = handedOverMax; left > 0 && this.#waiting.length > 0 && offer(this.#waiting[0]!); left--) {
      const report = this.#waiting.shift()!;
      this.#taken.set(report.order, report);
    }
  }

  /** It is answered: stored, or not, and then it counts for `notStoredTicks` alone. Undefined when nobody waits for the answer any more. */
  answered(order: number, isStored: boolean): PlayerReport | undefined {
    const report = this.#taken.get(order);
    if (report === undefined) return undefined;
    this.#taken.delete(order);
    if (isStored) return report;
    this.notStored++;
    const { character } = report.reporter;
    if (this.#notStored.size < recentReportsMax) this.#notStored.set(character, report.tick);
    this.#keep(character, (one) => one.order !== order);
    return report;
  }

  /** What counts against no limit any more; of as many reporters as there are, to be called now and then. */
  forgetOld(tick: number): void {
    for (const reporter of this.#recent.keys())
      this.#keep(reporter, (one) => one.tick + reportDayTicks > tick);
    for (const reporter of this.#notStored.keys())
      if (!this.hasFailed(reporter, tick)) this.#notStored.delete(reporter);
  }

  /** It was erased: what it reported, and what is reported of it, goes no further. */
  forgetCharacter(character: number): void {
    const isAbout = ({ reporter, target }: PlayerReport) =>
      reporter.character === character || target.character === character;
    for (let i = this.#waiting.length - 1; i >= 0; i--)
      if (isAbout(this.#waiting[i]!)) this.#waiting.splice(i, 1);
    for (const [order, report] of this.#taken) if (isAbout(report)) this.#taken.delete(order);
    this.#keep(character, () => false);
    this.#notStored.delete(character);
  }

  /** For hashing. */
  eachWord(visit: (word: number) => void): void {
    visit(this.lastOrder);
    visit(this.underWay);
    for (const [reporter, own] of this.#recent)
      for (const { order, target, tick } of own) {
        visit(reporter);
        visit(order);
        visit(target);
        visit(tick);
      }
    for (const [reporter, tick] of this.#notStored) {
      visit(reporter);
      visit(tick);
    }
  }

  #keep(reporter: number, isKept: (one: Recent) => boolean): void {
    const own = this.#recent.get(reporter);
    if (own === undefined) return;
    const kept = own.filter(isKept);
    this.#recentCount -= own.length - kept.length;
    if (kept.length === 0) this.#recent.delete(reporter);
    else if (kept.length < own.length) this.#recent.set(reporter, kept);
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    playerReports: PlayerReports;
  }
}

export const playerReports = defineTable({
  name: 'playerReports',
  create: () => new PlayerReports(),
  eachWord: (table, visit) => table.eachWord(visit),
});
