// The journal's rows: one window each, with a checksum over its numbers, when it was stored, its bytes and the checksum of the
// window before, so that a row that is torn, exchanged or gone is found (CRC-32 as zlib has it: ITU-T V.42, polynomial 0x04C11DB7).

import { crc32 } from 'node:zlib';
import type { Database, Statement } from 'better-sqlite3';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import { JournalError } from '#ports/storage/journal.js';
import type { LetterWords } from './letter-words.js';
import { packed, unpacked, type PackedEntries } from './packed-entries.js';

export interface JournalWindow {
  readonly last: number;
  readonly first: number;
  readonly firstTick: number;
  readonly lastTick: number;
  readonly instance: number;
  readonly document: number;
  readonly checksum: number;
  /** When it was stored, in seconds since 1970 by the clock of then; null where that was not noted. */
  readonly storedUnix: number | null;
  readonly entries: Uint8Array;
}

export type WindowHead = Omit<JournalWindow, 'entries'>;

/** The last entry that is not kept; all 0 when every one is. */
export interface BaseHead {
  readonly number: number;
  readonly tick: number;
  readonly instance: number;
  readonly document: number;
  readonly checksum: number;
  /** The highest ids of letters and of listings that entries up to it gave. */
  readonly letter: number;
  readonly listing: number;
}

const columns =
  'last, first, first_tick AS firstTick, last_tick AS lastTick, instance, document, checksum, stored_unix AS storedUnix';

const head = new DataView(new ArrayBuffer(52));
const timedHead = new Uint8Array(head.buffer);
const timelessHead = timedHead.subarray(0, 44);
/** In a checksum, for a time that is not there. */
const noTime = -1;

/** Without its time where `storedUnix` is undefined: so windows were that programs of before version 15 stored. */
export function checksumOf(
  before: number,
  window: Omit<WindowHead, 'checksum' | 'storedUnix'> & { readonly storedUnix: number | null | undefined },
  entries: Uint8Array,
): number {
  head.setUint32(0, before, true);
  head.setFloat64(4, window.first, true);
  head.setFloat64(12, window.last, true);
  head.setUint32(20, window.firstTick, true);
  head.setUint32(24, window.lastTick, true);
  head.setFloat64(28, window.instance, true);
  head.setFloat64(36, window.document, true);
  if (window.storedUnix === undefined) return crc32(entries, crc32(timelessHead));
  head.setFloat64(44, window.storedUnix ?? noTime, true);
  return crc32(entries, crc32(timedHead));
}

export class JournalWindows {
  readonly #last: Statement<[], WindowHead>;
  readonly #insert: Statement<[WindowHead & PackedEntries]>;
  readonly #repack: Statement<[PackedEntries & { readonly checksum: number; readonly last: number }]>;
  readonly #from: Statement<[number], WindowHead & PackedEntries>;
  readonly #before: Statement<[number], number>;
  readonly #storedBy: Statement<[number], number | null>;
  readonly #storedAt: Statement<[number, number], number>;
  readonly #base: Statement<[], BaseHead>;
  readonly #now: Statement<[], number>;
  /** The first entry whose window has its time in its checksum. */
  readonly #timesFrom: number;

  /** `nowUnix`: seconds since 1970, by SQLite's clock where nobody tells. */
  constructor(
    db: Database,
    private readonly nowUnix?: () => number,
  ) {
    const timesFrom = db.prepare<[], number>('SELECT times_from FROM journal_state').pluck().get();
    if (timesFrom === undefined) throw new JournalError('corrupt', 'the row of journal_state is gone');
    this.#timesFrom = timesFrom;
    this.#now = db.prepare<[], number>('SELECT unixepoch()').pluck();
    this.#last = db.prepare(`SELECT ${columns} FROM journal ORDER BY last DESC LIMIT 1`);
    this.#insert = db.prepare(
      `INSERT INTO journal
         (last, first, first_tick, last_tick, instance, document, checksum, stored_unix, unpacked_bytes, entries)
       VALUES
         (@last, @first, @firstTick, @lastTick, @instance, @document, @checksum, @storedUnix, @unpackedBytes, @entries)`,
    );
    this.#repack = db.prepare(
      'UPDATE journal SET entries = @entries, unpacked_bytes = @unpackedBytes, checksum = @checksum WHERE last = @last',
    );
    this.#from = db.prepare(
      `SELECT ${columns}, unpacked_bytes AS unpackedBytes, entries FROM journal WHERE last >= ? ORDER BY last LIMIT 1`,
    );
    this.#before = db
      .prepare<[number], number>('SELECT checksum FROM journal WHERE last < ? ORDER BY last DESC LIMIT 1')
      .pluck();
    this.#storedBy = db
      .prepare<[number], number | null>('SELECT max(last) FROM journal WHERE stored_unix <= ?')
      .pluck();
    this.#storedAt = db
      .prepare<[number, number], number>(
        'SELECT stored_unix FROM journal WHERE last >= ? AND first <= ? ORDER BY last LIMIT 1',
      )
      .pluck();
    this.#base = db.prepare(
      'SELECT number, tick, instance, document, checksum, letter, listing FROM journal_base',
    );
  }

  /** Throws a JournalError 'corrupt'. */
  base(): BaseHead {
    const base = this.#base.get();
    if (base === undefined) throw new JournalError('corrupt', 'the row of journal_base is gone');
    return base;
  }

  /** Seconds since 1970. */
  now(): number {
    return this.nowUnix?.() ?? this.#now.get()!;
  }

  checksumOf(before: number, window: Omit<WindowHead, 'checksum'>, entries: Uint8Array): number {
    const storedUnix = window.first < this.#timesFrom ? undefined : window.storedUnix;
    return checksumOf(before, { ...window, storedUnix }, entries);
  }

  /** The last entry that was stored by then, by the clocks of then; undefined when the oldest that is kept came later. */
  storedBy(unixSeconds: number): number | undefined {
    return this.#storedBy.get(unixSeconds) ?? undefined;
  }

  /** When the window with this entry was stored, by the clock of then; undefined for an entry that is not kept. */
  storedAt(entry: number): number | undefined {
    return this.#storedAt.get(entry, entry);
  }

  last(): WindowHead | undefined {
    return this.#last.get();
  }

  insert(head: WindowHead, entries: Uint8Array): void {
    this.#insert.run({ ...head, ...packed(bufferOf(entries)) });
  }

  /** Other entries in the place of those of the window that ends with `last`. */
  rewrite(last: number, checksum: number, entries: Uint8Array): void {
    this.#repack.run({ last, checksum, ...packed(bufferOf(entries)) });
  }

  /**
   * Windows from the one that holds the entry `from`, or from the oldest one, each checked. Throws a JournalError
   * 'corrupt'.
   */
  *from(from: number): Generator<JournalWindow> {
    const base = this.base();
    let next = this.#at(from);
    if (next === undefined) return;
    let before = this.#before.get(next.last);
    let expected = next.first;
    if (before === undefined) {
      if (next.first !== base.number + 1) throw torn(next, 'the windows before it are gone');
      before = base.checksum;
    }
    while (next !== undefined) {
      if (next.first !== expected) throw torn(next, `entries ${expected} to ${next.first - 1} are gone`);
      if (this.checksumOf(before, next, next.entries) !== next.checksum)
        throw torn(next, 'its checksum is another');
      yield next;
      before = next.checksum;
      expected = next.last + 1;
      next = this.#at(expected);
    }
  }

  /** The window that holds an entry, or else the next one. */
  #at(entry: number): JournalWindow | undefined {
    const stored = this.#from.get(entry);
    if (stored === undefined) return undefined;
    const entries = unpacked(stored);
    if (entries === undefined) throw torn(stored, 'they cannot be unpacked');
    return { ...stored, entries };
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Visits entries from the number `from` on until the visitor answers false, with the words of letters that are still kept.
 * Throws a JournalError 'corrupt'.
 */
export function eachEntry(
  windows: JournalWindows,
  from: number,
  visit: (facts: FactRows, row: number, number: number) => boolean | void,
  words: LetterWords,
): void {
  const rows = new FactRows(1);
  let going = true;
  for (const window of windows.from(from)) {
    const { first, last, entries } = window;
    const span = readWindow(entries, rows, (_, index) => {
      if (first + index < from) return true;
      words.unsealFact(rows, 0);
      going = visit(rows, 0, first + index) !== false;
      return going;
    });
    if (span === undefined || (going && span.count !== last - first + 1))
      throw torn(window, 'they are no whole facts');
    if (!going) return;
  }
}

export function torn({ first, last }: Pick<JournalWindow, 'first' | 'last'>, why: string): JournalError {
  return new JournalError('corrupt', `entries ${first} to ${last} of the journal are damaged: ${why}`);
}
