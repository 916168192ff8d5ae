// A listing that nobody bought: its stack comes back by letter, in the tick in which the listing is no more.

import { bodyOf, postLetter } from '../mail/post.js';
import type { NewLetter, Posting } from '../mail/post.js';
import type { WorldOf } from '../engine/system.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { moveUnits } from '../ledger/stacks.js';
import { noteListingEnded } from '../vocabulary/generated/facts.js';
import { LedgerVerb, LetterKind } from '../vocabulary/generated/words.js';

const listed = new Bag();
const letterBag = new Bag();
const deed = new Deed();
const unsold: NewLetter = { kind: LetterKind.unsold, from: 0, to: 0, cashOnDelivery: 0, words: '\n\n' };

/** The letter, the stack, the end. */
export const endFacts = 3;

/** The caller has looked that there is room for a letter, and reserved `endFacts`. */
export function returnListing(
  world: Posting & WorldOf<never, 'listings'>,
  row: number,
  command: number,
): void {
  const { listings, letters } = world.tables;
  const seller = listings.sellers[row]!;
  unsold.to = seller;
  const letter = postLetter(world, unsold, command);
  letters.pointAt(letter, letterBag);
  listings.pointAt(row, listed);
  moveUnits(
    world,
    deed.is(LedgerVerb.listingEnd, seller, 0, command),
    listed,
    0,
    letterBag,
    0,
    listed.unitsAt(0),
  );
  noteListingEnded(world.facts, bodyOf(world, seller), seller, 0, command, listed.owner);
  listings.remove(row);
}
