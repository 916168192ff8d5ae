// The tables of amounts, a piece at a time in the order of their keys, with what they are still to be told: each piece is as of
// the moment in which it is read.

import type { Database, Statement } from 'better-sqlite3';
import { professionAt, professionPlace } from '#domain/ledger/state/ledger-state.js';
import { coinsKey, experienceKey, skillKey } from '#domain/ledger/state/ledger-totals.js';
import type { AmountKey, AmountPiece, AmountTable, OwnedAmount } from '#ports/storage/journal.js';
import { purseKey, purseOf, stackAt, type OwnedRows } from './owned-rows.js';

/** Rows of the table in a piece: 1 to 2 ms. What waits may add to them. */
const rowsMost = 2_048;

/** Columns by table: owner, at, of, holder, units. */
const selects: Readonly<Record<AmountTable, string>> = {
  stacks: 'owner, instance AS at, item AS "of", holder, count AS units FROM ledger_stacks',
  purses: `owner, kind AS at, ${coinsKey} AS "of", 0 AS holder, coins AS units FROM ledger_purses`,
  experience: `character AS owner, 0 AS at, ${experienceKey} AS "of", 0 AS holder, points AS units FROM ledger_experience`,
  professions: `character AS owner, profession AS at, ${skillKey} AS "of", 0 AS holder, skill AS units FROM ledger_professions`,
};
const orders: Readonly<Record<AmountTable, string>> = {
  stacks: 'owner, instance',
  purses: 'owner, kind',
  experience: 'character',
  professions: 'character, profession',
};

const beforeAll: AmountKey = { owner: -1, at: 0 };

export class AmountPieces {
  readonly #behind = new Map<AmountTable, Statement<[AmountKey], OwnedAmount>>();

  constructor(db: Database) {
    for (const table of Object.keys(orders) as AmountTable[]) {
      const order = orders[table];
      const [key, place] = order.includes(',')
        ? [`(${order})`, '(@owner, @at)']
        : [order, '@owner + 0 * @at'];
      const sql = `SELECT ${selects[table]} WHERE ${key} > ${place} ORDER BY ${order} LIMIT ${rowsMost}`;
      this.#behind.set(table, db.prepare(sql));
    }
  }

  /** `waiting`: the newest at the end. */
  read(table: AmountTable, after: AmountKey | undefined, waiting: readonly OwnedRows[]): AmountPiece {
    const { owner, at } = after ?? beforeAll;
    const stored = this.#behind.get(table)!.all({ owner, at });
    const through = stored.length < rowsMost ? undefined : keyOf(stored.at(-1)!);
    const late = waiting.filter((rows) => rows[table].count > 0);
    if (late.length === 0) return { amounts: stored.filter(isSome), through };
    const amounts = stored.filter(
      (amount) => isSome(amount) && !late.some((rows) => rows[table].find(waitingKey(table, amount)) >= 0),
    );
    for (const [i, rows] of late.entries()) {
      const newer = late.slice(i + 1);
      const [first, last] = [owner, through?.owner ?? Infinity];
      for (let row = 0; row < rows[table].count; row++) {
        // Of a hundred thousand that wait hardly any belong to a piece.
        const whose = waitingOwner(table, rows, row);
        if (whose < first || whose > last) continue;
        const amount = waitingAmount(table, rows, row);
        if (!isSome(amount) || !isBehind(amount, after ?? beforeAll)) continue;
        if (through !== undefined && isBehind(amount, through)) continue;
        if (newer.some((each) => each[table].find(rows[table].keyAt(row)) >= 0)) continue;
        amounts.push(amount);
      }
    }
    return { amounts, through };
  }
}

function isSome({ units }: OwnedAmount): boolean {
  return units > 0;
}

function keyOf({ owner, at }: OwnedAmount): AmountKey {
  return { owner, at };
}

function isBehind(a: AmountKey, b: AmountKey): boolean {
  return a.owner > b.owner || (a.owner === b.owner && a.at > b.at);
}

function waitingKey(table: AmountTable, { owner, at }: AmountKey): number {
  switch (table) {
    case 'stacks':
      return at;
    case 'purses':
      return purseKey(at, owner);
    case 'experience':
      return owner;
    case 'professions':
      return professionPlace(owner, at);
  }
}

function waitingOwner(table: AmountTable, rows: OwnedRows, row: number): number {
  const { values, width } = rows[table];
  switch (table) {
    case 'stacks':
      return values[row * width + stackAt.owner]!;
    case 'purses':
      return purseOf(rows.purses.keyAt(row)).owner;
    case 'experience':
      return rows.experience.keyAt(row);
    case 'professions':
      return professionAt(rows.professions.keyAt(row)).character;
  }
}

function waitingAmount(table: AmountTable, rows: OwnedRows, row: number): OwnedAmount {
  const { values, width } = rows[table];
  const key = rows[table].keyAt(row);
  const first = values[row * width]!;
  switch (table) {
    case 'stacks': {
      const [owner, units] = [values[row * width + stackAt.owner]!, values[row * width + stackAt.count]!];
      return { owner, at: key, of: first, holder: values[row * width + stackAt.holder]!, units };
    }
    case 'purses': {
      const { kind, owner } = purseOf(key);
      return { owner, at: kind, of: coinsKey, holder: 0, units: first };
    }
    case 'experience':
      return { owner: key, at: 0, of: experienceKey, holder: 0, units: first };
    case 'professions': {
      const { character: owner, profession: at } = professionAt(key);
      return { owner, at, of: skillKey, holder: 0, units: first };
    }
  }
}
