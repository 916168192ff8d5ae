// The oldest entries, beyond those that are to be kept, become a part of the base: their outcome goes into the tables of the
// base and their windows out of the journal, both in one transaction, a few thousand entries at a time. The chain of
// checksums goes on from the last of them.

import type { Database, Statement } from 'better-sqlite3';
import { ownHolders } from '#domain/ledger/erase-possessions.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { noteDocumentId, type DocumentIds, type LedgerBase } from '#domain/ledger/state/ledger-base.js';
import { LedgerTotals, type MadeAndGone } from '#domain/ledger/state/ledger-totals.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import { PurseKind } from '#domain/vocabulary/generated/words.js';
import type { OwnedThings } from '#ports/storage/ownership.js';
import { DoubledStacks } from './doubled-stacks.js';
import { torn, type JournalWindow, type JournalWindows } from './journal-windows.js';
import { LedgerTables } from './ledger-tables.js';
import { OwnedRows } from './owned/owned-rows.js';

/** Entries that one transaction takes, or as few more as end with a tick. They block appending for some milliseconds. */
const entriesAtOnce = 2048;

interface SummedRow extends MadeAndGone {
  readonly summed: number;
}

export class OldEntries {
  readonly #tables: LedgerTables;
  readonly #owned = new OwnedRows();
  readonly #changed = new LedgerState(true);
  readonly #rows = new FactRows(1);
  readonly #move: (old: readonly JournalWindow[], totals: LedgerTotals, ids: DocumentIds) => void;
  readonly #totals: Statement<[], SummedRow>;
  readonly #unwiped: (work: () => void) => void;

  constructor(
    db: Database,
    private readonly windows: JournalWindows,
  ) {
    this.#tables = new LedgerTables(db, 'base');
    this.#totals = db.prepare<[], SummedRow>('SELECT summed, created, destroyed FROM base_totals');
    // Entries name nobody: to overwrite what they leave would be as much work as to write them.
    this.#unwiped = (work) => {
      db.pragma('secure_delete = OFF');
      try {
        work();
      } finally {
        db.pragma('secure_delete = ON');
      }
    };
    const putTotal = db.prepare<[SummedRow]>(
      'INSERT OR REPLACE INTO base_totals (summed, created, destroyed) VALUES (@summed, @created, @destroyed)',
    );
    const remove = db.prepare<[number]>('DELETE FROM journal WHERE last <= ?');
    const putBase = db.prepare<[JournalWindow & DocumentIds]>(
      `UPDATE journal_base SET number = @last, tick = @lastTick, instance = @instance, document = @document,
         checksum = @checksum, letter = @letter, listing = @listing`,
    );
    this.#move = db.transaction(
      (old: readonly JournalWindow[], totals: LedgerTotals, ids: DocumentIds): void => {
        const last = old.at(-1)!;
        this.#tables.owned.writeAll(this.#owned);
        this.#tables.documents.write(this.#changed);
        this.#tables.fallen.write(this.#changed);
        for (const [summed, { created, destroyed }] of totals.all)
          putTotal.run({ summed, created, destroyed });
        putBase.run({ ...last, ...ids });
        remove.run(last.last);
      },
    ).immediate;
  }

  /** Takes in a piece of what is more than `kept` entries; true when more is to be done. Throws a JournalError. */
  takeIn(kept: number): boolean {
    const end = this.windows.last()?.last ?? 0;
    const surplus = end - kept - this.windows.base().number;
    if (surplus < entriesAtOnce) return false;
    const old = this.#oldest(surplus);
    if (old.length === 0) return false;
    this.#changed.clear();
    this.#owned.clear();
    const totals = this.#storedTotals();
    const { letter, listing } = this.windows.base();
    const ids = { letter, listing };
    for (const window of old) this.#read(window, totals, ids);
    totals.endTick();
    this.#unwiped(() => this.#move(old, totals, ids));
    return surplus - (old.at(-1)!.last - old[0]!.first + 1) >= entriesAtOnce;
  }

  base(): LedgerBase {
    const { number, tick, instance, letter, listing } = this.windows.base();
    return { number, tick, instance, letter, listing, state: this.#tables.all(), totals: this.totals() };
  }

  baseOf(character: number): OwnedThings {
    const tables = this.#tables;
    return {
      stacks: ownHolders.flatMap((holder) => tables.stacksIn(holder, character)),
      coins: tables.coinsIn(PurseKind.wallet, character),
      experience: tables.experienceOf(character),
      professions: tables.professionsOf(character),
      quests: tables.questsOf(character),
    };
  }

  totals(): LedgerBase['totals'] {
    return this.#storedTotals().all;
  }

  /** Throws a JournalError 'corrupt'. */
  requireNoneDoubled(): void {
    new DoubledStacks(this.#tables).requireNone();
  }

  /** Whole ticks: a tick's entries may stand in two windows, and what it moved sums to zero in both together only. */
  #oldest(surplus: number): JournalWindow[] {
    const old: JournalWindow[] = [];
    let count = 0;
    for (const window of this.windows.from(1)) {
      const last = old.at(-1);
      // Ticks may begin anew between two windows.
      const endsTick = last !== undefined && last.lastTick !== window.firstTick;
      if (endsTick && count >= entriesAtOnce) return old;
      old.push(window);
      count += window.last - window.first + 1;
      if (count > surplus) break;
    }
    return [];
  }

  #read(window: JournalWindow, totals: LedgerTotals, ids: DocumentIds): void {
    let tick = -1;
    const span = readWindow(window.entries, this.#rows, (rows) => {
      if (rows.tick[0] !== tick) totals.endTick();
      tick = rows.tick[0]!;
      totals.add(rows, 0);
      noteDocumentId(ids, rows, 0);
      if (!this.#owned.apply(rows, 0)) this.#changed.apply(rows, 0);
    });
    if (span?.count !== window.last - window.first + 1) throw torn(window, 'they are no whole facts');
  }

  #storedTotals(): LedgerTotals {
    return new LedgerTotals(new Map(this.#totals.all().map(({ summed, ...total }) => [summed, total])));
  }
}
