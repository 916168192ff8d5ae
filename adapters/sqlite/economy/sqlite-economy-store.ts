// Sums of the economy in the game file. Hours lie in their order, so that those of one thing are a place in each of them, and
// the oldest ones lie side by side.

import type { Database, Statement, Transaction } from 'better-sqlite3';
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
import type { GameFile } from '../schema/opened-file.js';

interface TotalRow extends MadeAndGone {
  readonly of: number;
}

type FlowPlace = Pick<DatedFlow, 'time' | 'of'>;

const hoursOfDay = 24;

export class SqliteEconomyStore implements EconomyStore {
  readonly #db: Database;
  readonly #begin: Transaction<EconomyStore['begin']>;
  readonly #add: Transaction<EconomyStore['add']>;
  readonly #rollUp: Transaction<(hour: number) => void>;
  readonly #drop: Transaction<(day: number) => void>;
  readonly #first: Readonly<Record<EconomyPeriod, Statement<[], number | null>>>;
  readonly #hours: Statement<[FlowPlace], DatedFlow>;
  readonly #day: Statement<[FlowPlace], DatedFlow>;

  /** The file stays its opener's, who closes it. */
  constructor({ db }: Pick<GameFile, 'db'>) {
    this.#db = db;
    const putTotal = db.prepare<[TotalRow]>(
      'INSERT OR REPLACE INTO economy_totals (summed, created, destroyed) VALUES (@of, @created, @destroyed)',
    );
    const putTotals = (totals: ReadonlyMap<number, MadeAndGone>): void => {
      for (const [of, { created, destroyed }] of totals) putTotal.run({ of, created, destroyed });
    };
    const putState = db.prepare<[number]>(
      `INSERT INTO economy_state (id, end, breaches, rolled_up, dropped) VALUES (1, ?, 0, 0, 0)
       ON CONFLICT DO UPDATE SET end = excluded.end`,
    );
    this.#begin = db.transaction((end: number, totals: ReadonlyMap<number, MadeAndGone>): void => {
      db.exec('DELETE FROM economy_totals');
      putTotals(totals);
      putState.run(end);
    });
    this.#add = this.#prepareAdd(putTotals);
    this.#rollUp = this.#prepareRollUp();
    const dropDay = db.prepare<[number]>('DELETE FROM economy_days WHERE day = ?');
    const countDropped = db.prepare<[number]>('UPDATE economy_state SET dropped = dropped + ?');
    this.#drop = db.transaction((day: number): void => void countDropped.run(dropDay.run(day).changes));
    this.#first = {
      hours: db.prepare<[], number | null>('SELECT min(hour) FROM economy_hours').pluck(),
      days: db.prepare<[], number | null>('SELECT min(day) FROM economy_days').pluck(),
    };
    this.#hours = db.prepare(
      `SELECT hour AS time, verb, summed AS "of", created, destroyed, moved FROM economy_hours WHERE hour = @time AND summed = @of ORDER BY verb`,
    );
    const hours = Array.from({ length: hoursOfDay }, (_, hour) => `@time * ${hoursOfDay} + ${hour}`).join(
      ', ',
    );
    this.#day = db.prepare(
      `SELECT @time AS time, verb, @of AS "of",
         sum(created) AS created, sum(destroyed) AS destroyed, sum(moved) AS moved
       FROM (
         SELECT verb, created, destroyed, moved FROM economy_days WHERE day = @time AND summed = @of
         UNION ALL
         SELECT verb, created, destroyed, moved FROM economy_hours WHERE hour IN (${hours}) AND summed = @of
       ) GROUP BY verb ORDER BY verb`,
    );
  }

  state(): EconomyState | undefined {
    const state = this.#db
      .prepare<[], Omit<EconomyState, 'totals'>>(
        'SELECT end, breaches, rolled_up AS rolledUp, dropped FROM economy_state',
      )
      .get();
    if (state === undefined) return undefined;
    const totals = this.#db
      .prepare<[], TotalRow>('SELECT summed AS "of", created, destroyed FROM economy_totals')
      .all();
    return { ...state, totals: new Map(totals.map(({ of, ...total }) => [of, total])) };
  }

  begin(end: number, totals: ReadonlyMap<number, MadeAndGone>): void {
    this.#begin.immediate(end, totals);
  }

  add(change: EconomyChange): void {
    this.#add.immediate(change);
  }

  /** An hour or a day at a time. */
  letGo({ hoursFrom, daysFrom }: EconomyKept): boolean {
    const hour = this.first('hours');
    if (hour !== undefined && hour < hoursFrom) {
      this.#rollUp.immediate(hour);
      return true;
    }
    const day = this.#first.days.get() ?? undefined;
    if (day === undefined || day >= daysFrom) return false;
    this.#drop.immediate(day);
    return true;
  }

  flows(period: EconomyPeriod, of: number, from: number, to: number): DatedFlow[] {
    const found: DatedFlow[] = [];
    const first = Math.max(from, this.first(period) ?? Infinity);
    for (let time = first; time <= to; time++) {
      found.push(...(period === 'hours' ? this.#hours : this.#day).all({ time, of }));
    }
    return found;
  }

  first(period: EconomyPeriod): number | undefined {
    const hour = this.#first.hours.get() ?? undefined;
    if (period === 'hours') return hour;
    const days = [this.#first.days.get() ?? Infinity, hour === undefined ? Infinity : dayOf(hour)];
    const first = Math.min(...days);
    return first === Infinity ? undefined : first;
  }

  breaches(): EconomyBreach[] {
    return this.#db
      .prepare<[], EconomyBreach>(
        'SELECT entry, tick, stored_unix AS storedUnix, verb, summed AS "of", sum FROM economy_breaches ORDER BY id DESC',
      )
      .all();
  }

  #prepareAdd(putTotals: (totals: EconomyChange['totals']) => void): Transaction<EconomyStore['add']> {
    const db = this.#db;
    const addHour = db.prepare<[DatedFlow]>(
      `INSERT INTO economy_hours (hour, summed, verb, created, destroyed, moved)
       VALUES (@time, @of, @verb, @created, @destroyed, @moved)
       ON CONFLICT DO UPDATE SET created = created + excluded.created,
         destroyed = destroyed + excluded.destroyed, moved = moved + excluded.moved`,
    );
    const addBreach = db.prepare<[EconomyBreach]>(
      `INSERT INTO economy_breaches (entry, tick, stored_unix, verb, summed, sum)
       VALUES (@entry, @tick, @storedUnix, @verb, @of, @sum)`,
    );
    const forgetBreaches = db.prepare(
      `DELETE FROM economy_breaches WHERE id <= (SELECT max(id) FROM economy_breaches) - ${breachesKept}`,
    );
    const note = db.prepare<[number, number]>('UPDATE economy_state SET end = ?, breaches = breaches + ?');
    return db.transaction(({ end, totals, hours, breaches }: EconomyChange): void => {
      putTotals(totals);
      for (const flow of hours) addHour.run(flow);
      for (const breach of breaches.slice(-breachesKept)) addBreach.run(breach);
      if (breaches.length > 0) forgetBreaches.run();
      note.run(end, breaches.length);
    });
  }

  #prepareRollUp(): Transaction<(hour: number) => void> {
    const db = this.#db;
    const addToDay = db.prepare<[number, number]>(
      `INSERT INTO economy_days (day, summed, verb, created, destroyed, moved)
       SELECT ?, summed, verb, created, destroyed, moved FROM economy_hours WHERE hour = ?
       ON CONFLICT DO UPDATE SET created = created + excluded.created,
         destroyed = destroyed + excluded.destroyed, moved = moved + excluded.moved`,
    );
    const remove = db.prepare<[number]>('DELETE FROM economy_hours WHERE hour = ?');
    const count = db.prepare<[number]>('UPDATE economy_state SET rolled_up = rolled_up + ?');
    return db.transaction((hour: number): void => {
      addToDay.run(dayOf(hour), hour);
      count.run(remove.run(hour).changes);
    });
  }
}

function dayOf(hour: number): number {
  return Math.floor(hour / hoursOfDay);
}
