// The journal's index: which entries name a stack or a character. It is built from the stored windows when nothing waits to
// be appended, a run at a time, and follows with its own end: what is newer is looked through. Nothing is lost with it: of a
// file without it all is indexed anew.

import type { Database, Statement } from 'better-sqlite3';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import { FactColumn, factDefinition } from '#domain/vocabulary/generated/facts.js';
import { JournalError, type HistorySubject } from '#ports/storage/journal.js';
import { torn, type JournalWindows } from './journal-windows.js';
import { keyMax, packRun, piecesOf, readPlaces, runEntries } from './postings.js';

/** Pieces of a run have ids from `run * piecesMax` on; a run of entries that name three keys each has some 50. */
const piecesMax = 256;
/** Entries that are read in one go, or few more; a window whole, which may take some milliseconds. */
const readAtOnce = 1_024;
/** Runs without entries that are kept, taken out in one go. */
const dropAtOnce = 8;
/** Of one entry: a stack, a character and a counterpart. */
const keysMax = 3;

interface RunRow {
  readonly run: number;
  readonly keys: Buffer;
}

/** Stacks and characters are counted apart. */
export function keyOf(subject: HistorySubject): number {
  return 'stack' in subject ? subject.stack * 2 : subject.character * 2 + 1;
}

export class EntryIndex {
  readonly #rows = new FactRows(1);
  /** Of the run that is read: key * runEntries + place. */
  readonly #postings = new Float64Array(runEntries * keysMax);
  #count = 0;
  /** The first entry that is neither in a stored run nor among `#postings`. */
  #next: number;
  readonly #put: (run: number, postings: Float64Array) => void;
  readonly #drop: (run: number) => void;
  readonly #oldest: Statement<[], number | null>;
  readonly #newestTo: Statement<[number], RunRow>;
  readonly #piece: Statement<[number], Buffer>;

  constructor(
    db: Database,
    private readonly windows: JournalWindows,
  ) {
    const putRun = db.prepare<[RunRow]>('INSERT INTO journal_index_runs (run, keys) VALUES (@run, @keys)');
    const putPiece = db.prepare<[number, Buffer]>('INSERT INTO journal_index (id, postings) VALUES (?, ?)');
    this.#put = db.transaction((run: number, postings: Float64Array): void => {
      const { pieces, firstKeys } = packRun(postings);
      if (pieces.length > piecesMax) throw new Error(`${pieces.length} pieces of one run of the index`);
      putRun.run({ run, keys: Buffer.from(firstKeys.buffer) });
      for (const [i, piece] of pieces.entries()) putPiece.run(run * piecesMax + i, Buffer.from(piece));
    }).immediate;
    const dropRun = db.prepare<[number]>('DELETE FROM journal_index_runs WHERE run = ?');
    const dropPieces = db.prepare<[number, number]>('DELETE FROM journal_index WHERE id >= ? AND id < ?');
    this.#drop = db.transaction((run: number): void => {
      dropRun.run(run);
      dropPieces.run(run * piecesMax, (run + 1) * piecesMax);
    }).immediate;
    this.#oldest = db.prepare<[], number | null>('SELECT min(run) FROM journal_index_runs').pluck();
    this.#newestTo = db.prepare(
      'SELECT run, keys FROM journal_index_runs WHERE run <= ? ORDER BY run DESC LIMIT 1',
    );
    this.#piece = db.prepare<[number], Buffer>('SELECT postings FROM journal_index WHERE id = ?').pluck();
    const newest =
      db.prepare<[], number | null>('SELECT max(run) FROM journal_index_runs').pluck().get() ?? undefined;
    this.#next = newest === undefined ? windows.base().number + 1 : (newest + 1) * runEntries + 1;
  }

  /** The last entry that the index knows. */
  get end(): number {
    return this.#next - 1;
  }

  /** A piece of its work; true when more is to be done. Throws a JournalError 'corrupt'. */
  tend(journalEnd: number): boolean {
    const base = this.windows.base().number;
    for (let i = 0; i < dropAtOnce; i++) {
      const oldest = this.#oldest.get() ?? undefined;
      if (oldest === undefined || (oldest + 1) * runEntries > base) break;
      this.#drop(oldest);
    }
    if (this.#next <= base) this.#beginAt(base + 1);
    const run = runOf(this.#next);
    const runEnd = (run + 1) * runEntries;
    if (journalEnd < Math.min(runEnd, this.#next + readAtOnce - 1)) return false;
    this.#read(run, runEnd);
    if (this.#next <= runEnd) return journalEnd >= this.#next + readAtOnce - 1;
    this.#put(run, this.#postings.subarray(0, this.#count).sort());
    this.#beginAt(this.#next);
    return journalEnd >= this.#next + readAtOnce - 1;
  }

  /**
   * Which entries below `before`, which the index knows all, name the subject, of the newest run that has such entries: ascending.
   * `from` is the first entry of that run, 0 when there is none. Throws a JournalError 'corrupt'.
   */
  newestBefore(before: number, subject: HistorySubject): { numbers: number[]; from: number } {
    const key = keyOf(subject);
    const places: number[] = [];
    let run = runOf(before - 1);
    if (run === runOf(this.#next) && this.#count > 0) this.#readUnstored(key, places);
    else run = this.#readStored(run, key, places);
    if (run < 0) return { numbers: [], from: 0 };
    const first = run * runEntries + 1;
    return { numbers: places.map((place) => first + place).filter((number) => number < before), from: first };
  }

  /** The newest run from `newest` down; answers which, -1 for none. */
  #readStored(newest: number, key: number, places: number[]): number {
    const row = this.#newestTo.get(newest);
    if (row === undefined) return -1;
    const { run, keys } = row;
    const firstKeys = new Float64Array(keys.buffer.slice(keys.byteOffset, keys.byteOffset + keys.length));
    const [from, end] = piecesOf(firstKeys, key);
    for (let i = from; i < end; i++) {
      const piece = this.#piece.get(run * piecesMax + i);
      if (piece === undefined || !readPlaces(piece, firstKeys[i]!, key, places))
        throw new JournalError('corrupt', `the index of the journal is damaged in run ${run}`);
    }
    return run;
  }

  #readUnstored(key: number, places: number[]): void {
    for (let i = 0; i < this.#count; i++) {
      const place = this.#postings[i]! - key * runEntries;
      if (place >= 0 && place < runEntries) places.push(place);
    }
  }

  #beginAt(entry: number): void {
    this.#next = entry;
    this.#count = 0;
  }

  /** From `#next` on some whole windows, and no entry after `last`, which is the run's. */
  #read(run: number, last: number): void {
    const from = this.#next;
    for (const window of this.windows.from(from)) {
      const { first, entries } = window;
      const span = readWindow(entries, this.#rows, (rows, index) => {
        const number = first + index;
        if (number >= from) this.#note(rows, number - 1 - run * runEntries);
        return number < last;
      });
      const end = Math.min(window.last, last);
      if (span?.count !== end - first + 1) throw torn(window, 'they are no whole facts');
      this.#next = end + 1;
      if (this.#next > last || this.#next >= from + readAtOnce) return;
    }
  }

  #note(rows: FactRows, place: number): void {
    const { columns } = factDefinition(rows.kind[0]!)!;
    if ((columns & FactColumn.instance) !== 0) this.#add(keyOf({ stack: rows.instance[0]! }), place);
    const character = (columns & FactColumn.character) !== 0 ? rows.character[0]! : 0;
    const counterpart = (columns & FactColumn.counterpart) !== 0 ? rows.counterpart[0]! : 0;
    if (character !== 0) this.#add(keyOf({ character }), place);
    if (counterpart !== 0 && counterpart !== character) this.#add(keyOf({ character: counterpart }), place);
  }

  #add(key: number, place: number): void {
    if (key > keyMax) throw new Error(`${key} is more than the index of the journal can hold`);
    this.#postings[this.#count++] = key * runEntries + place;
  }
}

/** Of an entry. */
export function runOf(entry: number): number {
  return Math.floor((entry - 1) / runEntries);
}
