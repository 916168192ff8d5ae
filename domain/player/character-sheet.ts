// What is loaded and saved of a character. While its player is in the world the simulation keeps one sheet: coins,
// experience, counters and inventory live in it; place, vitals and running times live in the world's columns and are
// written into the sheet just before it is handed to be stored. The object is reused: who receives it copies what it needs.

import { Inventory, copyInventory } from '../inventory/inventory.js';
import { RunningTimes, copyTimes } from './running-times.js';

/** The account of guests from the time before they had secrets: the guest who joins next makes such a character its own. */
export const nilAccountId = '00000000-0000-0000-0000-000000000000';

export class CharacterSheet {
  /** 0 until the store gave the character its id. */
  characterId = 0;
  /** UUID; for guests see ports/network/guest-account. */
  accountId = nilAccountId;
  /** Unique among all characters whatever its case; at most 24 bytes of UTF-8. */
  name = '';
  /** Empty for a character that was never in the world: it starts where the content says. */
  mapKey = '';
  /** Metres. */
  x = 0;
  y = 0;
  /** 0 for a character that was never in the world. */
  level = 0;
  /** All experience ever gained and kept. */
  experience = 0;
  /** Whole points; 0 for one who died and has not risen yet. */
  health = 0;
  mana = 0;
  coins = 0;
  kills = 0;
  deaths = 0;
  playedSeconds = 0;
  readonly inventory = new Inventory();
  readonly times = new RunningTimes();
}

/** The store keeps these as unsigned 32-bit integers; counters stop there instead of wrapping. */
export const sheetNumberMax = 0xffff_ffff;

/** Whether the character was never in the world and must first be given its start. */
export function isNewborn(sheet: CharacterSheet): boolean {
  return sheet.level === 0;
}

/** Adds to a stored counter, stopping at the most it can hold. Returns what was really added. */
export function addCoins(sheet: CharacterSheet, coins: number): number {
  const added = Math.min(coins, sheetNumberMax - sheet.coins);
  sheet.coins += added;
  return added;
}

export function copySheet(target: CharacterSheet, source: CharacterSheet): void {
  target.characterId = source.characterId;
  target.accountId = source.accountId;
  target.name = source.name;
  target.mapKey = source.mapKey;
  target.x = source.x;
  target.y = source.y;
  target.level = source.level;
  target.experience = source.experience;
  target.health = source.health;
  target.mana = source.mana;
  target.coins = source.coins;
  target.kills = source.kills;
  target.deaths = source.deaths;
  target.playedSeconds = source.playedSeconds;
  copyInventory(target.inventory, source.inventory);
  copyTimes(target.times, source.times);
}
