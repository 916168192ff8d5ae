// A character that was never in the world: where and how it begins, and what the content gives to beginners, which the
// ledger notes as it does all that comes to be.

import type { Content } from '../content/content.js';
import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { inventorySlots } from '../inventory/columns.js';
import { changeCoins } from '../inventory/wallet.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { createIn } from '../ledger/stow.js';
import { atLevel } from '../progression/attributes.js';
import { noteCharacterBegan } from '../vocabulary/generated/facts.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';
import type { CharacterSheet } from './character-sheet.js';

/** Durable facts that a beginning writes at most: what lies in each slot, coins, and that it began. */
export const beginningFacts = inventorySlots + 2;

const deed = new Deed();
const bag = new Bag();

/** Fills everything but id, account, name and possessions. */
export function startCharacter(sheet: CharacterSheet, content: Content): void {
  const { rules, progression } = content;
  const map = content.maps[content.mapIndex(rules.startMapKey)];
  const spawn = map?.spawnPoints.find((point) => point.key === rules.startSpawnKey);
  sheet.mapKey = rules.startMapKey;
  sheet.x = spawn?.x ?? 0;
  sheet.y = spawn?.y ?? 0;
  sheet.level = 1;
  sheet.experience = 0;
  sheet.health = atLevel(progression.healthBase, progression.healthPerLevel, 1);
  sheet.mana = atLevel(progression.manaBase, progression.manaPerLevel, 1);
}

/** Gives to the player at `row`, who owns nothing yet. Room for `beginningFacts` is reserved; returns how many it wrote. */
export function giveToBeginner(
  world: WorldOf<'player', 'inventory' | 'wallet' | 'ledger'>,
  row: number,
): number {
  const { rules, items } = world.content;
  const { facts } = world;
  const reservedBefore = facts.reservedFacts;
  pointAtInventory(world, row, bag);
  deed.is(LedgerVerb.start, bag.owner);
  for (const { item, count } of rules.startItems)
    createIn(world, deed, bag, item, count, items[item]?.stackMax ?? 1);
  if (rules.startCoins > 0) changeCoins(world, deed, row, rules.startCoins);
  noteCharacterBegan(facts, bag.body, bag.owner);
  return reservedBefore - facts.reservedFacts;
}
