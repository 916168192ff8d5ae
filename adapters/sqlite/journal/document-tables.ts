// Letters and listings in tables, with what lies in them: few change in a window, so each has a statement of its own.

import type { Database } from 'better-sqlite3';
import type {
  LedgerLetter,
  LedgerListing,
  LedgerState,
  LedgerStack,
} from '#domain/ledger/state/ledger-state.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { KeptLetter, KeptListing } from '#ports/storage/journal.js';
import type { TableSet } from '../schema/table-set.js';

const letterColumns =
  'd.letter, d.kind, d.sender, d.holder, d.cash_on_delivery AS cashOnDelivery, d.until_seconds AS untilSeconds, d.words';
const listingColumns = 'd.listing, d.seller, d.price, d.until_seconds AS untilSeconds';
const stackColumns = 's.instance, s.item, s.count, s.holder, s.owner, s.slot, s.wear, s.bound';

export class DocumentTables {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, set: TableSet) {
    this.#statements = prepare(db, set);
  }

  /** Inside the transaction that stores the window. */
  write({ letters, listings }: LedgerState): void {
    const { putLetter, removeLetter, putListing, removeListing } = this.#statements;
    for (const [id, letter] of letters) {
      if (letter === undefined) removeLetter.run(id);
      else putLetter.run({ ...letter, words: letter.words ?? null });
    }
    for (const [id, listing] of listings) {
      if (listing === undefined) removeListing.run(id);
      else putListing.run(listing);
    }
  }

  letter(id: number): LedgerLetter | undefined {
    return this.#statements.letter.get(id);
  }

  listing(id: number): LedgerListing | undefined {
    return this.#statements.listing.get(id);
  }

  /** Ascending by id, with what they enclose. */
  letters(): KeptLetter[] {
    const { allLetters, stacksOfLetters, coinsOfLetters } = this.#statements;
    const coins = new Map(coinsOfLetters.all(PurseKind.letter).map((purse) => [purse.owner, purse.coins]));
    const stacks = byOwner(stacksOfLetters.all(HolderKind.letter));
    return allLetters.all().map((letter) => ({
      ...letter,
      coins: coins.get(letter.letter) ?? 0,
      stacks: stacks.get(letter.letter) ?? [],
    }));
  }

  /** The same. */
  listings(): KeptListing[] {
    const { allListings, stacksOfListings } = this.#statements;
    const stacks = byOwner(stacksOfListings.all(HolderKind.listing));
    return allListings.all().map((listing) => ({ ...listing, stack: stacks.get(listing.listing)?.[0] }));
  }

  readInto({ letters, listings }: LedgerState): void {
    const { allLetters, allListings } = this.#statements;
    for (const letter of allLetters.iterate()) letters.set(letter.letter, letter);
    for (const listing of allListings.iterate()) listings.set(listing.listing, listing);
  }
}

function byOwner(stacks: readonly LedgerStack[]): Map<number, LedgerStack[]> {
  const owners = new Map<number, LedgerStack[]>();
  for (const stack of stacks) {
    const own = owners.get(stack.owner);
    if (own === undefined) owners.set(stack.owner, [stack]);
    else own.push(stack);
  }
  return owners;
}

function prepare(db: Database, set: TableSet) {
  return {
    // Without words it was there before, and keeps them.
    putLetter: db.prepare(
      `INSERT INTO ${set}_letters (letter, kind, sender, holder, cash_on_delivery, until_seconds, words)
       VALUES (@letter, @kind, @sender, @holder, @cashOnDelivery, @untilSeconds, coalesce(@words, ''))
       ON CONFLICT (letter) DO UPDATE SET kind = excluded.kind, sender = excluded.sender, holder = excluded.holder,
         cash_on_delivery = excluded.cash_on_delivery, until_seconds = excluded.until_seconds,
         words = coalesce(@words, words)`,
    ),
    removeLetter: db.prepare(`DELETE FROM ${set}_letters WHERE letter = ?`),
    putListing: db.prepare(
      `INSERT OR REPLACE INTO ${set}_listings (listing, seller, price, until_seconds)
       VALUES (@listing, @seller, @price, @untilSeconds)`,
    ),
    removeListing: db.prepare(`DELETE FROM ${set}_listings WHERE listing = ?`),
    letter: db.prepare<[number], LedgerLetter>(
      `SELECT ${letterColumns} FROM ${set}_letters d WHERE letter = ?`,
    ),
    listing: db.prepare<[number], LedgerListing>(
      `SELECT ${listingColumns} FROM ${set}_listings d WHERE listing = ?`,
    ),
    allLetters: db.prepare<[], LedgerLetter & { words: string }>(
      `SELECT ${letterColumns} FROM ${set}_letters d ORDER BY letter`,
    ),
    allListings: db.prepare<[], LedgerListing>(
      `SELECT ${listingColumns} FROM ${set}_listings d ORDER BY listing`,
    ),
    stacksOfLetters: stacksOf(db, set, 'letter'),
    stacksOfListings: stacksOf(db, set, 'listing'),
    coinsOfLetters: db.prepare<[number], { owner: number; coins: number }>(
      `SELECT p.owner, p.coins FROM ${set}_letters d JOIN ${set}_purses p ON p.owner = d.letter AND p.kind = ?`,
    ),
  };
}

function stacksOf(db: Database, set: TableSet, id: 'letter' | 'listing') {
  return db.prepare<[number], LedgerStack>(
    `SELECT ${stackColumns} FROM ${set}_${id}s d JOIN ${set}_stacks s ON s.owner = d.${id} AND s.owner > 0 AND s.holder = ?
     ORDER BY s.owner, s.slot`,
  );
}
