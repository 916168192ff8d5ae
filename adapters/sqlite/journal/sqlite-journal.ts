// The journal in the game's SQLite file. A window is one transaction, and one sync of the write-ahead log: a row of the
// journal, the letters, listings and fallen creatures that it changed, and a piece of what earlier ones changed otherwise
// (following-tables.ts). The log goes into the file (a checkpoint) when nothing waits, not while somebody does.

import type { DoneCommands } from '#domain/ledger/done-commands.js';
import type { LedgerBase } from '#domain/ledger/state/ledger-base.js';
import { names } from '#domain/ledger/entries/entry-in-words.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import {
  LedgerState,
  type FallenMember,
  type LearnedProfession,
  type LedgerQuest,
  type LedgerStack,
} from '#domain/ledger/state/ledger-state.js';
import { withoutWords } from '#domain/ledger/letter-words.js';
import { JournalError } from '#ports/storage/journal.js';
import type {
  AmountKey,
  AmountPiece,
  AmountTable,
  GroundStack,
  HistorySubject,
  Journal,
  JournalEnd,
  KeptItem,
  KeptLetter,
  KeptListing,
  NamingEntries,
} from '#ports/storage/journal.js';
import type { OwnedThings } from '#ports/storage/ownership.js';
import type { CatchesUp } from '../schema/catches-up.js';
import { requireFullSync } from '../schema/full-sync.js';
import type { GameFile } from '../schema/opened-file.js';
import { EntryIndex } from './entry-index.js';
import { guardedOpening, journalErrorFrom } from './journal-error-from.js';
import { FollowingTables } from './following-tables.js';
import { eachEntry, JournalWindows } from './journal-windows.js';
import { LedgerTables } from './ledger-tables.js';
import { LetterWords } from './letter-words.js';
import { OldEntries } from './old-entries.js';
import { openWithBalance } from './opening-balance.js';
import { OwnedRows } from './owned/owned-rows.js';
import { proveTables } from './prove-tables.js';
import { setWordsApart } from './set-words-apart.js';
import { WriteAheadLog } from './write-ahead-log.js';

/** Newest entries that opening replays at most after an unclean stop: `npm run ledger -- check` replays all. */
const provenMost = 1_000_000;

/** Entries that one call looks through for a name: some 10 ms. */
const lookedAtOnce = 4_096;

export interface SqliteJournalOptions {
  /** The newest entries that are kept; older ones become a part of the base. 1 or more; all when undefined. */
  readonly keptEntries?: number;
  /** Rows that tables are told late, at most and about; 131,072 when undefined. Few, in a short run, for tests of that. */
  readonly gatheredRows?: number;
  /** When a window is stored, in seconds since 1970; by SQLite's clock when undefined. */
  readonly nowUnix?: () => number;
  /** Told when a checkpoint inside of appending, or the note of closing, failed: what was appended is stored all the same. */
  readonly onUpkeepFailed?: (error: unknown) => void;
}

interface JournalTail extends JournalEnd {
  readonly checksum: number;
}

const emptyTail: JournalTail = { number: 0, tick: 0, instance: 0, document: 0, checksum: 0 };

export class SqliteJournal implements Journal, CatchesUp {
  /** Entries that opening replayed to prove the tables. */
  readonly replayed: number;
  readonly #file: GameFile;
  readonly #windows: JournalWindows;
  readonly #tables: LedgerTables;
  readonly #following: FollowingTables;
  readonly #words: LetterWords;
  readonly #log: WriteAheadLog;
  readonly #onUpkeepFailed: (error: unknown) => void;
  readonly #old: OldEntries;
  readonly #keptEntries: number;
  readonly #index: EntryIndex;
  readonly #rows = new FactRows(1);
  /** Of the window that is being stored; letters, listings and the fallen apart. */
  readonly #owned = new OwnedRows();
  readonly #changed = new LedgerState(true);
  /** Undefined after a failure that leaves open what was stored. */
  #tail: JournalTail | undefined;
  #closed = false;

  /** The file stays its opener's, who closes it after the journal. Throws a GameFileError. */
  constructor(file: GameFile, options: SqliteJournalOptions = {}) {
    this.#file = file;
    this.#onUpkeepFailed = options.onUpkeepFailed ?? (() => undefined);
    const { db } = file;
    requireFullSync(db, file.path);
    // 64 MiB: the pages of the tables that a busy server changes.
    db.pragma('cache_size = -65536');
    this.#log = new WriteAheadLog(db);
    this.#windows = guardedOpening(file, () => new JournalWindows(db, options.nowUnix));
    this.#tables = new LedgerTables(db);
    this.#following = new FollowingTables(db, this.#tables, options.gatheredRows);
    this.#words = new LetterWords(db);
    this.#old = new OldEntries(db, this.#windows);
    this.#keptEntries = options.keptEntries ?? Infinity;
    this.#index = new EntryIndex(db, this.#windows);
    this.replayed = guardedOpening(file, () => {
      this.#following.follow(this.#windows);
      this.#openBalance();
      this.#setWordsApart();
      this.#following.writeAll();
      return this.#prove();
    });
  }

  get end(): JournalEnd {
    const { number, tick, instance, document } = this.#currentTail();
    return { number, tick, instance, document };
  }

  append(first: number, facts: Uint8Array, besides?: () => void): number {
    const { number } = this.#currentTail();
    if (first !== number + 1) throw new JournalError('invalid', `${first} does not follow entry ${number}`);
    const stored = this.#store(facts, besides);
    try {
      this.#log.keepBounded();
    } catch (thrown) {
      this.#onUpkeepFailed(thrown);
    }
    return stored;
  }

  tend(): boolean {
    return this.#asked(() => this.#log.tend() || this.#takeIn() || this.#index.tend(this.end.number));
  }

  stacksIn(holder: number, owner: number): LedgerStack[] {
    return this.#asked(() => this.#following.stacksIn(holder, owner));
  }

  onGround(): GroundStack[] {
    return this.#asked(() => {
      this.#following.writeAll();
      return this.#tables.onGround();
    });
  }

  keptItems(): KeptItem[] {
    return this.#asked(() => {
      this.#following.writeAll();
      return this.#tables.keptItems();
    });
  }

  letters(): KeptLetter[] {
    return this.#asked(() => {
      this.#following.writeAll();
      return this.#tables.documents.letters().map((letter) => ({ ...letter, words: this.#words.of(letter) }));
    });
  }

  listings(): KeptListing[] {
    return this.#asked(() => {
      this.#following.writeAll();
      return this.#tables.documents.listings();
    });
  }

  fallen(): FallenMember[] {
    return this.#asked(() => this.#tables.fallen.all());
  }

  coinsIn(purse: number, owner: number): number {
    return this.#asked(() => this.#following.coinsIn(purse, owner));
  }

  experienceOf(character: number): number {
    return this.#asked(() => this.#following.experienceOf(character));
  }

  professionsOf(character: number): LearnedProfession[] {
    return this.#asked(() => this.#following.professionsOf(character));
  }

  commandsOf(character: number): DoneCommands {
    return this.#asked(() => this.#following.commandsOf(character));
  }

  questsOf(character: number): LedgerQuest[] {
    return this.#asked(() => this.#following.questsOf(character));
  }

  entries(from: number, visit: (facts: FactRows, row: number, number: number) => boolean | void): void {
    this.#requireOpen();
    this.#guarded(() => eachEntry(this.#windows, from, visit, this.#words));
  }

  naming(subject: HistorySubject, before: number): NamingEntries {
    const end = this.#currentTail().number;
    return this.#guarded(() => {
      const base = this.#windows.base().number;
      const last = Math.min(before - 1, end);
      if (last <= base) return { numbers: [], from: base + 1, isOldest: true };
      const found =
        last <= this.#index.end ? this.#index.newestBefore(last + 1, subject) : this.#look(subject, last);
      const from = Math.max(found.from, base + 1);
      const numbers = found.numbers.filter((number) => number > base).reverse();
      return { numbers, from, isOldest: from === base + 1 };
    });
  }

  storedAt(entry: number): number | undefined {
    return this.#asked(() => this.#windows.storedAt(entry)) ?? undefined;
  }

  base(): LedgerBase {
    this.#requireOpen();
    const base = this.#guarded(() => this.#old.base());
    this.#words.unseal(base.state);
    return base;
  }

  baseOf(character: number): OwnedThings {
    return this.#asked(() => this.#old.baseOf(character));
  }

  baseTotals(): Pick<LedgerBase, 'number' | 'totals'> {
    return this.#asked(() => ({ number: this.#windows.base().number, totals: this.#old.totals() }));
  }

  amounts(table: AmountTable, after: AmountKey | undefined): AmountPiece {
    return this.#asked(() => this.#following.amounts(table, after));
  }

  tables(): LedgerState {
    this.catchUp();
    const tables = this.#guarded(() => this.#tables.all());
    this.#words.unseal(tables);
    return tables;
  }

  catchUp(): void {
    this.#requireOpen();
    this.#guarded(() => this.#following.writeAll());
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    const { db } = this.#file;
    if (!db.open || this.#tail === undefined) return;
    try {
      this.#following.writeAll();
      db.prepare('UPDATE journal_state SET proven = ?').run(this.#tail.number);
    } catch (thrown) {
      // The next opening replays more than it had to, and nothing else is lost by it.
      this.#onUpkeepFailed(thrown);
    }
  }

  #store(appended: Uint8Array, besides: () => void = () => undefined): number {
    const before = this.#currentTail();
    this.#changed.clear();
    this.#owned.clear();
    this.#words.begin();
    const wordless = withoutWords(appended, this.#rows, this.#words.seal, (rows) => {
      if (!this.#owned.apply(rows, 0)) this.#changed.apply(rows, 0);
    });
    if (wordless === undefined) throw new JournalError('invalid', 'the bytes are no whole durable facts');
    const { span, facts } = wordless;
    if (span.count === 0) return before.number;
    const head = {
      first: before.number + 1,
      last: before.number + span.count,
      firstTick: span.firstTick,
      lastTick: span.lastTick,
      instance: Math.max(before.instance, span.instance),
      document: Math.max(before.document, span.document),
      storedUnix: this.#windows.now(),
    };
    const checksum = this.#windows.checksumOf(before.checksum, head, facts);
    this.#tail = undefined;
    let written: (() => void) | undefined;
    try {
      this.#file.db
        .transaction(() => {
          this.#windows.insert({ ...head, checksum }, facts);
          written = this.#following.writePiece(this.#owned, span.count);
          this.#tables.documents.write(this.#changed);
          this.#tables.fallen.write(this.#changed);
          this.#words.write(this.#changed);
          besides();
        })
        .immediate();
    } catch (thrown) {
      // What is in the file decides: a transaction whose end failed may be there after all.
      if (this.#currentTail().number !== head.last) throw journalErrorFrom(thrown);
    }
    written?.();
    this.#following.gather(this.#owned, head.last);
    const { last: number, lastTick: tick, instance, document } = head;
    this.#tail = { number, tick, instance, document, checksum };
    return number;
  }

  #currentTail(): JournalTail {
    this.#requireOpen();
    this.#tail ??= this.#guarded(() => {
      const last = this.#windows.last();
      if (last === undefined) return emptyTail;
      const { last: number, lastTick: tick, instance, document, checksum } = last;
      return { number, tick, instance, document, checksum };
    });
    return this.#tail;
  }

  /** Through entries that are not in the index yet, up to `last`. */
  #look(subject: HistorySubject, last: number): { numbers: number[]; from: number } {
    const from = Math.max(this.#index.end, last - lookedAtOnce) + 1;
    const numbers: number[] = [];
    const visit = (facts: FactRows, row: number, number: number): boolean => {
      if (number <= last && names(facts, row, subject)) numbers.push(number);
      return number < last;
    };
    eachEntry(this.#windows, from, visit, this.#words);
    return { numbers, from };
  }

  /** Only what the tables were told may go. */
  #takeIn(): boolean {
    const mayGo = this.#currentTail().number - this.#keptEntries;
    if (mayGo > this.#following.followed) this.#following.writeAll();
    return this.#old.takeIn(this.#keptEntries);
  }

  #openBalance(): void {
    const { db } = this.#file;
    if (db.prepare('SELECT opened FROM journal_state').pluck().get() === 1) return;
    try {
      db.transaction(() => {
        openWithBalance(db, (facts) => void this.#store(facts));
        db.prepare('UPDATE journal_state SET opened = 1').run();
      }).immediate();
    } finally {
      this.#tail = undefined;
    }
  }

  #setWordsApart(): void {
    const { db } = this.#file;
    if (db.prepare('SELECT words_apart FROM journal_state').pluck().get() === 1) return;
    try {
      db.transaction(() => {
        setWordsApart(db, this.#windows, this.#words);
        db.prepare('UPDATE journal_state SET words_apart = 1').run();
      }).immediate();
    } finally {
      this.#tail = undefined;
    }
  }

  #prove(): number {
    const last = this.#windows.last();
    const base = this.#windows.base();
    if (last === undefined) {
      if (base.number === 0) return 0;
      throw new JournalError('corrupt', `all entries after ${base.number} are gone`);
    }
    const proven = this.#file.db.prepare<[], number>('SELECT proven FROM journal_state').pluck().get()!;
    const from = Math.min(last.first, Math.max(proven + 1, last.last - provenMost + 1));
    return proveTables(this.#windows, this.#tables, from);
  }

  #asked<Result>(work: () => Result): Result {
    this.#requireOpen();
    return this.#guarded(work);
  }

  #guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (thrown) {
      throw journalErrorFrom(thrown);
    }
  }

  #requireOpen(): void {
    if (this.#closed || !this.#file.db.open) throw new JournalError('closed', 'the journal is closed');
  }
}
