// content/README.md promises what is true: each file with whether a rule reads it, and each field of Tiled's format that is
// taken, in the row of what it belongs to. What players and designers are promised besides is tested where it is done.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  layerSchemas,
  mapSchema,
  objectSchema,
  tileSchema,
  tilesetSchema,
} from '#adapters/content-files/tiled/tiled-schema.js';

const readme = readFileSync('content/README.md', 'utf8');
const schema = ['content', 'conditions', 'npcs', 'maps']
  .map((name) => readFileSync(`protocol-schema/content/${name}.tos`, 'utf8'))
  .join('\n');

/** Cells of the table's row that begins like this. */
function row(head: string): string {
  return readme.split('\n').find((line) => line.startsWith(`| ${head} `))!;
}

describe('the files that content/README.md lists', () => {
  const files = [...schema.matchAll(/^content \w+ (?:single )?in "([a-z-]+)"( unread)? \{/gm)].map(
    ([, file, unread]) => ({ file: `${file}.json`, isUnread: unread !== undefined }),
  );

  it('are all there are', () => {
    expect(files.length).toBeGreaterThan(8);
    for (const { file } of files) expect(readme).toContain(`\`${file}\``);
  });

  it.each(files)('$file is read by the rules, or marked', ({ file, isUnread }) => {
    const line = readme.split('\n').find((each) => each.startsWith('|') && each.includes(`\`${file}\``))!;
    expect(/; unread +\|$/.test(line)).toBe(isUnread);
  });

  it.each(['Skill'])('%s: its row names what is unread of it', (name) => {
    const body = new RegExp(`^content ${name} in "([a-z-]+)" \\{$([^}]*)^\\}$`, 'm').exec(schema)!;
    const unread = [...body[2]!.matchAll(/^ {2}(\w+)\??:.* unread$/gm)].map(([, field]) => field!);
    const words: Readonly<Record<string, string>> = {
      conditions: '`conditions`: unread',
    };
    expect(unread.length).toBeGreaterThan(0);
    const line = row(`\`${body[1]}.json\``);
    for (const field of unread)
      expect([field, line]).toEqual([field, expect.stringContaining(words[field]!)]);
  });
});

/** The words of the table for each field that is taken; one that is not here must not be taken. */
const drawnLayer = {
  ...{ id: 'id', name: 'name', class: 'class', visible: 'visible', opacity: 'opacity' },
  ...{ tintcolor: 'tint', mode: 'blend mode', locked: 'locked', offsetx: 'offsets', offsety: 'offsets' },
  ...{ parallaxx: 'parallax', parallaxy: 'parallax', x: 'x or y', y: 'x or y', properties: 'properties' },
  ...{ width: 'layers', height: 'layers', startx: 'start', starty: 'start', type: 'layers' },
};
const taken = {
  maps: [
    mapSchema,
    {
      ...{ type: 'maps', version: 'versions', tiledversion: 'versions', class: 'class', width: 'size' },
      ...{ height: 'size', tilewidth: 'tile size', tileheight: 'tile size', orientation: 'orientation' },
      ...{ infinite: 'infinite', renderorder: 'render order', backgroundcolor: 'background' },
      ...{ compressionlevel: 'compression level', nextlayerid: 'counters', nextobjectid: 'counters' },
      ...{ parallaxoriginx: 'parallax origin', parallaxoriginy: 'parallax origin' },
      ...{ hexsidelength: 'other orientations', staggeraxis: 'other orientations' },
      ...{ staggerindex: 'other orientations', skewx: 'other orientations', skewy: 'other orientations' },
      ...{
        editorsettings: 'editor settings',
        layers: 'layer',
        tilesets: 'tilesets',
        properties: 'properties',
      },
    },
  ],
  'tile layers': [
    layerSchemas.tilelayer,
    { ...drawnLayer, encoding: 'Base64', compression: 'compression', chunks: 'chunks', data: 'tile numbers' },
  ],
  'object layers': [
    layerSchemas.objectgroup,
    { ...drawnLayer, draworder: 'draw order', color: 'colour', objects: 'objects' },
  ],
  groups: [layerSchemas.group, { ...drawnLayer, name: 'groups', layers: 'groups' }],
  objects: [
    objectSchema,
    {
      ...{ id: 'id', name: 'name', type: '`type`', class: '`class`', x: 'place', y: 'place', width: 'size' },
      ...{ height: 'size', rotation: 'rotation', visible: 'visible', opacity: 'opacity', ellipse: 'circle' },
      ...{ capsule: 'capsules', point: 'point', gid: 'pictures of tiles', polygon: 'polygons' },
      ...{ polyline: 'polylines', text: 'texts', properties: 'properties' },
    },
  ],
  tilesets: [
    tilesetSchema,
    {
      ...{ type: 'tilesets', version: 'versions', tiledversion: 'versions', name: 'name', class: 'class' },
      ...{ image: 'picture', imagewidth: "picture's size", imageheight: "picture's size" },
      ...{
        tilewidth: 'tile',
        tileheight: 'tile',
        tilecount: 'tile count',
        columns: 'columns',
        margin: 'margin',
      },
      ...{ spacing: 'spacing', tileoffset: 'drawing offset', objectalignment: 'alignment' },
      ...{ tilerendersize: 'render size', fillmode: 'fill mode', transparentcolor: 'colours' },
      ...{
        backgroundcolor: 'colours',
        grid: 'grid',
        transformations: 'transformations',
        wangsets: 'Wang sets',
      },
      ...{ terrains: 'terrains', editorsettings: 'editor settings', tiles: 'tile', properties: 'properties' },
    },
  ],
  tiles: [
    tileSchema,
    {
      ...{ id: 'id', type: 'class', class: 'class', image: 'picture', imagewidth: "picture's size" },
      ...{ imageheight: "picture's size", x: 'part', y: 'part', width: 'part', height: 'part' },
      ...{ animation: 'animation', probability: 'probability', terrain: 'terrain' },
      ...{ objectgroup: 'collision shapes', properties: 'properties' },
    },
  ],
} as const;

/** Where else than in the row of its own name a thing is told of. */
const rows: Readonly<Record<string, readonly string[]>> = {
  maps: ['maps', 'tilesets'],
  'tile layers': ['layers', 'tile layers'],
  'object layers': ['layers', 'objects'],
  groups: ['layers'],
  objects: ['objects', '`spawn` ', '`spawn-group`'],
};
const anyName = /Layers may have any name/.exec(readme)![0];

describe("what of Tiled's format content/README.md says is taken", () => {
  it.each(Object.entries(taken))('%s: every field, and no other', (of, [{ shape }, words]) => {
    expect(Object.keys(shape).sort()).toEqual(Object.keys(words).sort());
    const said = (rows[of] ?? [of]).map(row).join('\n') + (of.includes('layers') ? anyName : '');
    for (const [field, word] of Object.entries(words)) {
      expect([field, said]).toEqual([field, expect.stringContaining(word)]);
    }
  });

  it('an image layer is for drawing, whatever it has', () => {
    expect(row('image layers')).toMatch(/\| everything +\|/);
  });
});
