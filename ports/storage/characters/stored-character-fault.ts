// What may be stored of a character, which every store enforces before it writes: the ranges of the CharacterRecord in
// protocol-schema/internal.tos, which carries characters between threads, and what belongs to a character at rest.

import type { StoredCharacter, StoredCooldown, StoredItem, StoredSale } from './character-store.js';
import { characterCaps, characterRanges } from '../generated/character-numbers.js';

const u16Max = 0xffff;
const u32Max = 0xffff_ffff;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** In words why this character may not be stored, or undefined when it may. */
export function storedCharacterFault(character: StoredCharacter): string | undefined {
  if (!uuid.test(character.accountId)) return 'accountId is not a UUID in lower case';
  if (!fits(character.name, characterCaps.name)) return `name is not 1 to ${characterCaps.name} bytes long`;
  if (!fits(character.mapKey, characterCaps.mapKey))
    return `mapKey is not 1 to ${characterCaps.mapKey} bytes long`;
  if (!isWhole(character.characterId, 0, u32Max)) return `characterId is ${character.characterId}`;
  // 0 is the level of one that was never in the world.
  if (character.level === 0) return 'level is 0, not 1 or more';
  for (const { field, least, most, whole, unit } of characterRanges) {
    const value = character[field];
    if (value >= least && value <= most && (!whole || Number.isInteger(value))) continue;
    const what = whole ? `a whole number from ${least} to ${most}` : `${least} to ${most}`;
    return `${field} is ${value}, not ${what}${unit === '' ? '' : ` ${unit}`}`;
  }
  return (
    cooldownsFault(character.cooldowns) ?? salesFault(character.sales) ?? inventoryFault(character.inventory)
  );
}

function cooldownsFault(cooldowns: readonly StoredCooldown[]): string | undefined {
  let seen = 0;
  for (const { slot, ticks } of cooldowns) {
    if (!isWhole(slot, 0, characterCaps.cooldowns - 1)) return `cooldown slot ${slot} does not exist`;
    if ((seen >>> slot) & 1) return `cooldown slot ${slot} occurs twice`;
    seen |= 1 << slot;
    if (!isWhole(ticks, 1, u32Max)) return `cooldown slot ${slot} has ${ticks} ticks left`;
  }
  return undefined;
}

function salesFault(sales: readonly StoredSale[]): string | undefined {
  if (sales.length > characterCaps.sales) return `${sales.length} sales, not ${characterCaps.sales} or less`;
  const seen = new Set<number>();
  for (const { instance, coins } of sales) {
    if (!isWhole(instance, 1, Number.MAX_SAFE_INTEGER)) return `a sale of stack ${instance}`;
    if (seen.has(instance)) return `the sale of stack ${instance} occurs twice`;
    seen.add(instance);
    if (!isWhole(coins, 1, Number.MAX_SAFE_INTEGER))
      return `the sale of stack ${instance} for ${coins} coins`;
  }
  return undefined;
}

function inventoryFault(inventory: readonly StoredItem[]): string | undefined {
  let seen = 0;
  for (const { slot, item, count } of inventory) {
    if (!isWhole(slot, 0, characterCaps.inventory - 1)) return `inventory slot ${slot} does not exist`;
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
