// Letters and listings as the journal has them, put back into the world, with ids above all that were given.

import type { GameWorld } from '#domain/game.js';
import { createStackColumns } from '#domain/ledger/bag.js';
import type { StackColumns } from '#domain/ledger/bag.js';
import type { LedgerStack } from '#domain/ledger/state/ledger-state.js';
import { letterStacks } from '#domain/mail/letters.js';
import { restoreLetters } from '#domain/mail/restore-letters.js';
import type { StoredLetter } from '#domain/mail/restore-letters.js';
import { restoreListings } from '#domain/market/restore-listings.js';
import type { StoredListing } from '#domain/market/restore-listings.js';
import { noteListingEnded } from '#domain/vocabulary/generated/facts.js';
import type { LetterKind } from '#domain/vocabulary/generated/words.js';
import type { KeptLetter, KeptListing } from '#ports/storage/journal.js';

export interface DocumentsBeginning {
  /** The highest id that a letter or listing ever had. */
  readonly document: number;
  readonly letters: readonly KeptLetter[];
  readonly listings: readonly KeptListing[];
}

/** What went past its time meanwhile is looked at when the date is told. A listing that never got its stack ends. */
export function restoreDocuments(
  world: GameWorld,
  { document, letters, listings }: DocumentsBeginning,
): void {
  restoreLetters(world, lettersOf(letters), document);
  restoreListings(world, listingsOf(listings), document);
  for (const { listing, seller, stack } of listings) {
    if (stack !== undefined) continue;
    if (!world.facts.reserve(1)) throw new Error('more listings are of nothing than can be noted');
    noteListingEnded(world.facts, 0, seller, 0, 0, listing);
  }
}

/** Each is valid until the next one is asked for. */
function* lettersOf(kept: readonly KeptLetter[]): Generator<StoredLetter> {
  const columns = createStackColumns(letterStacks);
  for (const { letter, kind, sender, holder, cashOnDelivery, untilSeconds, words, coins, stacks } of kept) {
    for (const column of Object.values(columns) as { fill(value: number): unknown }[]) column.fill(0);
    for (const stack of stacks) lay(columns, stack.slot, stack);
    const letterKind = kind as LetterKind;
    yield {
      ...{ id: letter, kind: letterKind, from: sender, to: holder, cashOnDelivery },
      ...{ untilSeconds, words, coins, stacks: columns },
    };
  }
}

/** The same. */
function* listingsOf(kept: readonly KeptListing[]): Generator<StoredListing> {
  const columns = createStackColumns(1);
  for (const { listing, seller, price, untilSeconds, stack } of kept) {
    if (stack === undefined) continue;
    lay(columns, 0, stack);
    yield { id: listing, seller, price, untilSeconds, stack: columns };
  }
}

function lay(columns: StackColumns, slot: number, stack: LedgerStack): void {
  columns.items[slot] = stack.item;
  columns.counts[slot] = stack.count;
  columns.instances[slot] = stack.instance;
  columns.wear[slot] = stack.wear;
  columns.bound[slot] = stack.bound;
}
