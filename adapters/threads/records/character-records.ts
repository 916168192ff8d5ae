// A character between threads: CharacterRecord ↔ the simulation's sheet ↔ what the store keeps.

import type { CharacterSheet } from '#domain/player/character-sheet.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import { doneCommandsMax } from '#domain/orders/done-commands.js';
import type { StackColumns } from '#domain/ledger/bag.js';
import type {
  Possessions,
  StoredCharacter,
  StoredCooldown,
  StoredItem,
  StoredSale,
} from '#ports/storage/characters/character-store.js';
import { copyNumbers, type SheetNumbers } from '#domain/vocabulary/generated/character-numbers.js';
import type { CharacterRecord, StoredStack } from '#adapters/protocol/generated/internal.js';
import { recordQuests, takeQuests } from './quest-records.js';
import { recordSales, takeSales } from './sale-records.js';

const hexDigits = '0123456789abcdef';

/** 16 bytes as the usual text of a UUID. */
export function uuidText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += hexDigits[bytes[i]! >>> 4]! + hexDigits[bytes[i]! & 15]!;
  }
  return text;
}

/** The reverse, for texts that `uuidText` or the system's generator made. */
export function uuidBytes(text: string, out: Uint8Array): void {
  let digit = 0;
  for (let i = 0; i < text.length && digit < 32; i++) {
    const value = hexValue(text.charCodeAt(i));
    if (value < 0) continue;
    out[digit >>> 1] = (digit & 1) === 0 ? value << 4 : out[digit >>> 1]! | value;
    digit++;
  }
  if (digit !== 32) throw new RangeError(`'${text}' is not a UUID`);
}

/** Below 0 for what is no hexadecimal digit. By its code, because every string of a lower-cased character is a new one. */
function hexValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** What sheet, record and stored character have alike. */
interface CharacterFields extends SheetNumbers {
  characterId: number;
  name: string;
  mapKey: string;
  x: number;
  y: number;
  level: number;
}

function copyFields(target: CharacterFields, source: Readonly<CharacterFields>): void {
  target.characterId = source.characterId;
  target.name = source.name;
  target.mapKey = source.mapKey;
  target.x = source.x;
  target.y = source.y;
  target.level = source.level;
  copyNumbers(target, source);
}

export function recordFromSheet(record: CharacterRecord, sheet: CharacterSheet): void {
  copyFields(record, sheet);
  uuidBytes(sheet.accountId, record.accountId);
  const { items, counts } = sheet.inventory;
  let count = 0;
  for (let slot = 0; slot < items.length; slot++) {
    if (items[slot] === 0) continue;
    const stored = record.inventory[count++]!;
    stored.slot = slot;
    stored.item = items[slot]!;
    stored.count = counts[slot]!;
  }
  record.inventoryCount = count;
  record.stacksCount = 0;
  record.commandsCount = 0;
  record.professionsCount = 0;
  record.questsCount = 0;
  recordTimes(record, sheet);
  recordSales(record, sheet);
}

function recordTimes(record: CharacterRecord, { times }: CharacterSheet): void {
  record.deadTicks = times.deadTicks;
  record.inCombatTicks = times.inCombatTicks;
  record.globalCooldownTicks = times.globalCooldownTicks;
  let count = 0;
  for (let slot = 0; slot < times.cooldownTicks.length; slot++) {
    if (times.cooldownTicks[slot] === 0) continue;
    const stored = record.cooldowns[count++]!;
    stored.slot = slot;
    stored.ticks = times.cooldownTicks[slot]!;
  }
  record.cooldownsCount = count;
}

export function sheetFromRecord(sheet: CharacterSheet, record: CharacterRecord): void {
  copyFields(sheet, record);
  sheet.accountId = uuidText(record.accountId);
  emptyStacks(sheet.inventory);
  emptyStacks(sheet.equipment);
  emptyStacks(sheet.bank);
  emptyStacks(sheet.buyBack);
  for (let i = 0; i < record.inventoryCount; i++) {
    const { slot, item, count } = record.inventory[i]!;
    sheet.inventory.items[slot] = item;
    sheet.inventory.counts[slot] = count;
  }
  for (let i = 0; i < record.stacksCount; i++) {
    const stack = record.stacks[i]!;
    putStack(bagOf(sheet, stack.holder), stack);
  }
  takeSales(sheet, record);
  takeQuests(sheet, record);
  sheet.doneCommands.fill(0);
  for (let i = 0; i < record.commandsCount; i++)
    sheet.doneCommands[record.commands[i]! % doneCommandsMax] = record.commands[i]!;
  sheet.professions.fill(0);
  for (let i = 0; i < record.professionsCount; i++) {
    const { profession, skill } = record.professions[i]!;
    sheet.professions[profession] = skill;
  }
  const { times } = sheet;
  times.deadTicks = record.deadTicks;
  times.inCombatTicks = record.inCombatTicks;
  times.globalCooldownTicks = record.globalCooldownTicks;
  times.cooldownTicks.fill(0);
  for (let i = 0; i < record.cooldownsCount; i++) {
    const { slot, ticks } = record.cooldowns[i]!;
    times.cooldownTicks[slot] = ticks;
  }
}

function emptyStacks({ items, counts, instances, wear, bound }: StackColumns): void {
  for (const column of [items, counts, instances, wear, bound]) column.fill(0);
}

function bagOf(sheet: CharacterSheet, holder: HolderKind): StackColumns {
  switch (holder) {
    case HolderKind.inventory:
      return sheet.inventory;
    case HolderKind.equipment:
      return sheet.equipment;
    case HolderKind.bank:
      return sheet.bank;
    case HolderKind.buyBack:
      return sheet.buyBack;
    default:
      throw new RangeError(`a stack of a character in holder ${holder}`);
  }
}

/** What lies in a slot that the sheet does not have is a broken rule: the journal said that it is there. */
function putStack(columns: StackColumns, { slot, item, count, instance, wear, bound }: StoredStack): void {
  if (slot >= columns.items.length) throw new RangeError(`stack ${instance} lies in slot ${slot}`);
  columns.items[slot] = item;
  columns.counts[slot] = count;
  columns.instances[slot] = instance;
  columns.wear[slot] = wear;
  columns.bound[slot] = bound;
}

export function storedFromRecord(record: CharacterRecord): StoredCharacter {
  const inventory: StoredItem[] = [];
  for (let i = 0; i < record.inventoryCount; i++) {
    const { slot, item, count } = record.inventory[i]!;
    inventory.push({ slot, item, count });
  }
  const cooldowns: StoredCooldown[] = [];
  for (let i = 0; i < record.cooldownsCount; i++) {
    const { slot, ticks } = record.cooldowns[i]!;
    cooldowns.push({ slot, ticks });
  }
  const sales: StoredSale[] = [];
  for (let i = 0; i < record.salesCount; i++) {
    const { instance, coins } = record.sales[i]!;
    sales.push({ instance, coins });
  }
  const fields = {} as CharacterFields;
  copyFields(fields, record);
  const { deadTicks, inCombatTicks, globalCooldownTicks } = record;
  const times = { deadTicks, inCombatTicks, globalCooldownTicks, cooldowns };
  return { ...fields, ...times, accountId: uuidText(record.accountId), sales, inventory, savedUnixMs: 0 };
}

export function recordFromStored(record: CharacterRecord, character: StoredCharacter): void {
  copyFields(record, character);
  uuidBytes(character.accountId, record.accountId);
  record.deadTicks = character.deadTicks;
  record.inCombatTicks = character.inCombatTicks;
  record.globalCooldownTicks = character.globalCooldownTicks;
  record.cooldownsCount = character.cooldowns.length;
  character.cooldowns.forEach(({ slot, ticks }, i) => {
    const stored = record.cooldowns[i]!;
    stored.slot = slot;
    stored.ticks = ticks;
  });
  record.salesCount = character.sales.length;
  character.sales.forEach(({ instance, coins }, i) => {
    const stored = record.sales[i]!;
    stored.instance = instance;
    stored.coins = coins;
  });
  record.inventoryCount = character.inventory.length;
  character.inventory.forEach(({ slot, item, count }, i) => {
    const stored = record.inventory[i]!;
    stored.slot = slot;
    stored.item = item;
    stored.count = count;
  });
  recordPossessions(record, character.possessions);
}

function recordPossessions(record: CharacterRecord, possessions: Possessions | undefined): void {
  const { stacks = [], professions = [], commands = [], quests = [] } = possessions ?? {};
  record.stacksCount = stacks.length;
  stacks.forEach((stack, i) => {
    const stored = record.stacks[i];
    // More than a record holds does not encode, and is told so.
    if (stored === undefined) return;
    stored.holder = stack.holder as HolderKind;
    stored.slot = stack.slot;
    stored.item = stack.item;
    stored.count = stack.count;
    stored.instance = stack.instance;
    stored.wear = stack.wear;
    stored.bound = stack.bound;
  });
  record.commandsCount = commands.length;
  commands.forEach((command, i) => (record.commands[i] = command));
  record.professionsCount = professions.length;
  professions.forEach(({ profession, skill }, i) => {
    const stored = record.professions[i];
    if (stored === undefined) return;
    stored.profession = profession;
    stored.skill = skill;
  });
  recordQuests(record, quests);
}
