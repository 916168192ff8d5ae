// The tables follow the journal: a window changes rows all over them, and the same pages again in the next window. So what
// windows changed is gathered (owned/owned-rows.ts) and written in the order of the tables, a piece with each window's own
// transaction, while the next is gathered. Up to which entry they followed stands in journal_state; opening applies those
// after it, and one applied twice does no harm. Nobody sees that they are late: what is read here is read over what waits.

import type { Database, Statement } from 'better-sqlite3';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import { newestCommands, type DoneCommands } from '#domain/ledger/done-commands.js';
import {
  commandPlace,
  commandsKept,
  professionPlace,
  questAt,
  type DoneCommand,
  type LearnedProfession,
  type LedgerQuest,
  type LedgerStack,
} from '#domain/ledger/state/ledger-state.js';
import { Profession } from '#domain/vocabulary/generated/words.js';
import type { AmountKey, AmountPiece, AmountTable } from '#ports/storage/journal.js';
import { torn, type JournalWindows } from './journal-windows.js';
import type { LedgerTables } from './ledger-tables.js';
import { AmountPieces } from './owned/amount-pieces.js';
import { OwnedRows, ownedTables, purseKey } from './owned/owned-rows.js';
import type { RowColumns } from './owned/row-columns.js';

/** Rows that are gathered before they are written, where nobody says otherwise: some 16 MiB. */
const gatheredRowsMost = 131_072;
/** Entries, of which opening applies twice as many at most: many that change the same few rows make few rows. */
const entriesMost = 524_288;
/** A piece is somewhat larger than its window's part of what is gathered meanwhile, so that there is always an end. */
const hurry = 1.1;
/** Of what is gathered, in a piece at least. */
const pieceLeast = 1 / 512;

export class FollowingTables {
  #gathered = new OwnedRows();
  /** Being written; its rows stay readable here until all are. */
  #leaving = new OwnedRows();
  #leavingTo = 0;
  #leavingSteps = 0;
  /** Of the table that is being written, from `#at` on; its number in ownedTables. */
  #steps: Float64Array = new Float64Array(0);
  #at = 0;
  #table: number = ownedTables.length;
  #end: number;
  #followed: number;
  readonly #pieces: AmountPieces;
  readonly #note: Statement<[number]>;

  constructor(
    private readonly db: Database,
    private readonly tables: LedgerTables,
    private readonly gatheredRows = gatheredRowsMost,
  ) {
    this.#pieces = new AmountPieces(db);
    this.#note = db.prepare('UPDATE journal_state SET followed = ?');
    this.#followed = db.prepare<[], number>('SELECT followed FROM journal_state').pluck().get()!;
    this.#end = this.#followed;
  }

  /** The last entry up to which all are in the tables. */
  get followed(): number {
    return this.#followed;
  }

  /** At opening: gathers what the tables were not told, or only in part, before the last owner ended. */
  follow(windows: JournalWindows): void {
    const { owned } = this.tables;
    const changed = new OwnedRows();
    const rows = new FactRows(1);
    this.db
      .transaction(() => {
        owned.begin();
        for (const window of windows.from(this.#followed + 1)) {
          if (window.last <= this.#followed) continue;
          changed.clear();
          const span = readWindow(window.entries, rows, () => {
            owned.takeAway(rows, 0);
            changed.apply(rows, 0);
          });
          if (span?.count !== window.last - window.first + 1) throw torn(window, 'they are no whole facts');
          this.gather(changed, window.last);
        }
        owned.end();
      })
      .immediate();
  }

  /**
   * Inside the transaction of a window of so many entries: a piece of what waits. Undefined, or what is to be called when
   * it is committed.
   */
  writePiece(window: OwnedRows, entries: number): (() => void) | undefined {
    if (this.#table === ownedTables.length && !this.#beginLeaving()) return undefined;
    const { owned } = this.tables;
    const share = Math.max(window.count / this.gatheredRows, entries / entriesMost);
    let rest = Math.ceil(Math.max(pieceLeast, hurry * share) * this.#leavingSteps);
    let [table, steps, at] = [this.#table, this.#steps, this.#at];
    owned.begin();
    while (rest > 0 && table < ownedTables.length) {
      const name = ownedTables[table]!;
      const end = Math.min(steps.length, at + rest);
      owned.write(name, this.#leaving[name], steps.subarray(at, end));
      rest -= end - at;
      at = end;
      if (at < steps.length) continue;
      table += 1;
      [steps, at] = [this.#stepsOf(table), 0];
    }
    owned.end();
    if (table === ownedTables.length) this.#note.run(this.#leavingTo);
    return () => {
      [this.#table, this.#steps, this.#at] = [table, steps, at];
      if (table === ownedTables.length) this.#left();
    };
  }

  /** What a window changed, after it was committed, whose last entry is `end`. */
  gather(window: OwnedRows, end: number): void {
    this.#gathered.takeFrom(window);
    this.#end = end;
  }

  /** All that waits, in a transaction of its own. */
  writeAll(): void {
    if (this.#followed === this.#end) return;
    this.db
      .transaction(() => {
        this.tables.owned.writeAll(this.#leaving);
        this.tables.owned.writeAll(this.#gathered);
        this.#note.run(this.#end);
      })
      .immediate();
    this.#table = ownedTables.length;
    this.#leaving.clear();
    this.#gathered.clear();
    this.#followed = this.#end;
  }

  stacksIn(holder: number, owner: number): LedgerStack[] {
    const stored = this.tables.stacksIn(holder, owner);
    if (this.#followed === this.#end) return stored;
    const there = new Map(stored.map((stack) => [stack.instance, stack]));
    for (const waiting of this.#waiting()) {
      const { stacks } = waiting;
      const { values, width } = stacks;
      for (const instance of there.keys()) if (stacks.find(instance) >= 0) there.delete(instance);
      for (let row = 0, at = 0; row < stacks.count; row++, at += width) {
        if (values[at + 3] !== owner || values[at + 2] !== holder || values[at + 1] === 0) continue;
        there.set(stacks.keyAt(row), waiting.stackAt(row));
      }
    }
    return [...there.values()].sort((a, b) => a.slot - b.slot || a.instance - b.instance);
  }

  coinsIn(kind: number, owner: number): number {
    return this.#number('purses', purseKey(kind, owner)) ?? this.tables.coinsIn(kind, owner);
  }

  experienceOf(character: number): number {
    return this.#number('experience', character) ?? this.tables.experienceOf(character);
  }

  professionsOf(character: number): LearnedProfession[] {
    const there = new Map(
      this.tables.professionsOf(character).map(({ profession, skill }) => [profession, skill]),
    );
    for (const profession of Object.values(Profession)) {
      const waiting = this.#number('professions', professionPlace(character, profession));
      if (waiting !== undefined) there.set(profession, waiting);
    }
    return [...there]
      .filter(([, skill]) => skill > 0)
      .map(([profession, skill]) => ({ profession, skill }))
      .sort((a, b) => a.profession - b.profession);
  }

  commandsOf(character: number): DoneCommands {
    const first = commandPlace(character, 0);
    const there = new Map<number, DoneCommand>();
    for (const done of this.tables.commandsOf(character))
      there.set(commandPlace(character, done.command), done);
    for (const waiting of this.#waiting())
      for (let place = first; place < first + commandsKept; place++) {
        const row = waiting.commands.find(place);
        if (row < 0) continue;
        const done = waiting.commandAt(row);
        if (done === undefined) there.delete(place);
        else if (done.command > (there.get(place)?.command ?? 0)) there.set(place, done);
      }
    return newestCommands([...there.values()]);
  }

  questsOf(character: number): LedgerQuest[] {
    const stored = this.tables.questsOf(character);
    if (this.#followed === this.#end) return stored;
    const there = new Map(stored.map((each) => [each.quest, each]));
    for (const waiting of this.#waiting())
      for (let row = 0; row < waiting.quests.count; row++) {
        const { character: whose, quest } = questAt(waiting.quests.keyAt(row));
        if (whose !== character) continue;
        const is = waiting.questAt(row);
        if (is === undefined) there.delete(quest);
        else there.set(quest, is);
      }
    return [...there.values()].sort((a, b) => a.quest - b.quest);
  }

  amounts(table: AmountTable, after: AmountKey | undefined): AmountPiece {
    return this.#pieces.read(table, after, this.#waiting());
  }

  /** The newest wait at the end. */
  #waiting(): readonly OwnedRows[] {
    return [this.#leaving, this.#gathered];
  }

  #number(table: 'purses' | 'experience' | 'professions', key: number): number | undefined {
    for (const waiting of [this.#gathered, this.#leaving]) {
      const rows: RowColumns = waiting[table];
      const row = rows.find(key);
      if (row >= 0) return rows.values[row * rows.width];
    }
    return undefined;
  }

  /** True when there is enough. */
  #beginLeaving(): boolean {
    if (this.#gathered.count < this.gatheredRows && this.#end - this.#followed < entriesMost) return false;
    [this.#leaving, this.#gathered] = [this.#gathered, this.#leaving];
    this.#leavingTo = this.#end;
    [this.#table, this.#steps, this.#at] = [0, this.#stepsOf(0), 0];
    this.#leavingSteps = this.#steps.length + this.#leaving.count - this.#leaving[ownedTables[0]].count;
    return true;
  }

  #left(): void {
    this.#leaving.clear();
    this.#followed = this.#leavingTo;
  }

  #stepsOf(table: number): Float64Array {
    const name = ownedTables[table];
    return name === undefined ? new Float64Array(0) : this.#leaving.inOrder(name);
  }
}
