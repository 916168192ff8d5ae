// What is loaded and saved of a character. While its player is in the world it lives in the world's columns and is written
// onto a sheet just before that is handed to be stored. The object is reused: who receives it copies what it needs.

import { copyStacks, createStackColumns } from '../ledger/bag.js';
import { bankSlots, buyBackSlots, equipmentSlots, inventorySlots } from '../inventory/columns.js';
import { QuestSheet } from '../quest-log/quest-sheet.js';
import { doneCommandsMax } from '../orders/done-commands.js';
import { professionLanes } from '../progression/professions.js';
import { SheetNumbers, copyNumbers } from '../vocabulary/generated/character-numbers.js';
import { RunningTimes, copyTimes } from './running-times.js';

/** The account of guests from the time before they had secrets: the guest who joins next makes such a character its own. */
export const nilAccountId = '00000000-0000-0000-0000-000000000000';

/** Its numbers are those of the schema's CharacterRecord; all begin at 0. */
export class CharacterSheet extends SheetNumbers {
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
  readonly inventory = createStackColumns(inventorySlots);
  readonly equipment = createStackColumns(equipmentSlots);
  readonly bank = createStackColumns(bankSlots);
  readonly buyBack = createStackColumns(buyBackSlots);
  /** Coins that were paid for what lies in a slot of `buyBack`, 0 where nobody knows. */
  readonly paid = new Float64Array(buyBackSlots);
  /** The higher, the later that was sold. */
  readonly soldOrder = new Float64Array(buyBackSlots);
  /** The newest of its requests that were done, as orders/done-commands keeps them. */
  readonly doneCommands = new Uint32Array(doneCommandsMax);
  /** Points of skill by Profession. */
  readonly professions = new Uint16Array(professionLanes);
  readonly quests = new QuestSheet();
  readonly times = new RunningTimes();
}

/** Whether the character was never in the world and must first be given its start. */
export function isNewborn(sheet: CharacterSheet): boolean {
  return sheet.level === 0;
}

export function copySheet(target: CharacterSheet, source: CharacterSheet): void {
  target.characterId = source.characterId;
  target.accountId = source.accountId;
  target.name = source.name;
  target.mapKey = source.mapKey;
  target.x = source.x;
  target.y = source.y;
  target.level = source.level;
  copyNumbers(target, source);
  copyStacks(target.inventory, 0, source.inventory, 0, inventorySlots);
  copyStacks(target.equipment, 0, source.equipment, 0, equipmentSlots);
  copyStacks(target.bank, 0, source.bank, 0, bankSlots);
  copyStacks(target.buyBack, 0, source.buyBack, 0, buyBackSlots);
  target.paid.set(source.paid);
  target.soldOrder.set(source.soldOrder);
  target.doneCommands.set(source.doneCommands);
  target.professions.set(source.professions);
  target.quests.copy(source.quests);
  copyTimes(target.times, source.times);
}
