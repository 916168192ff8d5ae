// Tilesets of maps, and that a fault is told once: not for every map that uses a tileset, nor with what follows from it.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { ContentCopy, blockingTile, objectsOf } from './content-copy.js';
import type { Editable } from './content-copy.js';

const meadow = 'maps/meadow.tmj';
const tileset = 'maps/terrain.tsj';
/** What Tiled writes for every layer. */
const drawn = { id: 90, x: 0, y: 0, opacity: 1, visible: true };
let copy: ContentCopy;

beforeEach(() => {
  copy = new ContentCopy();
});

/** Three tiles by three are left of the ground around it. */
function wallIn(map: Editable, { x, y }: Editable): void {
  const walls = map.layers.find((layer: Editable) => layer.name === 'walls').data;
  const rock = walls.find((tile: number) => tile > 0);
  const at = (Math.floor(y / 16) - 2) * map.width + Math.floor(x / 16) - 2;
  for (let dy = 0; dy < 5; dy++)
    for (let dx = 0; dx < 5; dx++) if (dx % 4 === 0 || dy % 4 === 0) walls[at + dy * map.width + dx] = rock;
}

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
    [
      'a width of the picture that it has not',
      (t: Editable) => (t.imagewidth = 256),
      /terrain\.tsj: imagewidth: is 256, and 'maps\/terrain\.png' is 128 × 144 pixels; allowed: 128 \(Tiled: reload/,
    ],
    [
      'a height of the picture that it has not',
      (t: Editable) => Object.assign(t, { imageheight: 16, tilecount: 700 }),
      /terrain\.tsj: imageheight: is 16, .*; allowed: 144 /,
    ],
    [
      'a version that is not known yet',
      (t: Editable) => (t.version = '1.13'),
      /terrain\.tsj: version: is "1\.13"; allowed: a version of Tiled’s format up to 1\.12 \(Tiled: .*Compatibility/,
    ],
    [
      'a part of a picture',
      (t: Editable) =>
        Object.assign(t.tiles[3], { image: 'terrain.png', x: 0, y: 16, width: 128, height: 128 }),
      /tiles\[3\]\.y: is 16: a part of 'maps\/terrain\.png', which is seen as a whole, 128 × 144 pixels; allowed: 0 /,
    ],
    [
      'a narrower part of a picture',
      (t: Editable) => Object.assign(t.tiles[3], { image: 'terrain.png', width: 64 }),
      /tiles\[3\]\.width: is 64: a part of .*; allowed: 128 /,
    ],
    [
      'a part of no picture',
      (t: Editable) => (t.tiles[3].width = 16),
      /tiles\[3\]\.width: is that of a picture, and the tile has none of its own; allowed: nothing without image/,
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
      /image: names 'maps\/terain\.png', which is missing; allowed: a PNG file \(did you mean 'maps\/terrain\.png'\?\)$/,
    ],
    [
      'a picture that is none',
      (t: Editable) => (t.image = 'meadow.tmj'),
      /image: names 'maps\/meadow\.tmj', which is no PNG/,
    ],
    [
      'a picture elsewhere on the web',
      (t: Editable) => (t.image = 'https://example.com/terrain.png'),
      /image: is 'https:\/\/example\.com\/terrain\.png', a URL; allowed: a picture inside the content folder/,
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

/** A PNG taken apart. */
interface Png {
  /** The data of IHDR. */
  readonly header: Buffer;
  pixels: Buffer;
  /** In their place, when it is longer than nothing. */
  packed: Buffer;
  pieces: number;
}

function rewritten(bytes: Buffer, change: (png: Png) => void): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const packed: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const [header, whole] = [Buffer.from(bytes.subarray(16, 29)), Buffer.concat(packed)];
  const png: Png = { header, pixels: inflateSync(whole), packed: whole, pieces: 1 };
  const before = png.pixels;
  change(png);
  const data = png.pixels === before ? png.packed : deflateSync(png.pixels);
  const size = Math.ceil(data.length / png.pieces);
  const pieces = Array.from({ length: png.pieces }, (_, i) => data.subarray(i * size, (i + 1) * size));
  return Buffer.concat([
    ...[bytes.subarray(0, 8), chunk('IHDR', png.header)],
    ...[...pieces.map((piece) => chunk('IDAT', piece)), chunk('IEND', Buffer.alloc(0))],
  ]);
}

describe('a picture', () => {
  const picture = 'maps/terrain.png';
  const told = (reason: string): string => `maps/terrain.tsj: image: names '${picture}', which ${reason}`;
  const problemsWith = async (change: (bytes: Buffer) => Buffer): Promise<string[]> => {
    const path = join(copy.folder, picture);
    writeFileSync(path, change(readFileSync(path)));
    return copy.problems();
  };

  it('that is cut short anywhere is told', async () => {
    const whole = readFileSync(join(copy.folder, picture));
    for (const length of [8, 20, 33, 40, Math.floor(whole.length / 2), whole.length - 12, whole.length - 1])
      expect(await problemsWith(() => whole.subarray(0, length))).toEqual([
        told(`is cut short: it ends after ${length} bytes; allowed: a whole PNG file`),
      ]);
    expect(await problemsWith(() => whole.subarray(0, 5))).toEqual([
      told('is no PNG; allowed: a whole PNG file'),
    ]);
    expect(await problemsWith(() => Buffer.concat([whole, Buffer.from('behind the end')]))).toEqual([]);
  });

  it('with a byte that is another one, or without pixels, is told', async () => {
    const whole = readFileSync(join(copy.folder, picture));
    const inData = Buffer.from(whole);
    inData[whole.length - 20]! ^= 1;
    expect(await problemsWith(() => inData)).toEqual([
      expect.stringContaining(told('is damaged: its checksum at byte')),
    ]);
    const [header, end] = [whole.subarray(0, 33), whole.subarray(whole.length - 12)];
    expect(await problemsWith(() => Buffer.concat([header, end]))).toEqual([
      told('holds no pixels; allowed: a whole PNG file'),
    ]);
  });

  const big = (width: number): Buffer => Buffer.from([0, 0, width >> 8, width & 255]);
  it.each([
    [
      'fewer pixels than its header says',
      (png: Png) => void (png.pixels = png.pixels.subarray(1)),
      'is damaged: it holds fewer pixels than its header says, 128 × 144',
    ],
    ['a header that is larger', (png: Png) => png.header.set(big(145), 4), /fewer pixels .*, 128 × 145/],
    ['a header that is smaller', (png: Png) => png.header.set(big(64), 0), /more pixels .*, 64 × 144/],
    [
      'pixels that unpack to very many',
      (png: Png) => void (png.pixels = Buffer.alloc(100_000_000)),
      /more pixels than its header says/,
    ],
    [
      'no width',
      (png: Png) => png.header.set(big(0), 0),
      'is 0 × 144 pixels, where 1 to 16384 a side are allowed',
    ],
    ['a huge height', (png: Png) => png.header.set([255], 4), /is 128 × 4278190224 pixels, where/],
    [
      'a depth that there is not',
      (png: Png) => png.header.set([3], 8),
      /its header names a kind of PNG that there is not/,
    ],
    [
      'a palette that is missing',
      (png: Png) => png.header.set([8, 3], 8),
      'is damaged: it lacks its palette',
    ],
    [
      'pixels that are cut off',
      (png: Png) => void (png.packed = png.packed.subarray(0, -9)),
      'is damaged: its pixels end too early',
    ],
    [
      'pixels that are not packed',
      (png: Png) => void (png.packed = Buffer.from('pixels')),
      'is damaged: its pixels cannot be unpacked',
    ],
  ] as [string, (png: Png) => void, string | RegExp][])('with %s is told', async (_what, change, fault) => {
    const found = await problemsWith((bytes) => rewritten(bytes, change));
    expect(found).toEqual([expect.stringMatching(fault)]);
    expect(found[0]).toMatch(/^maps\/terrain\.tsj: image: names 'maps\/terrain\.png', which /);
  });

  it('in many pieces, or interlaced, is taken', async () => {
    expect(await problemsWith((bytes) => rewritten(bytes, (png) => void (png.pieces = 40)))).toEqual([]);
    const adam7 = await problemsWith((bytes) =>
      rewritten(bytes, (png) => {
        png.header.set([8, 0, 0, 0, 1], 8);
        // Rows of the seven passes of 128 × 144 pixels, a byte each and one before each row.
        png.pixels = Buffer.alloc(128 * 144 + 18 + 18 + 18 + 36 + 36 + 72 + 72);
      }),
    );
    expect(adam7).toEqual([]);
  });

  it('in whose place is a pipe or a folder is told, and not waited for', async () => {
    rmSync(join(copy.folder, picture));
    execFileSync('mkfifo', [join(copy.folder, picture)]);
    expect(await copy.problems()).toEqual([told('is no regular file; allowed: a PNG file')]);
    rmSync(join(copy.folder, picture));
    mkdirSync(join(copy.folder, picture));
    expect(await copy.problems()).toEqual([told('is a folder; allowed: a PNG file')]);
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
      'a tileset elsewhere on the web',
      (m: Editable) => (m.tilesets[0].source = 'https://example.com/terrain.tsj'),
      /source: is 'https:\/\/example\.com\/terrain\.tsj', a URL; allowed: a file inside the content folder$/,
    ],
    [
      'layers in three hundred groups',
      (m: Editable) => {
        let inner: Editable = { type: 'tilelayer', name: 'deep' };
        for (let i = 0; i < 300; i++)
          inner = { ...drawn, type: 'group', name: `g${300 - i}`, layers: [inner] };
        m.layers.push(inner);
      },
      /: layers\[\d+ 'g1'\]\.layers\[0 'g2'\]\.…\.layers\[0 'g16'\]\.layers\[0 'g17'\]: lies in too many groups; allowed: at most 16$/,
    ],
    [
      'a tileset that is missing',
      (m: Editable) => (m.tilesets[0].source = 'gone.tsj'),
      /^maps\/meadow\.tmj: tilesets\[0\]\.source: names 'maps\/gone\.tsj', which is missing; allowed: a readable file$/,
    ],
    [
      'a tileset whose name is misspelt',
      (m: Editable) => (m.tilesets[0].source = 'terain.tsj'),
      /source: names 'maps\/terain\.tsj', which is missing; allowed: a readable file \(did you mean 'maps\/terrain\.tsj'\?\)$/,
    ],
    [
      'an object without a name that others name',
      (m: Editable) => (objectsOf(m, 'spawn').find((o) => o.name === 'village').name = ''),
      /^maps\/meadow\.tmj: layers\[3 'spawns'\]\.objects\[0\]\.name: is empty; allowed: a name for the spawn/,
    ],
    [
      'an object with a name that is none, and that others name',
      (m: Editable) => (objectsOf(m, 'spawn').find((o) => o.name === 'village').name = 'The Village'),
      /^maps\/meadow\.tmj: .*\.name: is "The Village"; allowed: a name for the spawn/,
    ],
    [
      'a grid of another size than all tiles',
      (m: Editable) => Object.assign(m, { tilewidth: 32, tileheight: 32 }),
      /^maps\/meadow\.tmj: tilewidth: makes tiles of 32 × 32 pixels, which no tileset of the map has; allowed: those of a tileset, as 16 × 16 of 'terrain' /,
    ],
    [
      'a grid that is higher than all tiles',
      (m: Editable) => (m.tileheight = 17),
      /^maps\/meadow\.tmj: tileheight: makes tiles of 16 × 17 pixels/,
    ],
    [
      'two objects with one id',
      (m: Editable) => (objectsOf(m, 'portal')[0].id = objectsOf(m, 'spawn')[0].id),
      /^maps\/meadow\.tmj: layers\[\d 'portals'\]\.objects\[\d 'to-cave'\]\.id: is \d+, which object 'village' has already; allowed: an id of its own/,
    ],
    [
      'a bind point inside a wall, from where nothing can be walked to',
      (m: Editable) => Object.assign(objectsOf(m, 'spawn')[0], { x: 8, y: 8 }),
      /'village'\]: at \(0\.5, 0\.5\) stands in something solid; allowed: open ground$/,
    ],
    [
      'a bind point that is walled in',
      (m: Editable) => wallIn(m, objectsOf(m, 'spawn')[0]),
      /'village'\]: at .* is cut off from everything else on the map; allowed: ground connected with it$/,
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
