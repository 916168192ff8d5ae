// What may be stored of a character, as ranges that every store enforces before it writes. They are those of the
// CharacterRecord in protocol-schema/internal.tos, which carries characters between threads.

import type { StoredCharacter, StoredCooldown, StoredItem } from './character-store.js';

/** Slots of cooldowns, as CharacterRecord carries them. */
const cooldownSlotsMax = 8;

/** Slots of one inventory, as CharacterRecord carries them. */
export const inventorySlotsMax = 32;

const nameBytesMax = 24;
const mapKeyBytesMax = 32;
/** Metres; the largest map. */
const coordinateMax = 1024;
const u8Max = 0xff;
const u16Max = 0xffff;
const u32Max = 0xffff_ffff;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Lowest and highest whole number of each numeric field. */
const wholeNumbers = [
  ['characterId', 0, u32Max],
  ['level', 1, u8Max],
  ['experience', 0, u32Max],
  ['health', 0, u16Max],
  ['mana', 0, u16Max],
  ['coins', 0, u32Max],
  ['kills', 0, u32Max],
  ['deaths', 0, u32Max],
  ['playedSeconds', 0, u32Max],
  ['deadTicks', 0, u32Max],
  ['inCombatTicks', 0, u32Max],
  ['globalCooldownTicks', 0, u32Max],
] as const;

/** Two names with the same key are the same name. */
export function characterNameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** In words why this character may not be stored, or undefined when it may. */
export function storedCharacterFault(character: StoredCharacter): string | undefined {
  if (!uuid.test(character.accountId)) return 'accountId is not a UUID in lower case';
  if (!fits(character.name, nameBytesMax)) return `name is not 1 to ${nameBytesMax} bytes long`;
  if (!fits(character.mapKey, mapKeyBytesMax)) return `mapKey is not 1 to ${mapKeyBytesMax} bytes long`;
  for (const axis of ['x', 'y'] as const) {
    const metres = character[axis];
    if (!(metres >= 0 && metres <= coordinateMax)) return `${axis} is ${metres}, not 0 to ${coordinateMax} m`;
  }
  for (const [field, lowest, highest] of wholeNumbers) {
    if (!isWhole(character[field], lowest, highest)) {
      return `${field} is ${character[field]}, not a whole number from ${lowest} to ${highest}`;
    }
  }
  return cooldownsFault(character.cooldowns) ?? inventoryFault(character.inventory);
}

function cooldownsFault(cooldowns: readonly StoredCooldown[]): string | undefined {
  let seen = 0;
  for (const { slot, ticks } of cooldowns) {
    if (!isWhole(slot, 0, cooldownSlotsMax - 1)) return `cooldown slot ${slot} does not exist`;
    if ((seen >>> slot) & 1) return `cooldown slot ${slot} occurs twice`;
    seen |= 1 << slot;
    if (!isWhole(ticks, 1, u32Max)) return `cooldown slot ${slot} has ${ticks} ticks left`;
  }
  return undefined;
}

function inventoryFault(inventory: readonly StoredItem[]): string | undefined {
  let seen = 0;
  for (const { slot, item, count } of inventory) {
    if (!isWhole(slot, 0, inventorySlotsMax - 1)) return `inventory slot ${slot} does not exist`;
    if ((seen >>> slot) & 1) return `inventory slot ${slot} occurs twice`;
    seen |= 1 << slot;
    if (!isWhole(item, 1, u16Max)) return `inventory slot ${slot} holds item ${item}`;
    if (!isWhole(count, 1, u16Max)) return `inventory slot ${slot} holds ${count} pieces`;
  }
  return undefined;
}

function isWhole(value: number, lowest: number, highest: number): boolean {
  return Number.isInteger(value) && value >= lowest && value <= highest;
}

/** Whether the text has 1 to `bytesMax` bytes of UTF-8 and no lone surrogate, which UTF-8 cannot express. */
function fits(text: string, bytesMax: number): boolean {
  if (text.length === 0 || text.length > bytesMax || !text.isWellFormed()) return false;
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
  }
  return bytes <= bytesMax;
}
