// What ends a stage: what it collected is handed in, and what it gives comes, in the same tick and all of it or nothing. Items
// are played with a copy of the bag first, by the very same code, so that there is no second opinion of what fits
// (as trade/exchange does).

import type { QuestOutcome, QuestStage } from '../content/generated/definitions.js';
import type { WhenFull } from '../content/generated/definitions.js';
import { FactLog } from '../engine/facts/fact-log.js';
import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { pointAtInventory } from '../inventory/bags.js';
import { bindTaken } from '../inventory/binding.js';
import { gramsOf, isTooHeavy } from '../inventory/carrying.js';
import { inventorySlots } from '../inventory/columns.js';
import { changeCoins, paying, roomForCoins } from '../inventory/wallet.js';
import { Bag, copyStacks, createStackColumns } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { Ledger } from '../ledger/ledger-table.js';
import { createIn, destroyIn } from '../ledger/stow.js';
import type { Ledgered } from '../ledger/stacks.js';
import { letterStacks } from '../mail/letters.js';
import { mayOverflow, postOverflow } from '../mail/overflow.js';
import { changeEnclosedCoins, posting } from '../mail/post.js';
import { experienceFacts, gainExperience, growing } from '../progression/gain.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

export const rewarding = defineAccess({
  rules: [posting, paying, growing],
  reads: ['player', 'equipment', 'characters'],
  writes: ['inventory'],
  emits: ['stackChanged', 'letterSent'],
});
export type Rewarding = WorldFor<typeof rewarding>;

/** What leaves each slot, what comes into each, and that it is bound. */
const itemFacts = 3 * inventorySlots;
/** Besides: a letter, coins into the purse or the letter, experience. */
export const rewardFacts = itemFacts + 1 + 1 + experienceFacts;

const bag = new Bag();
const letterBag = new Bag();
const deed = new Deed();
const copy = createStackColumns(inventorySlots);
const copied = new Bag();
const rehearsalLog = new FactLog({ informingMax: 0, durableMax: itemFacts });
/** Rules of stacks write facts and number new stacks; whoever rehearses has a log and numbers of its own. */
const rehearsal = { facts: rehearsalLog, tables: { ledger: new Ledger() } } as unknown as Ledgered;

/** What has no room where it would go, decided before anything moves. */
interface Way {
  itemsByLetter: boolean;
  coinsByLetter: boolean;
}
const way: Way = { itemsByLetter: false, coinsByLetter: false };

/** Ends a stage that is done for the player at `row`, or says why not and changes nothing. Room for `rewardFacts` is reserved. */
export function endStage(
  world: Rewarding,
  row: number,
  stage: QuestStage,
  outcome: QuestOutcome,
  whenFull: WhenFull,
  command: number,
): Verdict {
  pointAtInventory(world, row, bag);
  const verdict = wayRefusal(world, row, stage, outcome, whenFull);
  if (verdict !== allowed) return verdict;
  deed.is(LedgerVerb.quest, bag.owner, 0, command);
  handIn(world, bag, stage);
  const { itemsByLetter, coinsByLetter } = way;
  const letter = itemsByLetter || coinsByLetter ? postOverflow(world, bag.owner, command) : 0;
  if (letter !== 0) world.tables.letters.pointAt(letter, letterBag);
  const into = itemsByLetter ? letterBag : bag;
  if (!give(world, into, world.content.items, outcome)) throw new Error('a reward that fits found no room');
  // What comes by letter is taken when it is taken from there.
  if (!itemsByLetter) for (const { item } of outcome.items) bindTaken(world, deed, bag, item);
  if (coinsByLetter) changeEnclosedCoins(world, deed, letter, outcome.coins);
  else if (outcome.coins > 0) changeCoins(world, deed, row, outcome.coins);
  if (outcome.experience > 0) gainExperience(world, row, 0, LedgerVerb.quest, outcome.experience);
  return allowed;
}

/** Why what the outcome gives has no room; else `way` says where it goes. */
function wayRefusal(
  world: Rewarding,
  row: number,
  stage: QuestStage,
  outcome: QuestOutcome,
  whenFull: WhenFull,
): Verdict {
  const items = itemsRefusal(world, row, stage, outcome);
  const coins = outcome.coins > roomForCoins(world, row) ? RefusalReason.purseFull : allowed;
  way.itemsByLetter = items !== allowed;
  way.coinsByLetter = coins !== allowed;
  if (items === allowed && coins === allowed) return allowed;
  const fits = items === allowed || fitsOneLetter(world, outcome);
  if (fits && mayOverflow(world, whenFull, bag.owner)) return allowed;
  return items === allowed ? coins : items;
}

/** Why the items have no room in the bag once what the stage collected is out of it. */
function itemsRefusal(world: Rewarding, row: number, stage: QuestStage, outcome: QuestOutcome): Verdict {
  if (outcome.items.length === 0) return allowed;
  copyStacks(copy, 0, bag.columns, bag.first, inventorySlots);
  copied.pointAt(copy, 0, inventorySlots).of(bag.holder, bag.owner, bag.body);
  rehearsalLog.reserve(itemFacts);
  handIn(rehearsal, copied, stage);
  const fits = give(rehearsal, copied, world.content.items, outcome);
  rehearsalLog.release(rehearsalLog.reservedFacts);
  rehearsalLog.forget();
  if (!fits) return RefusalReason.inventoryFull;
  let grams = 0;
  for (const { item, count } of outcome.items) grams += gramsOf(world, item, count);
  for (const each of stage.objectives)
    if (each.kind === 'collect') grams -= gramsOf(world, each.item, each.count);
  return isTooHeavy(world, row, grams) ? RefusalReason.tooHeavy : allowed;
}

/** What the stage collected, which is there. */
function handIn(world: Ledgered, from: Bag, { objectives }: QuestStage): void {
  for (const each of objectives)
    if (each.kind === 'collect') destroyIn(world, deed, from, each.item, each.count);
}

/** False where not all found room. */
function give(
  world: Ledgered,
  into: Bag,
  items: Ledgered['content']['items'],
  outcome: QuestOutcome,
): boolean {
  for (const { item, count } of outcome.items)
    if (createIn(world, deed, into, item, count, items[item]?.stackMax ?? 1) !== count) return false;
  return true;
}

function fitsOneLetter({ content }: Rewarding, { items }: QuestOutcome): boolean {
  let stacks = 0;
  for (const { item, count } of items) stacks += Math.ceil(count / (content.items[item]?.stackMax ?? 1));
  return stacks <= letterStacks;
}
