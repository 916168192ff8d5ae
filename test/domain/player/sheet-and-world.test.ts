import { describe, expect, it } from '@jest/globals';
import { CharacterSheet, copySheet } from '#domain/player/character-sheet.js';
import { readSheet, writeSheet } from '#domain/player/sheet-and-world.js';
import { storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import { Item } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

function lived(): CharacterSheet {
  const sheet = new CharacterSheet();
  sheet.mapKey = new SmallWorld().world.maps[0]!.definition.key;
  sheet.x = 20;
  sheet.y = 20;
  sheet.level = 1;
  const names = Object.keys(storedMost) as (keyof typeof storedMost)[];
  names.forEach((name, i) => (sheet[name] = 11 + i));
  sheet.inventory.items[0] = Item.pelt;
  sheet.inventory.counts[0] = 7;
  sheet.inventory.instances[0] = 2 ** 40;
  sheet.times.inCombatTicks = 30;
  return sheet;
}

describe('a character', () => {
  it('leaves the world with the sheet it entered with', () => {
    const small = new SmallWorld();
    const row = small.player(20, 20);
    const sheet = lived();
    readSheet(small.world, row, sheet);
    const written = new CharacterSheet();
    writeSheet(small.world, row, written);
    expect(written).toEqual(sheet);
  });

  it('counts whole seconds that it played, and the rest of one later', () => {
    const small = new SmallWorld();
    const row = small.player(20, 20);
    const sheet = lived();
    const { playedSeconds } = sheet;
    readSheet(small.world, row, sheet);
    small.tick(150);
    writeSheet(small.world, row, sheet);
    expect(sheet.playedSeconds).toBe(playedSeconds + 2);
    small.tick(30);
    writeSheet(small.world, row, sheet);
    expect(sheet.playedSeconds).toBe(playedSeconds + 3);
  });

  it('has a sheet that is copied whole', () => {
    const copy = new CharacterSheet();
    copySheet(copy, lived());
    expect(copy).toEqual(lived());
  });
});
