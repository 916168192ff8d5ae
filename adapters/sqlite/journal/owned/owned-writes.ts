// What stands in OwnedRows into the tables, row by row: upserts by the dozen, and deletes of what is no more.

import type { Database, Statement } from 'better-sqlite3';
import { professionAt } from '#domain/ledger/state/ledger-state.js';
import { questAt } from '#domain/ledger/state/ledger-state.js';
import type { WordedFacts } from '#domain/vocabulary/generated/fact-codec.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import { ManyRows } from './many-rows.js';
import {
  cameFromNowhere,
  ownedTables,
  purseOf,
  stackAt,
  wasThere,
  type OwnedRows,
  type OwnedTable,
} from './owned-rows.js';
import type { RowColumns } from './row-columns.js';
import type { TableSet } from '../../schema/table-set.js';

/** `step` is one of OwnedRows.inOrder. */
type WriteStep = (rows: RowColumns, step: number) => void;

export class OwnedWrites {
  readonly #writes: ReturnType<typeof prepare>;
  readonly #steps: Readonly<Record<OwnedTable, WriteStep>>;

  constructor(db: Database, set: TableSet) {
    this.#writes = prepare(db, set);
    this.#steps = {
      stacks: this.#stack,
      purses: this.#purse,
      experience: this.#experience,
      professions: this.#profession,
      commands: this.#command,
      ground: this.#ground,
      quests: this.#quest,
    };
  }

  /** Inside a transaction. */
  writeAll(owned: OwnedRows): void {
    this.begin();
    for (const table of ownedTables) this.write(table, owned[table], owned.inOrder(table));
    this.end();
  }

  /** Before the first row of a transaction: what a failed one left behind is not of this. */
  begin(): void {
    for (const rows of this.#writes.many) rows.drop();
  }

  /** Steps of OwnedRows.inOrder: what lies together is written together. */
  write(table: OwnedTable, rows: RowColumns, steps: Float64Array): void {
    const write = this.#steps[table];
    for (let i = 0; i < steps.length; i++) write(rows, steps[i]!);
  }

  /**
   * Of an entry that the tables were perhaps told already, in part: takes away what it moved from where it moved it. Written
   * again after it, they have each thing once, wherever the pieces of before had come.
   */
  takeAway(facts: WordedFacts, row: number): void {
    if (facts.kind[row] !== FactKind.stackChanged || cameFromNowhere(facts, row)) return;
    const instance = facts.instance[row]!;
    const from = facts.fromOwner[row]!;
    if (facts.after[row] === 0 || from !== facts.owner[row]) putGoneStack(this.#writes, from, instance);
    if (facts.fromHolder[row] === HolderKind.ground) putKey(this.#writes.goneGround, instance);
  }

  /** After the last row of a transaction. */
  end(): void {
    for (const rows of this.#writes.many) rows.flush();
  }

  readonly #stack: WriteStep = (rows, step) => {
    const row = step >>> 1;
    if (step % 2 === 0) putRow(this.#writes.stacks, rows, row, 0, 7);
    else putGoneStack(this.#writes, rows.values[row * rows.width + stackAt.wasUnder]!, rows.keyAt(row));
  };

  readonly #purse: WriteStep = (rows, row) => {
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

  readonly #experience: WriteStep = (rows, row) => {
    if (rows.values[row] === 0) this.#writes.goneExperience.run(rows.keyAt(row));
    else putRow(this.#writes.experience, rows, row, 0, 1);
  };

  readonly #profession: WriteStep = (rows, row) => {
    const { character, profession } = professionAt(rows.keyAt(row));
    const skill = rows.values[row]!;
    if (skill === 0) {
      this.#writes.goneProfessions.run(character, profession);
      return;
    }
    const { professions } = this.#writes;
    const at = professions.next();
    professions.values[at] = character;
    professions.values[at + 1] = profession;
    professions.values[at + 2] = skill;
  };

  readonly #command: WriteStep = (rows, row) => {
    const isGone = rows.values[row * rows.width] === 0;
    if (isGone) this.#writes.goneCommands.run(rows.keyAt(row));
    else putRow(this.#writes.commands, rows, row, 0, 3);
  };

  readonly #ground: WriteStep = (rows, row) => {
    const isGone = rows.values[row * rows.width] === 0;
    if (!isGone) putRow(this.#writes.ground, rows, row, 1, 7);
    else if (rows.values[row * rows.width + wasThere] === 1) putKey(this.#writes.goneGround, rows.keyAt(row));
  };

  readonly #quest: WriteStep = (rows, row) => {
    const { character, quest } = questAt(rows.keyAt(row));
    const first = row * rows.width;
    if (rows.values[first] === 0 && rows.values[first + 2] === 0) {
      this.#writes.goneQuests.run(character, quest);
      return;
    }
    const { quests } = this.#writes;
    const at = quests.next();
    quests.values[at] = character;
    quests.values[at + 1] = quest;
    for (let i = 0; i < rows.width; i++) quests.values[at + 2 + i] = rows.values[first + i]!;
  };
}

function putKey(many: ManyRows, key: number): void {
  const at = many.next();
  many.values[at] = key;
}

function putGoneStack(
  { goneStacks }: { readonly goneStacks: ManyRows },
  owner: number,
  instance: number,
): void {
  const at = goneStacks.next();
  goneStacks.values[at] = owner;
  goneStacks.values[at + 1] = instance;
}

/** The key, and the row's numbers from the one at `from` to the one before `to`. */
function putRow(many: ManyRows, rows: RowColumns, row: number, from: number, to: number): void {
  let at = many.next();
  many.values[at] = rows.keyAt(row);
  const { values, width } = rows;
  for (let i = from; i < to; i++) many.values[++at] = values[row * width + i]!;
}

function prepare(db: Database, set: TableSet) {
  const upsert = (table: string, key: string, columns: readonly string[], where = ''): ManyRows => {
    const row = `(${columns.map(() => '?').join(', ')})`;
    const set = columns
      .filter((name) => !key.split(', ').includes(name))
      .map((name) => `${name} = excluded.${name}`);
    return new ManyRows(
      db,
      columns.length,
      row,
      (rows) =>
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows} ON CONFLICT (${key}) DO UPDATE SET ${set.join(', ')}${where}`,
    );
  };
  const stackColumns = ['instance', 'item', 'count', 'holder', 'owner', 'slot', 'wear', 'bound'];
  const stacks = upsert(`${set}_stacks`, 'owner, instance', stackColumns);
  const goneStacks = new ManyRows(
    db,
    2,
    '(?, ?)',
    (rows) => `DELETE FROM ${set}_stacks WHERE (owner, instance) IN (VALUES ${rows})`,
  );
  const purses = upsert(`${set}_purses`, 'owner, kind', ['kind', 'owner', 'coins']);
  const experience = upsert(`${set}_experience`, 'character', ['character', 'points']);
  const professions = upsert(`${set}_professions`, 'character, profession', [
    ...['character', 'profession', 'skill'],
  ]);
  const commands = upsert(
    `${set}_commands`,
    'place',
    ['place', 'character', 'command', 'request'],
    ' WHERE excluded.command > command',
  );
  const ground = upsert(`${set}_ground`, 'instance', [
    ...['instance', 'map', 'x', 'y', 'character', 'ticks', 'since_tick'],
  ]);
  const goneGround = new ManyRows(
    db,
    1,
    '?',
    (rows) => `DELETE FROM ${set}_ground WHERE instance IN (${rows})`,
  );
  const gonePurses: Statement<[number, number]> = db.prepare(
    `DELETE FROM ${set}_purses WHERE owner = ? AND kind = ?`,
  );
  const goneExperience: Statement<[number]> = db.prepare(`DELETE FROM ${set}_experience WHERE character = ?`);
  const goneProfessions: Statement<[number, number]> = db.prepare(
    `DELETE FROM ${set}_professions WHERE character = ? AND profession = ?`,
  );
  const goneCommands: Statement<[number]> = db.prepare(`DELETE FROM ${set}_commands WHERE place = ?`);
  const quests = upsert(`${set}_quests`, 'character, quest', [
    ...['character', 'quest', 'stage', 'progress', 'completed', 'until_seconds'],
  ]);
  const goneQuests: Statement<[number, number]> = db.prepare(
    `DELETE FROM ${set}_quests WHERE character = ? AND quest = ?`,
  );
  const many = [stacks, goneStacks, purses, experience, professions, commands, ground, goneGround, quests];
  return {
    ...{ many, stacks, goneStacks, purses, gonePurses, experience, goneExperience },
    ...{ professions, goneProfessions, commands, goneCommands, ground, goneGround, quests, goneQuests },
  };
}
