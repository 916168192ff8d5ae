// Facts of letters and listings as the journal has them.

import type { LedgerLetter, LedgerListing } from '#domain/ledger/state/ledger-state.js';
import * as facts from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { LetterKind } from '#domain/vocabulary/generated/words.js';
import type { WriteFact } from './written-facts.js';

export function letterSent(written: LedgerLetter): WriteFact {
  const { letter, kind, sender, holder, cashOnDelivery, untilSeconds, words } = written;
  return (rows) => {
    const isNoted = facts.noteLetterSent(
      ...([rows, 0, sender, holder, 0, letter, kind as LetterKind, cashOnDelivery, untilSeconds] as const),
    );
    rows.text[rows.count - 1] = words;
    return isNoted;
  };
}

export function letterChanged(changed: Omit<LedgerLetter, 'words'>): WriteFact {
  const { letter, kind, sender, holder, cashOnDelivery, untilSeconds } = changed;
  return (rows) =>
    facts.noteLetterChanged(
      ...([rows, 0, 0, sender, holder, 0, letter, kind as LetterKind, cashOnDelivery, untilSeconds] as const),
    );
}

export function letterEnded(letter: number): WriteFact {
  return (rows) => facts.noteLetterEnded(rows, 0, 1, 0, letter);
}

export function letterCoins(letter: number, amount: number, after: number): WriteFact {
  return (rows) =>
    facts.noteCoinsChanged(
      ...([rows, 0, 1, 0, 0, LedgerVerb.mailSend, amount, after, PurseKind.letter, letter] as const),
    );
}

export function listingOpened({ listing, seller, price, untilSeconds }: LedgerListing): WriteFact {
  return (rows) => facts.noteListingOpened(rows, 0, seller, 0, listing, price, untilSeconds);
}

export function listingEnded(listing: number): WriteFact {
  return (rows) => facts.noteListingEnded(rows, 0, 1, 0, 0, listing);
}
