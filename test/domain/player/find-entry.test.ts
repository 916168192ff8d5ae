import { describe, expect, it } from '@jest/globals';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { findEntry } from '#domain/player/find-entry.js';
import { smallContent, squareMap } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

/** A block of walls from 20 to 31 in both directions, in a field whose players begin at (5, 5), but come home to (9, 8). */
const block = Array.from({ length: 144 }, (_, i) => [20 + (i % 12), 20 + Math.floor(i / 12)] as const);
const spawnPoints = [
  { key: 'home', x: 5, y: 5, facing: 32 },
  { key: 'rest', x: 9, y: 8, facing: 96 },
];
const content = smallContent({
  maps: [
    squareMap(1, 'field', 64, { spawnPoints, bindSpawnKey: 'rest' }, block),
    squareMap(2, 'pit', 32, { spawnPoints, bindSpawnKey: 'rest' }),
  ],
});

function entryOf(mapKey: string, x: number, y: number) {
  const { world } = new SmallWorld({ content });
  const sheet = new CharacterSheet();
  Object.assign(sheet, { mapKey, x, y });
  const entry = { map: 9, x: 0, y: 0, facing: 0 };
  findEntry(world, sheet, entry);
  return entry;
}

describe('a character enters', () => {
  it('where it was, looking south', () => {
    expect(entryOf('pit', 12.25, 7.5)).toEqual({ map: 1, x: 12.25, y: 7.5, facing: 64 });
  });

  it('within four metres of there, when that is blocked now', () => {
    // The fourth tile from the block's edge.
    expect(entryOf('field', 23.5, 25.5)).toEqual({ map: 0, x: 19.5, y: 21.5, facing: 64 });
  });

  it('where its map lets people rest, when nothing is free that near', () => {
    expect(entryOf('field', 24.5, 25.5)).toEqual({ map: 0, x: 9, y: 8, facing: 96 });
  });

  it('where players begin, when its map is gone', () => {
    expect(entryOf('drowned', 12, 7)).toEqual({ map: 0, x: 5, y: 5, facing: 32 });
  });
});
