// What a game server knows of its economy: follows the journal in idle moments, keeps sums by hour, counts all that there is once
// a minute, and says when that is not what was created less what was destroyed, or when a verb created what it must not.
// Whatever is asked is answered from what was followed and counted last, so that asking costs next to nothing.

import { LedgerTotals, type MadeAndGone } from '#domain/ledger/state/ledger-totals.js';
import { rightsOver, verbRule } from '#domain/ledger/verb-rules.js';
import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import type { Journal } from '#ports/storage/journal.js';
import {
  allItemsKey,
  type DatedFlow,
  type EconomyBreach,
  type EconomyPeriod,
  type EconomyState,
  type EconomyStore,
} from '#ports/storage/economy-store.js';
import { Census, type CountedUnits } from './census.js';
import { Gains, gainsSeconds } from './gains.js';
import { outliersAmong, type Outliers } from './outliers.js';
import { PendingSums } from './pending-sums.js';
import { TickFlows } from './tick-flows.js';

/** Entries that are followed in one piece: some 2 ms. */
const entriesAtOnce = 1_024;
/** Entries, and seconds, after which sums are written: what is not, is followed again after a start. */
const writtenAfter = 131_072;
const writtenAfterSeconds = 60;
/** A census begins so long after the one before; sooner when somebody asked meanwhile. */
const censusEverySeconds = 60;
const censusSoonestSeconds = 10;
/** Looked through after a start, at most, for gains of the last hour. */
const gainEntriesMost = 1_000_000;
/** Hours are kept for a week after their day, then as a part of it; days for a quarter of a year. */
export const hoursKept = 8 * 24;
export const daysKept = 92;
/** What a breach raises the alarm for, in seconds: for longer it stands in the list. */
const breachAlarmSeconds = 24 * 3_600;
const hourSeconds = 3_600;

export type EconomyJournal = Pick<Journal, 'end' | 'entries' | 'storedAt' | 'baseTotals' | 'amounts'>;

export interface CensusResult extends CountedUnits {
  /** When it was done, in seconds since 1970, and as of which entry it is right. */
  readonly takenUnix: number;
  readonly entry: number;
  readonly totals: ReadonlyMap<number, MadeAndGone>;
  /** Of what was created less what was destroyed is not what there is. */
  readonly unbalanced: readonly number[];
}

/** Undefined: not known yet, as all is not followed and counted. */
export interface EconomyAlarm {
  /** Items, coins, experience and skill that do not add up. */
  readonly unbalanced: readonly number[] | undefined;
  /** Breaches of the last day. */
  readonly breaches: number;
  readonly takenUnix: number | undefined;
}

export interface EconomyQuery {
  readonly period: EconomyPeriod;
  readonly of: number;
}

export interface EconomyTold {
  /** The last entry that was followed, and how many came after it. */
  readonly entry: number;
  readonly behind: number;
  readonly flows: readonly DatedFlow[];
  /** The first hour (day) of which anything is kept; undefined when nothing is. */
  readonly first: number | undefined;
  readonly kept: Pick<EconomyState, 'rolledUp' | 'dropped'>;
  /** Undefined until the first one is done. */
  readonly census: CensusResult | undefined;
  /** Newest first, with how many there ever were. */
  readonly breaches: readonly EconomyBreach[];
  readonly breachCount: number;
  readonly alarm: EconomyAlarm;
}

/** Who gained in the last hour. */
export interface GainsTold {
  readonly outliers: readonly Outliers[];
  /** Gains that were not noted, because more characters gained than there was room for. */
  readonly unnoted: number;
}

export class Economy {
  readonly #journal: EconomyJournal;
  readonly #store: EconomyStore;
  readonly #flows = new TickFlows();
  #pending: PendingSums;
  readonly #gains = new Gains();
  readonly #census = new Census();
  /** The last entry that was followed. */
  #read: number;
  /** The last that was in the sums when they were begun. */
  #stored: number;
  #tick = -1;
  #storedUnix: number | undefined;
  /** What is followed first is written at once: where it cannot be, that is known then. */
  #writtenUnix = -Infinity;
  #counted: CensusResult | undefined;
  /** Since the last census began. */
  #isAsked = false;

  constructor({ journal, store }: { journal: EconomyJournal; store: EconomyStore }, nowUnix: number) {
    this.#journal = journal;
    this.#store = store;
    const state = store.state();
    const isFollowed =
      state !== undefined && state.end >= journal.baseTotals().number && state.end <= journal.end.number;
    this.#pending = isFollowed ? new PendingSums(state) : this.#begun();
    this.#stored = this.#pending.end;
    this.#read = Math.min(this.#stored, this.#firstSince(nowUnix - gainsSeconds) - 1);
  }

  /** A piece of its work; true when more is to be done now. Throws what journal and store throw, and can be called again. */
  tend(nowUnix: number): boolean {
    if (this.#isDue(nowUnix)) this.#write(nowUnix);
    const hour = Math.floor(nowUnix / hourSeconds);
    const daysFrom = Math.floor(hour / 24) - daysKept + 1;
    // Whole days, so that none is a part of both for long.
    if (this.#store.letGo({ hoursFrom: Math.floor((hour - hoursKept) / 24) * 24 + 24, daysFrom }))
      return true;
    if (this.#follow()) return true;
    this.#gains.forget(nowUnix);
    if (!this.#census.isUnderWay) {
      const every = this.#isAsked ? censusSoonestSeconds : censusEverySeconds;
      const agoSeconds = nowUnix - (this.#counted?.takenUnix ?? -Infinity);
      // A clock that was set back would have it wait until that time comes again.
      if (agoSeconds >= 0 && agoSeconds < every) return false;
      this.#isAsked = false;
      this.#census.begin();
    }
    const counted = this.#census.step(this.#journal);
    if (counted === undefined) return true;
    this.#counted = this.#judged(counted, nowUnix);
    return false;
  }

  alarm(nowUnix: number): EconomyAlarm {
    const { takenUnix, unbalanced } = this.#counted ?? {};
    const breaches = this.#breaches().filter(
      ({ storedUnix }) => storedUnix !== null && storedUnix > nowUnix - breachAlarmSeconds,
    );
    return { unbalanced, breaches: breaches.length, takenUnix };
  }

  tell({ period, of }: EconomyQuery, nowUnix: number): EconomyTold {
    const hour = Math.floor(nowUnix / hourSeconds);
    const [from, to] =
      period === 'hours' ? [hour - 47, hour] : [Math.floor(hour / 24) - daysKept + 1, Math.floor(hour / 24)];
    this.#isAsked = true;
    const state = this.#store.state()!;
    const unfinished = this.#dated(this.#flows);
    return {
      entry: this.#read,
      behind: this.#journal.end.number - this.#read,
      flows: this.#pending.over(
        this.#store.flows(period, of, from, to),
        { period, of, from, to },
        unfinished,
      ),
      first: this.#store.first(period),
      kept: state,
      census: this.#counted,
      breaches: this.#breaches(),
      breachCount: state.breaches + this.#pending.breaches.length,
      alarm: this.alarm(nowUnix),
    };
  }

  gains(nowUnix: number): GainsTold {
    this.#gains.forget(nowUnix);
    return { outliers: outliersAmong(this.#gains.sums()), unnoted: this.#gains.unnoted };
  }

  /** True when more is to be read now. */
  #follow(): boolean {
    const { number: end } = this.#journal.end;
    if (this.#read >= end || this.#pending.isFull) return false;
    const last = Math.min(end, this.#read + entriesAtOnce);
    this.#journal.entries(this.#read + 1, (facts, row, number) => {
      if (number !== this.#read + 1) return false;
      this.#take(facts, row, number);
      this.#read = number;
      return number < last;
    });
    if (this.#read < last) this.#beginAnew();
    return this.#read < end;
  }

  /** What was to be followed became a part of the base meanwhile. */
  #beginAnew(): void {
    this.#pending = this.#begun();
    this.#read = this.#stored = this.#pending.end;
    this.#flows.clear();
    this.#census.end();
    this.#tick = -1;
  }

  /** From what the oldest entry that is kept continues: of older ones only totals are left. */
  #begun(): PendingSums {
    const { number, totals } = this.#journal.baseTotals();
    this.#store.begin(number, totals);
    return new PendingSums({ end: number, totals });
  }

  #take(facts: FactRows, row: number, number: number): void {
    if (facts.tick[row] !== this.#tick) {
      this.#endTick(number - 1);
      this.#tick = facts.tick[row]!;
      this.#storedUnix = this.#journal.storedAt(number);
    }
    if (this.#storedUnix !== undefined) this.#gains.note(facts, row, this.#storedUnix);
    if (number <= this.#stored) return;
    this.#flows.add(facts, row);
    this.#census.follow(facts, row);
  }

  /** `last`: its last entry. */
  #endTick(last: number): void {
    if (last <= this.#stored) return;
    for (const flow of this.#dated(this.#flows)) this.#pending.add(flow);
    for (const { verb, of, net: sum } of this.#flows.list()) {
      const rule = verbRule(verb);
      const { creates, destroys } =
        rule === undefined ? { creates: false, destroys: false } : rightsOver(rule, of);
      if (sum === 0 || (sum > 0 ? creates : destroys)) continue;
      const storedUnix = this.#storedUnix ?? null;
      this.#pending.breaches.push({ entry: last, tick: this.#tick, storedUnix, verb, of, sum });
    }
    this.#pending.end = last;
    this.#flows.clear();
  }

  /** Of items a second time, for all together. */
  #dated(flows: TickFlows): DatedFlow[] {
    const time = this.#storedUnix === undefined ? undefined : Math.floor(this.#storedUnix / hourSeconds);
    return flows.list().flatMap(({ verb, of, net, moved }) => {
      const flow = { verb, of, created: Math.max(net, 0), destroyed: Math.max(-net, 0), moved };
      const dated = { ...flow, time: time ?? NaN };
      return of > 0 ? [dated, { ...dated, of: allItemsKey }] : [dated];
    });
  }

  #isDue(nowUnix: number): boolean {
    const waiting = this.#pending.waiting;
    if (waiting === 0) return false;
    const agoSeconds = nowUnix - this.#writtenUnix;
    return waiting >= writtenAfter || agoSeconds < 0 || agoSeconds >= writtenAfterSeconds;
  }

  #write(nowUnix: number): void {
    this.#store.add(this.#pending.change());
    this.#pending.written();
    this.#writtenUnix = nowUnix;
  }

  #judged(counted: CountedUnits, takenUnix: number): CensusResult {
    const all = new LedgerTotals(this.#pending.totals).all;
    for (const { of, net } of this.#flows.list()) {
      const total = all.get(of) ?? { created: 0, destroyed: 0 };
      all.set(of, total);
      if (net > 0) total.created += net;
      else total.destroyed -= net;
    }
    const things = [...new Set([...all.keys(), ...counted.there.keys()])].sort((a, b) => a - b);
    const unbalanced = things.filter((of) => {
      const { created, destroyed } = all.get(of) ?? { created: 0, destroyed: 0 };
      const there = counted.there.get(of)?.reduce((sum, units) => sum + units, 0) ?? 0;
      return created - destroyed !== there;
    });
    const there = new Map([...counted.there].map(([of, units]) => [of, units.slice()]));
    return { there, shares: counted.shares, takenUnix, entry: this.#read, totals: all, unbalanced };
  }

  #breaches(): EconomyBreach[] {
    return [...this.#pending.breaches.toReversed(), ...this.#store.breaches()];
  }

  /** The first entry that was stored since then, of the newest; one above the journal's end when there is none. */
  #firstSince(unix: number): number {
    const { number: end } = this.#journal.end;
    let high = end + 1;
    let low = Math.max(this.#journal.baseTotals().number + 1, end - gainEntriesMost + 1);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#journal.storedAt(middle) ?? -Infinity) < unix) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
