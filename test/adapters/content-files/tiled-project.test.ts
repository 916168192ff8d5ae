// The project that offers the game's classes to Tiled: as fresh as the schemas that check maps, and no other project may
// give a property a default that Tiled writes into no file.

import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile, tiledProject } from '#adapters/content-files/tiled/tiled-project.js';
import { ContentCopy, objectsOf } from './content-copy.js';
import type { Editable } from './content-copy.js';

interface Project {
  propertyTypes: {
    name: string;
    useAs: string[];
    members: { name: string; type: string; value: unknown }[];
  }[];
}

const project = JSON.parse(tiledProject()) as Project;
const classNamed = (name: string) => project.propertyTypes.find((each) => each.name === name)!;

describe('the project for Tiled', () => {
  it('is fresh (npm run content -- tiled-project)', () => {
    expect(readFileSync(join('content', projectFile), 'utf8').replaceAll('\r\n', '\n')).toBe(tiledProject());
  });

  it('has the classes that README.md names, for objects, tiles and maps', () => {
    const readme = readFileSync('content/README.md', 'utf8');
    const objects = project.propertyTypes.filter(({ useAs }) => useAs.includes('object'));
    expect(objects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['spawn', 'safe-zone', 'portal', 'spawn-group', 'npc']),
    );
    for (const { name, members } of project.propertyTypes)
      for (const word of [name, ...members.map((member) => member.name)])
        expect(readme).toContain(`\`${word}\``);
  });

  it('has the defaults that the loader has, since Tiled does not write what equals them', async () => {
    const copy = new ContentCopy();
    const before = (await copy.load()).lists.maps.find(({ key }) => key === 'meadow')!;
    copy.edit('maps/meadow.tmj', (map) => {
      for (const spawn of objectsOf(map, 'spawn')) delete spawn.properties;
      map.properties = map.properties.filter(({ name }: Editable) => name !== 'pvp');
    });
    const after = (await copy.load()).lists.maps.find(({ key }) => key === 'meadow')!;
    const facing = classNamed('spawn').members.find(({ name }) => name === 'facing')!;
    expect(after.spawnPoints.map((spawn) => spawn.facing)).toEqual(
      before.spawnPoints.map(() => facing.value),
    );
    expect(after.pvp).toBe(classNamed('map').members.find(({ name }) => name === 'pvp')!.value);
  });

  it('has a type in Tiled for each property that is a number of the right kind', () => {
    expect(classNamed('spawn-group').members).toEqual([
      { name: 'count', type: 'int', value: 0 },
      { name: 'creature', type: 'string', value: '' },
      { name: 'respawnSeconds', type: 'float', value: 0 },
    ]);
  });
});

describe('another project', () => {
  const wall = (value: unknown, useAs: string) =>
    JSON.stringify({
      propertyTypes: [
        {
          id: 1,
          name: useAs === 'object' ? 'spawn' : 'wall',
          type: 'class',
          useAs: [useAs],
          members: [{ name: useAs === 'object' ? 'facing' : 'blocksMovement', type: 'bool', value }],
        },
      ],
    });

  it.each([
    [
      'tile',
      true,
      /'wall'\]\.members\[0 'blocksMovement'\]\.value: is true by default, which Tiled writes into no file; allowed: false, and the value on each tile itself/,
    ],
    ['object', 0, /'spawn'\]\.members\[0 'facing'\]\.value: is 0 by default.*allowed: 64/],
  ])('with a default of its own for a %s is refused', async (useAs, value, message) => {
    const copy = new ContentCopy().write('maps/mine.tiled-project', wall(value, useAs));
    expect(await copy.problems()).toEqual([expect.stringMatching(message)]);
  });

  it('with classes of its own passes', async () => {
    const copy = new ContentCopy().write('maps/mine.tiled-project', wall(false, 'tile'));
    expect(await copy.problems()).toEqual([]);
  });
});
