// Sums of the economy since they were written last, by hour, with all totals as they are now.

import type { MadeAndGone } from '#domain/ledger/state/ledger-totals.js';
import {
  allItemsKey,
  type DatedFlow,
  type EconomyBreach,
  type EconomyChange,
  type EconomyPeriod,
  type EconomyState,
} from '#ports/storage/economy-store.js';

/** Entries that are followed and cannot be written, after which no more are. */
const entriesMost = 524_288;
const hoursOfDay = 24;

export interface FlowSpan {
  readonly period: EconomyPeriod;
  readonly of: number;
  readonly from: number;
  readonly to: number;
}

export class PendingSums {
  readonly totals: Map<number, MadeAndGone>;
  breaches: EconomyBreach[] = [];
  /** The last entry that is in them. */
  end: number;
  readonly #hours = new Map<string, DatedFlow>();
  readonly #changed = new Set<number>();
  #written: number;

  constructor({ end, totals }: Pick<EconomyState, 'end' | 'totals'>) {
    this.totals = new Map([...totals].map(([of, total]) => [of, { ...total }]));
    this.end = this.#written = end;
  }

  /** Entries that are not written. */
  get waiting(): number {
    return this.end - this.#written;
  }

  get isFull(): boolean {
    return this.waiting >= entriesMost;
  }

  /** Its time is NaN where that is not known: then it is in the totals alone. */
  add(flow: DatedFlow): void {
    const { of, time, created, destroyed } = flow;
    if (of !== allItemsKey) {
      const total = this.totals.get(of) ?? { created: 0, destroyed: 0 };
      this.totals.set(of, total);
      total.created += created;
      total.destroyed += destroyed;
      this.#changed.add(of);
    }
    if (!Number.isNaN(time)) addTo(this.#hours, flow);
  }

  change(): EconomyChange {
    const totals = new Map([...this.#changed].map((of) => [of, this.totals.get(of)!]));
    return { end: this.end, totals, hours: [...this.#hours.values()], breaches: this.breaches };
  }

  written(): void {
    this.#hours.clear();
    this.#changed.clear();
    this.breaches = [];
    this.#written = this.end;
  }

  /** What is stored, with these and those of the tick that is read, ascending by time and verb. */
  over(
    stored: readonly DatedFlow[],
    { period, of, from, to }: FlowSpan,
    unfinished: readonly DatedFlow[],
  ): DatedFlow[] {
    const all = new Map<string, DatedFlow>();
    for (const flow of stored) addTo(all, flow);
    for (const flow of [...this.#hours.values(), ...unfinished]) {
      const time = period === 'hours' ? flow.time : Math.floor(flow.time / hoursOfDay);
      if (flow.of === of && time >= from && time <= to) addTo(all, { ...flow, time });
    }
    return [...all.values()].sort((a, b) => a.time - b.time || a.verb - b.verb);
  }
}

function addTo(sums: Map<string, DatedFlow>, flow: DatedFlow): void {
  const key = `${flow.time} ${flow.of} ${flow.verb}`;
  const sum = sums.get(key);
  if (sum === undefined) {
    sums.set(key, { ...flow });
    return;
  }
  sum.created += flow.created;
  sum.destroyed += flow.destroyed;
  sum.moved += flow.moved;
}
