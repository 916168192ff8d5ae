// Who has what, in tables: written once a window with the last state of whatever it changed, and read back. There are two
// sets of them (table-set.ts).

import type { Database, Statement } from 'better-sqlite3';
import { newestCommands, type DoneCommands } from '#domain/ledger/done-commands.js';
import {
  commandPlace,
  commandsKept,
  fallenPlace,
  LedgerState,
  type DoneCommand,
  type GroundPlace,
  type LedgerStack,
} from '#domain/ledger/ledger-state.js';
import type { GroundStack } from '#ports/storage/journal.js';
import { DocumentTables } from './document-tables.js';
import { FallenTable } from './fallen-table.js';
import { ManyRows } from './many-rows.js';
import type { TableSet } from './table-set.js';

const stackColumns = 'instance, item, count, holder, owner, slot, wear, bound';
const groundColumns = 'g.instance, g.map, g.x, g.y, g.character, g.ticks, g.since_tick AS sinceTick';

export class LedgerTables {
  readonly #writes: ReturnType<typeof prepareWrites>;
  readonly #reads: ReturnType<typeof prepareReads>;
  readonly documents: DocumentTables;
  readonly fallen: FallenTable;

  constructor(db: Database, set: TableSet = 'ledger') {
    this.#writes = prepareWrites(db, set);
    this.#reads = prepareReads(db, set);
    this.documents = new DocumentTables(db, set);
    this.fallen = new FallenTable(db, set);
  }

  /** Inside the transaction that stores the window. `changed` keeps what is gone. */
  write(changed: LedgerState): void {
    const { all, stacks, goneStacks, purses, gonePurses, experience, ground, goneGround } = this.#writes;
    const { goneExperience, commands, goneCommands } = this.#writes;
    // What a failed write left behind is not of this window.
    for (const rows of all) rows.drop();
    // In the order of the tables, so that what lies together is written together.
    for (const stack of [...changed.stacks.values()].sort((a, b) => a.instance - b.instance)) {
      if (stack.count > 0) putStack(stacks, stack);
      else put(goneStacks, stack.instance);
    }
    for (const [kind, purse] of changed.purses) {
      for (const [owner, coins] of purse) {
        if (coins > 0) put(purses, kind, owner, coins);
        else gonePurses.run(owner, kind);
      }
    }
    for (const [character, points] of changed.experience) {
      if (points === 0) goneExperience.run(character);
      else put(experience, character, points);
    }
    for (const [place, done] of changed.commands) {
      if (done === undefined) goneCommands.run(place);
      else put(commands, place, done.character, done.command, done.request);
    }
    for (const [instance, at] of changed.ground) {
      if (at === undefined) put(goneGround, instance);
      else put(ground, instance, at.map, at.x, at.y, at.character, at.ticks, at.sinceTick);
    }
    for (const rows of all) rows.flush();
    this.documents.write(changed);
    this.fallen.write(changed);
  }

  stacksIn(holder: number, owner: number): LedgerStack[] {
    return this.#reads.stacksIn.all(owner, holder);
  }

  stack(instance: number): LedgerStack | undefined {
    return this.#reads.stack.get(instance);
  }

  onGround(): GroundStack[] {
    return this.#reads.onGround.all();
  }

  ground(instance: number): GroundPlace | undefined {
    return this.#reads.ground.get(instance);
  }

  coinsIn(kind: number, owner: number): number {
    return this.#reads.coins.get(owner, kind) ?? 0;
  }

  experienceOf(character: number): number {
    return this.#reads.experience.get(character) ?? 0;
  }

  command(place: number): DoneCommand | undefined {
    return this.#reads.command.get(place);
  }

  commandsOf(character: number): DoneCommands {
    const first = commandPlace(character, 0);
    return newestCommands(this.#reads.commands.all(first, first + commandsKept - 1));
  }

  all(): LedgerState {
    const state = new LedgerState();
    const { reads } = { reads: this.#reads };
    for (const stack of reads.allStacks.iterate()) state.stacks.set(stack.instance, stack);
    for (const { kind, owner, coins } of reads.allPurses.iterate()) state.purses.get(kind)?.set(owner, coins);
    for (const { character, points } of reads.allExperience.iterate())
      state.experience.set(character, points);
    for (const done of reads.allCommands.iterate())
      state.commands.set(commandPlace(done.character, done.command), done);
    for (const place of reads.allGround.iterate()) state.ground.set(place.instance, place);
    this.documents.readInto(state);
    for (const member of this.fallen.all()) state.fallen.set(fallenPlace(member), member);
    return state;
  }
}

function put(rows: ManyRows, ...numbers: readonly number[]): void {
  const at = rows.next();
  for (let i = 0; i < numbers.length; i++) rows.values[at + i] = numbers[i]!;
}

function putStack(rows: ManyRows, stack: LedgerStack): void {
  const at = rows.next();
  const { values } = rows;
  values[at] = stack.instance;
  values[at + 1] = stack.item;
  values[at + 2] = stack.count;
  values[at + 3] = stack.holder;
  values[at + 4] = stack.owner;
  values[at + 5] = stack.slot;
  values[at + 6] = stack.wear;
  values[at + 7] = stack.bound;
}

function prepareWrites(db: Database, set: TableSet) {
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
  const remove = (table: string): ManyRows =>
    new ManyRows(db, 1, '?', (rows) => `DELETE FROM ${table} WHERE instance IN (${rows})`);
  const stacks = upsert(`${set}_stacks`, 'instance', stackColumns.split(', '));
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
  const all = [stacks, goneStacks, purses, experience, commands, ground, goneGround];
  return {
    ...{ all, stacks, goneStacks, purses, gonePurses, experience, goneExperience },
    ...{ commands, goneCommands, ground, goneGround },
  };
}

function prepareReads(db: Database, set: TableSet) {
  return {
    stacksIn: db.prepare<[number, number], LedgerStack>(
      `SELECT ${stackColumns} FROM ${set}_stacks WHERE owner = ? AND owner > 0 AND holder = ? ORDER BY slot, instance`,
    ),
    stack: db.prepare<[number], LedgerStack>(`SELECT ${stackColumns} FROM ${set}_stacks WHERE instance = ?`),
    onGround: db.prepare<[], GroundStack>(
      `SELECT ${groundColumns}, s.item, s.count, s.wear, s.bound
       FROM ${set}_ground g JOIN ${set}_stacks s ON s.instance = g.instance ORDER BY g.instance`,
    ),
    ground: db.prepare<[number], GroundPlace>(
      `SELECT ${groundColumns} FROM ${set}_ground g WHERE instance = ?`,
    ),
    coins: db
      .prepare<[number, number], number>(`SELECT coins FROM ${set}_purses WHERE owner = ? AND kind = ?`)
      .pluck(),
    experience: db
      .prepare<[number], number>(`SELECT points FROM ${set}_experience WHERE character = ?`)
      .pluck(),
    command: db.prepare<[number], DoneCommand>(
      `SELECT character, command, request FROM ${set}_commands WHERE place = ?`,
    ),
    commands: db.prepare<[number, number], DoneCommand>(
      `SELECT character, command, request FROM ${set}_commands WHERE place BETWEEN ? AND ?`,
    ),
    allStacks: db.prepare<[], LedgerStack>(`SELECT ${stackColumns} FROM ${set}_stacks`),
    allPurses: db.prepare<[], { kind: number; owner: number; coins: number }>(
      `SELECT kind, owner, coins FROM ${set}_purses`,
    ),
    allExperience: db.prepare<[], { character: number; points: number }>(
      `SELECT character, points FROM ${set}_experience WHERE points <> 0`,
    ),
    allCommands: db.prepare<[], DoneCommand>(`SELECT character, command, request FROM ${set}_commands`),
    allGround: db.prepare<[], GroundPlace>(`SELECT ${groundColumns} FROM ${set}_ground g`),
  };
}
