// An operator gives somebody items or coins: into the bag or the purse of who is in the world, where all of it fits, else by
// letter, which reaches who is away too. All of it comes, or nothing.

import type { WorldOf } from '../engine/system.js';
import type { ItemDefinition } from '../content/generated/definitions.js';
import { pointAtInventory } from '../inventory/bags.js';
import { bindTaken } from '../inventory/binding.js';
import { roomRefusal } from '../inventory/carrying.js';
import { inventorySlots } from '../inventory/columns.js';
import { changeCoins, roomForCoins } from '../inventory/wallet.js';
import type { Paying } from '../inventory/wallet.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { createIn } from '../ledger/stow.js';
import { fitsLetter } from '../mail/overflow.js';
import { changeEnclosedCoins, postLetter } from '../mail/post.js';
import type { NewLetter, Posting } from '../mail/post.js';
import { LedgerVerb, LetterKind, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

export type Granting = Posting & Paying & WorldOf<'characters' | 'player' | 'equipment', 'inventory'>;

/** In each slot what came, and that it is bound. A letter of so many stacks writes less. */
const itemFacts = 2 * inventorySlots;
/** The letter, and the coins in it. */
const coinFacts = 2;

const bag = new Bag();
const deed = new Deed();
const granted: NewLetter = { kind: LetterKind.granted, from: 0, to: 0, cashOnDelivery: 0, words: '\n\n' };

/** `units`, at least 1, of an item for a stored character, wherever it is. Writes what it does, or says why not. */
export function grantItems(world: Granting, character: number, item: ItemDefinition, units: number): Verdict {
  const { facts } = world;
  const reservedBefore = facts.reservedFacts;
  if (!facts.reserve(itemFacts)) return RefusalReason.busy;
  const verdict = placeItems(world, character, item, units);
  facts.release(facts.reservedFacts - reservedBefore);
  return verdict;
}

function placeItems(world: Granting, character: number, item: ItemDefinition, units: number): Verdict {
  deed.is(LedgerVerb.grant, character);
  const row = world.tables.characters.rowOf(character);
  if (row !== 0) {
    pointAtInventory(world, row, bag);
    if (roomRefusal(world, row, bag, item, units, 0, 0) === allowed) {
      createAll(world, item, units);
      bindTaken(world, deed, bag, item.id);
      return allowed;
    }
  }
  if (!fitsLetter(units, item.stackMax)) return RefusalReason.inventoryFull;
  if (!hasRoomForLetter(world, character)) return RefusalReason.noRoomThere;
  world.tables.letters.pointAt(post(world, character), bag);
  createAll(world, item, units);
  return allowed;
}

function createAll(world: Granting, { id, stackMax }: ItemDefinition, units: number): void {
  if (createIn(world, deed, bag, id, units, stackMax) !== units)
    throw new Error('what fits did not find room');
}

/** `coins`, at least 1, for a stored character, wherever it is. Writes what it does, or says why not. */
export function grantCoins(world: Granting, character: number, coins: number): Verdict {
  const { facts } = world;
  const reservedBefore = facts.reservedFacts;
  if (!facts.reserve(coinFacts)) return RefusalReason.busy;
  const verdict = placeCoins(world, character, coins);
  facts.release(facts.reservedFacts - reservedBefore);
  return verdict;
}

function placeCoins(world: Granting, character: number, coins: number): Verdict {
  deed.is(LedgerVerb.grant, character);
  const row = world.tables.characters.rowOf(character);
  if (row !== 0 && roomForCoins(world, row) >= coins) {
    changeCoins(world, deed, row, coins);
    return allowed;
  }
  if (!hasRoomForLetter(world, character)) return RefusalReason.noRoomThere;
  changeEnclosedCoins(world, deed, post(world, character), coins);
  return allowed;
}

function hasRoomForLetter({ tables, content }: Granting, character: number): boolean {
  const { letters } = tables;
  return letters.hasRoomFor(1) && letters.countOf(character) < content.rules.mailboxLettersMax;
}

function post(world: Granting, character: number): number {
  granted.to = character;
  return postLetter(world, granted, 0);
}
