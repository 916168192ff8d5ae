// A character that was never in the world gets what the content gives to beginners. Whoever stores a new character may
// do this before; if not, the world does it when the player enters.

import type { Content } from '../content/content.js';
import { addItems } from '../inventory/inventory.js';
import { atLevel } from '../progression/attributes.js';
import type { CharacterSheet } from './character-sheet.js';

/** Fills everything but id, account and name. Returns the units of items given. */
export function startCharacter(sheet: CharacterSheet, content: Content): number {
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
  sheet.coins = rules.startCoins;
  let units = 0;
  for (const { item, count } of rules.startItems) {
    units += addItems(sheet.inventory, 0, item, count, content.items[item]?.stackMax ?? 1);
  }
  return units;
}
