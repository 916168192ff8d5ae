// Between a character's sheet and its columns: in at the door, out again whenever it is stored.

import type { WorldOf } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';
import { copyInventory } from '../inventory/inventory.js';
import { setPlayerLevel } from '../progression/attributes.js';
import type { CharacterSheet } from './character-sheet.js';
import {
  enterNumbers,
  noteNumbers,
  type SheetComponents,
} from '../vocabulary/generated/character-numbers.js';
import { noteTimes, resumeTimes } from './running-times.js';

export type Character = WorldOf<
  'transform',
  'identity' | 'vitals' | 'combat' | 'dead' | 'progress' | 'inventory' | keyof SheetComponents
>;

/** The character at `place` has just entered, and is what its sheet says: who left dead is dead. */
export function readSheet(world: Character, place: number, sheet: CharacterSheet): void {
  const { components, content, tick } = world;
  const { vitals, progress, inventory } = components;
  enterNumbers(components, place, sheet);
  progress.columns.playedUntilTick[place] = tick;
  copyInventory(inventory.columns, place, sheet.inventory, 0);
  setPlayerLevel(components, place, content.progression, sheet.level, tick);
  const { health, mana } = vitals.columns;
  // Kept within the maxima of its level by setPlayerLevel; whole points.
  health[place] = Math.max(0, health[place]!);
  mana[place] = Math.max(0, mana[place]!);
  resumeTimes(world, place, sheet.times);
}

/** Everything but what names the character: id, account, name. */
export function writeSheet(world: Character, place: number, sheet: CharacterSheet): void {
  const { transform, identity, inventory } = world.components;
  countPlayedTime(world, place);
  sheet.mapKey = world.maps[transform.columns.map[place]!]!.definition.key;
  sheet.x = transform.columns.x[place]!;
  sheet.y = transform.columns.y[place]!;
  sheet.level = identity.columns.level[place]!;
  noteNumbers(sheet, world.components, place);
  copyInventory(sheet.inventory, 0, inventory.columns, place);
  noteTimes(world, place, sheet.times);
}

function countPlayedTime({ components, tick }: Character, place: number): void {
  const { playedSeconds, playedUntilTick } = components.progress.columns;
  const seconds = Math.floor((tick - playedUntilTick[place]!) / ticksPerSecond);
  playedSeconds[place] = playedSeconds[place]! + seconds;
  playedUntilTick[place] = playedUntilTick[place]! + seconds * ticksPerSecond;
}
