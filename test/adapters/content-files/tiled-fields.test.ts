// What Tiled writes that moves or shapes things: each is applied, or refused by the name of its object or layer with the
// cure. Nothing of it is passed over, and a value of the wrong type is no absent value.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { ContentCopy, blockingTile, objectsOf, setProperty } from './content-copy.js';
import type { Editable } from './content-copy.js';

const meadow = 'maps/meadow.tmj';
const tileset = 'maps/terrain.tsj';
let copy: ContentCopy;

beforeEach(() => {
  copy = new ContentCopy();
});

const layer = (map: Editable, name: string): Editable =>
  map.layers.find((one: Editable) => one.name === name);

async function problemsOf(file: string, change: (document: Editable) => void): Promise<string[]> {
  return copy.edit(file, change).problems();
}

describe('a value of the wrong type', () => {
  it.each([
    [
      'a tile',
      tileset,
      (t: Editable) => setProperty(blockingTile(t), 'blocksMovement', 'true'),
      /tiles\[\d+.*\]\.blocksMovement: is "true"; allowed: true or false/,
    ],
    [
      'a tile (1 for true)',
      tileset,
      (t: Editable) => setProperty(blockingTile(t), 'blocksMovement', 1),
      /blocksMovement: is 1; allowed: true or false/,
    ],
    [
      'a terrain',
      tileset,
      (t: Editable) => setProperty(t.tiles[0], 'terrain', 5),
      /terrain: is 5; allowed: text of at most 32/,
    ],
    [
      'a map',
      meadow,
      (m: Editable) => setProperty(m, 'pvp', 'false'),
      /meadow\.tmj: pvp: is "false"; allowed: true or false/,
    ],
    [
      'a spawn',
      meadow,
      (m: Editable) => setProperty(objectsOf(m, 'spawn')[0], 'facing', '64'),
      /'village'\]\.facing: is "64"; allowed: a whole number from 0 to 255/,
    ],
    [
      'a custom class',
      meadow,
      (m: Editable) => setProperty(objectsOf(m, 'spawn-group')[0], 'count', { of: 3 }),
      /\.count: is an object; allowed: a whole number from 1 to 100/,
    ],
    [
      'a landmark’s name',
      meadow,
      (m: Editable) => setProperty(objectsOf(m, 'landmark')[0], 'name', 'Well\u202e'),
      /\.name: has U\+202E, which is not shown, or changes how other characters are; allowed: text without controls/,
    ],
    [
      'an object',
      meadow,
      (m: Editable) => (objectsOf(m, 'portal')[0].rotation = '0'),
      /'to-cave'\]\.rotation: is "0"; allowed: a number/,
    ],
    [
      'a layer',
      meadow,
      (m: Editable) => (layer(m, 'spawns').offsetx = '16'),
      /layers\[3 'spawns'\]\.offsetx: is "16"; allowed: a number/,
    ],
    [
      'a layer’s visible',
      meadow,
      (m: Editable) => (layer(m, 'walls').visible = 'yes'),
      /layers\[2 'walls'\]\.visible: is "yes"; allowed: true or false/,
    ],
    [
      'a tile number',
      meadow,
      (m: Editable) => (layer(m, 'ground').data[7] = '3'),
      /'ground'\]\.data\[7\]: is "3"; allowed: a whole number/,
    ],
    [
      'a tileset',
      tileset,
      (t: Editable) => (t.tilewidth = '16'),
      /terrain\.tsj: tilewidth: is "16"; allowed: a whole number from 1 to 256/,
    ],
    [
      'a property whose type is another than its value’s',
      meadow,
      (m: Editable) => (m.properties.find((p: Editable) => p.name === 'pvp').type = 'string'),
      /meadow\.tmj: pvp: is (true|false), and its type is string; allowed: a value of its type/,
    ],
    [
      'a property without a value',
      meadow,
      (m: Editable) => delete objectsOf(m, 'spawn')[0].properties[0].value,
      /'village'\]\.facing: is missing; allowed: a value/,
    ],
  ])('of %s is refused by name with what is allowed', async (_, file, change, message) => {
    expect(await problemsOf(file, change)).toEqual([expect.stringMatching(message)]);
  });
});

describe('a version of the format', () => {
  it.each(['1.13', '2', '2.0', 1.13, 2, '', 'abc', '1.x', true])('%j is refused', async (version) => {
    expect(await problemsOf(meadow, (m) => (m.version = version))).toEqual([
      expect.stringMatching(
        /^maps\/meadow\.tmj: version: is .*; allowed: a version of Tiled’s format up to 1\.12/,
      ),
    ]);
  });

  it.each(['1.12', '1.10', '1.10.2', 1.6, 1, '1'])('%j is taken', async (version) => {
    expect(await problemsOf(meadow, (m) => (m.version = version))).toEqual([]);
  });
});

describe('applied are', () => {
  const spawnOf = async (): Promise<{ x: number; y: number }> =>
    (await copy.load()).lists.maps.find(({ key }) => key === 'meadow')!.spawnPoints[0]!;

  it('offsets of object layers and of the groups around them', async () => {
    const before = await spawnOf();
    copy.edit(meadow, (map) => {
      const index = map.layers.findIndex((one: Editable) => one.name === 'spawns');
      const spawns = map.layers[index];
      Object.assign(spawns, { offsetx: 32, offsety: -8 });
      map.layers[index] = { type: 'group', name: 'all', id: 90, offsetx: -16, layers: [spawns] };
    });
    expect(await spawnOf()).toMatchObject({ x: before.x + 1, y: before.y - 0.5 });
  });

  it('layers of tiles in groups', async () => {
    const before = (await copy.load()).hash;
    copy.edit(meadow, (map) => {
      map.layers = [{ type: 'group', name: 'world', id: 91, layers: map.layers }];
    });
    expect((await copy.load()).hash).toBe(before);
  });

  it('nothing of what is drawn only, or the editor’s own', async () => {
    const before = (await copy.load()).hash;
    copy.edit(meadow, (map) => {
      Object.assign(map, { renderorder: 'left-up', backgroundcolor: '#102030', class: 'outdoors' });
      Object.assign(layer(map, 'walls'), { visible: false, opacity: 0.5, tintcolor: '', locked: true });
      Object.assign(objectsOf(map, 'portal')[0], { visible: false });
      map.layers.push({ type: 'imagelayer', name: 'sky', image: 'sky.png', offsetx: 5, parallaxx: 0.5 });
      map.properties.push({ name: 'x-music', type: 'string', value: 'birds' });
    });
    expect((await copy.load()).hash).toBe(before);
  });

  it('class as well as type, as Tiled 1.9 writes it', async () => {
    const before = (await copy.load()).hash;
    copy.edit(meadow, (map) => {
      for (const one of ['spawn', 'portal'])
        for (const object of objectsOf(map, one)) {
          object.class = object.type;
          delete object.type;
        }
    });
    expect((await copy.load()).hash).toBe(before);
  });
});

describe('refused by name, with the cure, is', () => {
  const first = (map: Editable, kind: string): Editable => objectsOf(map, kind)[0];
  const shaped = (kind: string, shape: object) => (m: Editable) => Object.assign(first(m, kind), shape);
  const points = [
    { x: 0, y: 0 },
    { x: 9, y: 0 },
    { x: 0, y: 9 },
  ];

  it.each([
    [
      'a layer of tiles that is moved',
      (m: Editable) => (layer(m, 'walls').offsetx = 64),
      /layers\[2 'walls'\]\.offsetx: moves the tiles by \(64, 0\).*Horizontal and Vertical Offset/,
    ],
    [
      'a group that moves a layer of tiles',
      (m: Editable) => (m.layers = [{ type: 'group', name: 'g', id: 9, offsety: 16, layers: m.layers }]),
      /moves the tiles by \(0, 16\)/,
    ],
    [
      'a layer with parallax',
      (m: Editable) => (layer(m, 'zones').parallaxy = 0.5),
      /layers\[4 'zones'\]\.parallaxy: is 0\.5.*Parallax Factor/,
    ],
    [
      'a layer at another place',
      (m: Editable) => (layer(m, 'walls').x = 4),
      /'walls'\]\.x: is 4; allowed: 0/,
    ],
    [
      'a spawn group drawn as a polygon',
      (m: Editable) => {
        delete first(m, 'spawn-group').ellipse;
        shaped('spawn-group', { polygon: points })(m);
      },
      /'wolves-west'\]: is a polygon; allowed: a circle for a spawn-group \(Tiled: Insert Ellipse/,
    ],
    [
      'a spawn group that is no circle',
      shaped('spawn-group', { width: 300 }),
      /'wolves-west'\]: is 18\.75 × 12 tiles, no circle; allowed: equal Width and Height/,
    ],
    [
      'a spawn group as large as a dot',
      shaped('spawn-group', { width: 1, height: 1 }),
      /is 0\.06 tiles wide; allowed: at least 1/,
    ],
    [
      'a zone drawn as an ellipse',
      shaped('safe-zone', { ellipse: true }),
      /'village'\]: is a ellipse; allowed: a rectangle for a safe-zone/,
    ],
    [
      'a zone drawn as a capsule',
      shaped('safe-zone', { capsule: true }),
      /is a capsule; allowed: a rectangle/,
    ],
    [
      'a zone drawn as a line',
      shaped('safe-zone', { polyline: points }),
      /is a polyline; allowed: a rectangle/,
    ],
    [
      'a portal that is a text',
      shaped('portal', { text: { text: 'hi' } }),
      /'to-cave'\]: is a text; allowed: a rectangle for a portal/,
    ],
    [
      'a portal that is a picture of a tile',
      shaped('portal', { gid: 5 }),
      /is a picture of a tile; allowed: a rectangle/,
    ],
    [
      'a spawn that is a rectangle',
      (m: Editable) => delete first(m, 'spawn').point,
      /'village'\]: is a rectangle; allowed: a point for a spawn \(Tiled: Insert Point\)/,
    ],
    ['an object of two shapes', shaped('spawn', { ellipse: true }), /says that it is point and ellipse/],
    [
      'a zone that is turned',
      shaped('safe-zone', { rotation: 45 }),
      /'village'\]\.rotation: is 45; allowed: 0 \(Tiled: the object's Rotation\)/,
    ],
    [
      'a spawn that is turned',
      shaped('spawn', { rotation: 90 }),
      /rotation: is 90; allowed: 0.*the property facing says/,
    ],
    [
      'a zone of negative width',
      shaped('safe-zone', { width: -16 }),
      /'village'\]\.width: is -16; allowed: a number from 0/,
    ],
    ['a zone without area', shaped('safe-zone', { width: 0 }), /'village'\]: has no area/],
    ['a zone on no tile', shaped('safe-zone', { x: 65.6, width: 4 }), /covers the middle of no tile/],
    [
      'a zone off the map',
      shaped('safe-zone', { x: 2000 }),
      /'village'\]: lies from \(125, 46\) to \(170, 92\), which is not on the map; allowed: places from \(0, 0\) to \(128, 128\)/,
    ],
    [
      'a spawn outside',
      shaped('spawn', { x: -8 }),
      /'village'\]: lies at \(-0\.5, 67\.5\), which is not on the map/,
    ],
    [
      'an instance of a template',
      (m: Editable) => {
        const o = first(m, 'spawn');
        for (const name of Object.keys(o)) if (!['id', 'x', 'y'].includes(name)) delete o[name];
        o.template = 's.tj';
      },
      /makes the object an instance of a template.*Detach/,
    ],
    [
      'an object without a class',
      (m: Editable) => (first(m, 'portal').type = ''),
      /'to-cave'\]\.type: is missing; allowed: one of [^(]*\bspawn, safe-zone, [^(]+ \(Tiled: the object's Class\)/,
    ],
    [
      'an object of two classes',
      (m: Editable) => (first(m, 'portal').class = 'spawn'),
      /is 'spawn' and type 'portal'/,
    ],
    [
      'an object without a name',
      (m: Editable) => (first(m, 'portal').name = ''),
      /objects\[0\]\.name: is empty; allowed: a name for the portal/,
    ],
    [
      'a misspelt property of an object',
      (m: Editable) => (first(m, 'spawn').properties[0].name = 'facingg'),
      /'village'\]\.facingg: is not a known property; did you mean 'facing'\?; allowed: facing, and names with x-/,
    ],
    [
      'a misspelt property of a map',
      (m: Editable) => (m.properties.find((p: Editable) => p.name === 'pvp').name = 'pvvp'),
      /meadow\.tmj: pvvp: is not a known property; did you mean 'pvp'\?; allowed: id, name, bindSpawn, pvp/,
    ],
    [
      'a property of a layer',
      (m: Editable) =>
        (layer(m, 'walls').properties = [{ name: 'blocksMovement', type: 'bool', value: true }]),
      /'walls'\]\.blocksMovement: is not a known property; allowed: no property here/,
    ],
    [
      'a property twice',
      (m: Editable) => m.properties.push({ name: 'pvp', type: 'bool', value: true }),
      /is the second property 'pvp'/,
    ],
    [
      'a field that Tiled does not write',
      (m: Editable) => (layer(m, 'spawns').offsetX = 64),
      /'spawns'\]\.offsetX: is not a known field; did you mean 'offsetx'\?/,
    ],
    [
      'a kind of layer that there is none of',
      (m: Editable) => (layer(m, 'zones').type = 'objectlayer'),
      /layers\[4 'zones'\]\.type: is 'objectlayer'; allowed: one of tilelayer, objectgroup, imagelayer, group/,
    ],
    [
      'a map without tiles',
      (m: Editable) => (m.layers = m.layers.filter((l: Editable) => l.type !== 'tilelayer')),
      /layers: holds no layer of tiles/,
    ],
    [
      'a map of hexagons',
      (m: Editable) => (m.orientation = 'hexagonal'),
      /orientation: is "hexagonal"; allowed: "orthogonal" \(Tiled: Map › Map Properties/,
    ],
    [
      'a map that is larger than its layers',
      (m: Editable) => (m.width = 256),
      /'ground'\]\.width: makes the layer 128 × 128 tiles; allowed: the map's size, 256 × 128/,
    ],
    [
      'a compressed layer',
      (m: Editable) =>
        Object.assign(layer(m, 'walls'), { encoding: 'base64', compression: 'zstd', data: 'KLUv' }),
      /'walls'\]\.data: is written as base64 with zstd; allowed: tile layer format CSV \(Tiled/,
    ],
    [
      'a portal upon another',
      (m: Editable) => layer(m, 'portals').objects.push({ ...first(m, 'portal'), id: 99, name: 'also' }),
      /'also'\]: overlaps portal 'to-cave'/,
    ],
  ])('%s', async (_, change, message) => {
    const problems = await problemsOf(meadow, change);
    expect(problems).toContainEqual(expect.stringMatching(message));
    expect(problems.every((problem) => problem.startsWith('maps/meadow.tmj: '))).toBe(true);
  });
});
