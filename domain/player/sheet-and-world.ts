// Between a character's sheet and its columns: in at the door, out again whenever it is stored.

import type { WorldOf } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';
import { copyStacks } from '../ledger/bag.js';
import { bankSlots, buyBackSlots, equipmentSlots, inventorySlots } from '../inventory/columns.js';
import { doneCommandsMax } from '../orders/done-commands.js';
import { readQuests, writeQuests } from '../quest-log/quest-sheet.js';
import { setPlayerLevel } from '../progression/attributes.js';
import { professionLanes } from '../progression/professions.js';
import type { CharacterSheet } from './character-sheet.js';
import {
  enterNumbers,
  noteNumbers,
  type SheetComponents,
} from '../vocabulary/generated/character-numbers.js';
import { noteTimes, resumeTimes } from './running-times.js';

export type Character = WorldOf<
  'transform',
  | 'identity'
  | 'vitals'
  | 'combat'
  | 'dead'
  | 'progress'
  | 'professions'
  | 'inventory'
  | 'equipment'
  | 'bank'
  | 'buyBack'
  | 'commands'
  | 'ledger'
  | 'quests'
  | 'questHistories'
  | keyof SheetComponents
>;

/** The character at `row` has just entered, and is what its sheet says: who left dead is dead. */
export function readSheet(world: Character, row: number, sheet: CharacterSheet): void {
  const { components, tick } = world;
  const { vitals, progress, professions, inventory, equipment, bank, commands } = components;
  enterNumbers(components, row, sheet);
  progress.columns.playedUntilTick[row] = tick;
  copyStacks(inventory.columns, row * inventorySlots, sheet.inventory, 0, inventorySlots);
  copyStacks(equipment.columns, row * equipmentSlots, sheet.equipment, 0, equipmentSlots);
  copyStacks(bank.columns, row * bankSlots, sheet.bank, 0, bankSlots);
  enterBuyBack(components, row, sheet);
  numberStacks(world, row);
  commands.columns.done.set(sheet.doneCommands, row * doneCommandsMax);
  let highest = 0;
  for (let i = 0; i < doneCommandsMax; i++) highest = Math.max(highest, sheet.doneCommands[i]!);
  commands.columns.highest[row] = highest;
  professions.columns.skills.set(sheet.professions, row * professionLanes);
  readQuests(world, row, sheet.quests);
  setPlayerLevel(world, row, sheet.level);
  const { health, mana } = vitals.columns;
  // Kept within the maxima of its level by setPlayerLevel; whole points.
  health[row] = Math.max(0, health[row]!);
  mana[row] = Math.max(0, mana[row]!);
  resumeTimes(world, row, sheet.times);
}

/** Everything but what names the character: id, account, name. */
export function writeSheet(world: Character, row: number, sheet: CharacterSheet): void {
  const { transform, identity, professions, inventory, equipment, bank, buyBack, commands } =
    world.components;
  countPlayedTime(world, row);
  sheet.mapKey = world.maps[transform.columns.map[row]!]!.definition.key;
  sheet.x = transform.columns.x[row]!;
  sheet.y = transform.columns.y[row]!;
  sheet.level = identity.columns.level[row]!;
  noteNumbers(sheet, world.components, row);
  copyStacks(sheet.inventory, 0, inventory.columns, row * inventorySlots, inventorySlots);
  copyStacks(sheet.equipment, 0, equipment.columns, row * equipmentSlots, equipmentSlots);
  copyStacks(sheet.bank, 0, bank.columns, row * bankSlots, bankSlots);
  copyStacks(sheet.buyBack, 0, buyBack.columns, row * buyBackSlots, buyBackSlots);
  const { paid, order } = buyBack.columns;
  for (let slot = 0; slot < buyBackSlots; slot++) {
    sheet.paid[slot] = paid[row * buyBackSlots + slot]!;
    sheet.soldOrder[slot] = order[row * buyBackSlots + slot]!;
  }
  const first = row * doneCommandsMax;
  for (let i = 0; i < doneCommandsMax; i++) sheet.doneCommands[i] = commands.columns.done[first + i]!;
  const firstSkill = row * professionLanes;
  for (let i = 0; i < professionLanes; i++)
    sheet.professions[i] = professions.columns.skills[firstSkill + i]!;
  writeQuests(world, row, sheet.quests);
  noteTimes(world, row, sheet.times);
}

function enterBuyBack({ buyBack }: Character['components'], row: number, sheet: CharacterSheet): void {
  const first = row * buyBackSlots;
  copyStacks(buyBack.columns, first, sheet.buyBack, 0, buyBackSlots);
  buyBack.columns.paid.set(sheet.paid, first);
  buyBack.columns.order.set(sheet.soldOrder, first);
}

/** Stacks that were stored before stacks had ids get theirs. */
function numberStacks({ components, tables }: Character, row: number): void {
  const { items, instances } = components.inventory.columns;
  const first = row * inventorySlots;
  for (let at = first; at < first + inventorySlots; at++)
    if (items[at] !== 0 && instances[at] === 0) instances[at] = tables.ledger.nextInstance();
}

function countPlayedTime({ components, tick }: Character, row: number): void {
  const { playedSeconds, playedUntilTick } = components.progress.columns;
  const seconds = Math.floor((tick - playedUntilTick[row]!) / ticksPerSecond);
  playedSeconds[row] = playedSeconds[row]! + seconds;
  playedUntilTick[row] = playedUntilTick[row]! + seconds * ticksPerSecond;
}
