// What stands in OwnedRows into the tables, row by row: upserts by the dozen, and deletes of what is no more.

import type { Database, Statement } from 'better-sqlite3';
import { ManyRows } from './many-rows.js';
import { ownedTables, purseOf, type OwnedRows, type OwnedTable } from './owned-rows.js';
import type { RowColumns } from './row-columns.js';
import type { TableSet } from './table-set.js';

type WriteRow = (rows: RowColumns, row: number) => void;

export class OwnedWrites {
  readonly #writes: ReturnType<typeof prepare>;
  readonly #rows: Readonly<Record<OwnedTable, WriteRow>>;

  constructor(db: Database, set: TableSet) {
    this.#writes = prepare(db, set);
    this.#rows = {
      stacks: this.#stack,
      purses: this.#purse,
      experience: this.#experience,
      commands: this.#command,
      ground: this.#ground,
    };
  }

  /** Inside a transaction. */
  writeAll(owned: OwnedRows): void {
    this.begin();
    for (const table of ownedTables) this.write(table, owned[table], owned[table].sortedKeys());
    this.end();
  }

  /** Before the first row of a transaction: what a failed one left behind is not of this. */
  begin(): void {
    for (const rows of this.#writes.many) rows.drop();
  }

  /** Rows of those keys. Keys that ascend are cheapest: what lies together is written together. */
  write(table: OwnedTable, rows: RowColumns, keys: Float64Array): void {
    const write = this.#rows[table];
    for (let i = 0; i < keys.length; i++) write(rows, rows.find(keys[i]!));
  }

  /** After the last row of a transaction. */
  end(): void {
    for (const rows of this.#writes.many) rows.flush();
  }

  readonly #stack: WriteRow = (rows, row) => {
    const isGone = rows.values[row * rows.width + 1] === 0;
    const hasMoved = rows.values[row * rows.width + 7] === 1;
    const { goneStacks, movedStacks, stacks } = this.#writes;
    if (isGone) putKey(goneStacks, rows, row);
    else putRow(hasMoved ? movedStacks : stacks, rows, row, 0, 7);
  };

  readonly #purse: WriteRow = (rows, row) => {
    const { kind, owner } = purseOf(rows.keyAt(row));
    const coins = rows.values[row]!;
    if (coins === 0) {
      this.#writes.gonePurses.run(owner, kind);
      return;
    }
    const { purses } = this.#writes;
    const at = purses.next();
    purses.values[at] = kind;
    purses.values[at + 1] = owner;
    purses.values[at + 2] = coins;
  };

  readonly #experience: WriteRow = (rows, row) => {
    if (rows.values[row] === 0) this.#writes.goneExperience.run(rows.keyAt(row));
    else putRow(this.#writes.experience, rows, row, 0, 1);
  };

  readonly #command: WriteRow = (rows, row) => {
    const isGone = rows.values[row * rows.width] === 0;
    if (isGone) this.#writes.goneCommands.run(rows.keyAt(row));
    else putRow(this.#writes.commands, rows, row, 0, 3);
  };

  readonly #ground: WriteRow = (rows, row) => {
    const isGone = rows.values[row * rows.width] === 0;
    if (isGone) putKey(this.#writes.goneGround, rows, row);
    else putRow(this.#writes.ground, rows, row, 1, 7);
  };
}

function putKey(many: ManyRows, rows: RowColumns, row: number): void {
  const at = many.next();
  many.values[at] = rows.keyAt(row);
}

/** The key, and the row's numbers from the one at `from` to the one before `to`. */
function putRow(many: ManyRows, rows: RowColumns, row: number, from: number, to: number): void {
  let at = many.next();
  many.values[at] = rows.keyAt(row);
  const { values, width } = rows;
  for (let i = from; i < to; i++) many.values[++at] = values[row * width + i]!;
}

function prepare(db: Database, set: TableSet) {
  /** Columns that are `kept` are written in new rows only. */
  const upsert = (
    table: string,
    key: string,
    columns: readonly string[],
    where = '',
    kept: readonly string[] = [],
  ): ManyRows => {
    const row = `(${columns.map(() => '?').join(', ')})`;
    const set = columns
      .filter((name) => !key.split(', ').includes(name) && !kept.includes(name))
      .map((name) => `${name} = excluded.${name}`);
    return new ManyRows(
      db,
      columns.length,
      row,
      (rows) =>
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows} ON CONFLICT (${key}) DO UPDATE SET ${set.join(', ')}${where}`,
    );
  };
  const remove = (table: string): ManyRows =>
    new ManyRows(db, 1, '?', (rows) => `DELETE FROM ${table} WHERE instance IN (${rows})`);
  const stackColumns = ['instance', 'item', 'count', 'holder', 'owner', 'slot', 'wear', 'bound'];
  const movedStacks = upsert(`${set}_stacks`, 'instance', stackColumns);
  // A statement that names the columns of an index writes it anew for each row, whether they are others or not.
  const stacks = upsert(`${set}_stacks`, 'instance', stackColumns, '', ['holder', 'owner']);
  const goneStacks = remove(`${set}_stacks`);
  const purses = upsert(`${set}_purses`, 'owner, kind', ['kind', 'owner', 'coins']);
  const experience = upsert(`${set}_experience`, 'character', ['character', 'points']);
  const commands = upsert(
    `${set}_commands`,
    'place',
    ['place', 'character', 'command', 'request'],
    ' WHERE excluded.command > command',
  );
  const ground = upsert(`${set}_ground`, 'instance', [
    ...['instance', 'map', 'x', 'y', 'character', 'ticks', 'since_tick'],
  ]);
  const goneGround = remove(`${set}_ground`);
  const gonePurses: Statement<[number, number]> = db.prepare(
    `DELETE FROM ${set}_purses WHERE owner = ? AND kind = ?`,
  );
  const goneExperience: Statement<[number]> = db.prepare(`DELETE FROM ${set}_experience WHERE character = ?`);
  const goneCommands: Statement<[number]> = db.prepare(`DELETE FROM ${set}_commands WHERE place = ?`);
  const many = [movedStacks, stacks, goneStacks, purses, experience, commands, ground, goneGround];
  return {
    ...{ many, movedStacks, stacks, goneStacks, purses, gonePurses, experience, goneExperience },
    ...{ commands, goneCommands, ground, goneGround },
  };
}
