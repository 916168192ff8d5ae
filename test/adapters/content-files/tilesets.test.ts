// Tilesets of maps, and that a fault is told once: not for every map that uses a tileset, nor with what follows from it.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ContentCopy, blockingTile, objectsOf } from './content-copy.js';
import type { Editable } from './content-copy.js';

const meadow = 'maps/meadow.tmj';
const tileset = 'maps/terrain.tsj';
let copy: ContentCopy;

beforeEach(() => {
  copy = new ContentCopy();
});

async function problemsOf(file: string, change: (document: Editable) => void): Promise<string[]> {
  return copy.edit(file, change).problems();
}

describe('refused by name, with the cure, is', () => {
  it.each([
    [
      'a tile that draws its collisions',
      (t: Editable) => (t.tiles[3].objectgroup = { objects: [{ id: 1 }] }),
      /tiles\[3\]\.objectgroup: draws 1 shapes for collisions on tile 3.*blocksMovement/,
    ],
    [
      'a tileset that is drawn elsewhere',
      (t: Editable) => (t.tileoffset = { x: 0, y: 8 }),
      /tileoffset: is \(0, 8\).*Drawing Offset/,
    ],
    [
      'a misspelt property of a tile',
      (t: Editable) =>
        (blockingTile(t).properties.find((p: Editable) => p.name === 'blocksMovement').name =
          'blockMovement'),
      /blockMovement: is not a known property; did you mean 'blocksMovement'\?/,
    ],
    ['a tile twice', (t: Editable) => t.tiles.push({ ...t.tiles[0] }), /id: is 0, a second time/],
    [
      'a tile that the tileset has not',
      (t: Editable) => (t.tiles[0].id = 67),
      /id: is 67; allowed: less than tilecount, 67/,
    ],
    [
      'more tiles than the picture has',
      (t: Editable) => (t.tilecount = 700),
      /tilecount: is 700; allowed: at most 72/,
    ],
    [
      'tiles larger than 256 pixels',
      (t: Editable) => (t.tileheight = 512),
      /tileheight: is 512; allowed: a whole number from 1 to 256/,
    ],
    [
      'a picture that is not there',
      (t: Editable) => (t.image = 'terain.png'),
      /image: names 'maps\/terain\.png', which is missing; allowed: a PNG file/,
    ],
    [
      'a picture that is none',
      (t: Editable) => (t.image = 'meadow.tmj'),
      /image: names 'maps\/meadow\.tmj', which is no PNG/,
    ],
    [
      'a picture outside the content',
      (t: Editable) => (t.image = '../../secret.png'),
      /image: is '\.\.\/\.\.\/secret\.png', outside the content folder/,
    ],
  ])('%s', async (_, change, message) => {
    // Once, however many maps use the tileset, and without the maps' tiles being called unknown.
    expect(await problemsOf(tileset, change)).toEqual([expect.stringMatching(message)]);
  });
});

describe('a fault is told once, without what follows from it', () => {
  it.each([
    [
      'an infinite map',
      (m: Editable) => {
        m.infinite = true;
        for (const one of m.layers)
          if (one.data) {
            one.chunks = [];
            delete one.data;
          }
      },
      /infinite: is true; allowed: false/,
    ],
    [
      'a tileset in XML',
      (m: Editable) => (m.tilesets[0].source = 'terrain.tsx'),
      /tilesets\[0\]\.source: is 'terrain\.tsx', a tileset in Tiled's XML format; allowed: a tileset saved as JSON/,
    ],
    [
      'a tileset that is missing',
      (m: Editable) => (m.tilesets[0].source = 'gone.tsj'),
      /^maps\/gone\.tsj: is missing/,
    ],
    [
      'a spawn in the wrong shape that others name',
      (m: Editable) => delete objectsOf(m, 'spawn').find((o) => o.name === 'cave-mouth').point,
      /'cave-mouth'\]: is a rectangle/,
    ],
  ])('%s', async (_, change, message) => {
    expect(await problemsOf(meadow, change)).toEqual([expect.stringMatching(message)]);
  });

  it('tilesets that share numbers', async () => {
    cpSync(join(copy.folder, tileset), join(copy.folder, 'maps/more.tsj'));
    const add = (firstgid: number) => (m: Editable) => m.tilesets.push({ firstgid, source: 'more.tsj' });
    expect(await problemsOf(meadow, add(60))).toEqual([
      expect.stringMatching(
        /tilesets\[1\]\.firstgid: is 60, whose tile numbers tileset 'terrain' has \(1 to 67\)/,
      ),
    ]);
    expect(await problemsOf(meadow, (m) => (m.tilesets[1].firstgid = 68))).toEqual([]);
  });
});
