// Sums of the economy in memory.

import type { MadeAndGone } from '#domain/ledger/state/ledger-totals.js';
import {
  breachesKept,
  type DatedFlow,
  type EconomyBreach,
  type EconomyChange,
  type EconomyKept,
  type EconomyPeriod,
  type EconomyState,
  type EconomyStore,
} from '#ports/storage/economy-store.js';

const hoursOfDay = 24;

export class MemoryEconomyStore implements EconomyStore {
  #state: { end: number; breaches: number; rolledUp: number; dropped: number } | undefined;
  #totals = new Map<number, MadeAndGone>();
  #breaches: EconomyBreach[] = [];
  #rows: Record<EconomyPeriod, DatedFlow[]> = { hours: [], days: [] };

  state(): EconomyState | undefined {
    return this.#state && { ...this.#state, totals: copied(this.#totals) };
  }

  begin(end: number, totals: ReadonlyMap<number, MadeAndGone>): void {
    this.#state = { ...(this.#state ?? { breaches: 0, rolledUp: 0, dropped: 0 }), end };
    this.#totals = copied(totals);
  }

  add({ end, totals, hours, breaches }: EconomyChange): void {
    const state = this.#state!;
    for (const [of, total] of copied(totals)) this.#totals.set(of, total);
    for (const flow of hours) addTo(this.#rows.hours, flow);
    this.#breaches = [...this.#breaches, ...breaches].slice(-breachesKept);
    this.#state = { ...state, end, breaches: state.breaches + breaches.length };
  }

  letGo({ hoursFrom, daysFrom }: EconomyKept): boolean {
    const state = this.#state;
    const hour = this.first('hours');
    if (hour !== undefined && hour < hoursFrom) {
      const gone = this.#take('hours', hour);
      for (const flow of gone) addTo(this.#rows.days, { ...flow, time: dayOf(hour) });
      if (state) state.rolledUp += gone.length;
      return true;
    }
    const day = firstOf(this.#rows.days);
    if (day === undefined || day >= daysFrom) return false;
    const dropped = this.#take('days', day).length;
    if (state) state.dropped += dropped;
    return true;
  }

  flows(period: EconomyPeriod, of: number, from: number, to: number): DatedFlow[] {
    const rows: DatedFlow[] = [];
    for (const flow of period === 'hours' ? this.#rows.hours : this.#inDays()) addTo(rows, flow);
    return rows
      .filter((flow) => flow.of === of && flow.time >= from && flow.time <= to)
      .sort((a, b) => a.time - b.time || a.verb - b.verb);
  }

  first(period: EconomyPeriod): number | undefined {
    return firstOf(period === 'hours' ? this.#rows.hours : this.#inDays());
  }

  breaches(): EconomyBreach[] {
    return this.#breaches.map((breach) => ({ ...breach })).reverse();
  }

  #inDays(): DatedFlow[] {
    return [...this.#rows.days, ...this.#rows.hours.map((flow) => ({ ...flow, time: dayOf(flow.time) }))];
  }

  #take(period: EconomyPeriod, time: number): DatedFlow[] {
    const taken = this.#rows[period].filter((flow) => flow.time === time);
    this.#rows[period] = this.#rows[period].filter((flow) => flow.time !== time);
    return taken;
  }
}

function addTo(rows: DatedFlow[], flow: DatedFlow): void {
  const { time, of, verb } = flow;
  const row = rows.find((one) => one.time === time && one.of === of && one.verb === verb);
  if (row === undefined) rows.push({ ...flow });
  else {
    row.created += flow.created;
    row.destroyed += flow.destroyed;
    row.moved += flow.moved;
  }
}

function copied(totals: ReadonlyMap<number, MadeAndGone>): Map<number, MadeAndGone> {
  return new Map([...totals].map(([of, { created, destroyed }]) => [of, { created, destroyed }]));
}

function firstOf(rows: readonly DatedFlow[]): number | undefined {
  return rows.length === 0 ? undefined : Math.min(...rows.map(({ time }) => time));
}

function dayOf(hour: number): number {
  return Math.floor(hour / hoursOfDay);
}
