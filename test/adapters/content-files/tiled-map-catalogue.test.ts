// The maps as the console gets them, from the content folder itself.

import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TiledMapCatalogue } from '#adapters/content-files/tiled/tiled-map-catalogue.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const content = path.resolve('content');

describe('the map catalogue', () => {
  it('lists all maps of the content, each to be found', async () => {
    const catalogue = new TiledMapCatalogue(content);
    const maps = await catalogue.list();
    expect(maps.map(({ key }) => key)).toEqual(expect.arrayContaining(['cave', 'meadow']));
    for (const { key, widthM, heightM } of maps) {
      const map = await catalogue.find(key);
      for (const { data } of map!.layers) expect(data).toHaveLength(widthM * heightM);
    }
    expect(await catalogue.find('atlantis')).toBeUndefined();
  });

  it('has every tile within the tileset, whose picture is a PNG', async () => {
    const catalogue = new TiledMapCatalogue(content);
    const tileset = JSON.parse(readFileSync(path.join(content, 'maps/terrain.tsj'), 'utf8')) as {
      tilecount: number;
      columns: number;
    };
    const map = (await catalogue.find('meadow'))!;
    expect(map.tilesets).toMatchObject([
      { firstTile: 1, tileCount: tileset.tilecount, columns: tileset.columns },
    ]);
    const tiles = map.layers.flatMap(({ data }) => data);
    expect(Math.max(...tiles)).toBeLessThanOrEqual(tileset.tilecount);
    expect(Math.min(...tiles)).toBeGreaterThanOrEqual(0);
    expect([...(await catalogue.tileset('meadow', 0))!.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(await catalogue.tileset('atlantis', 0)).toBeUndefined();
  });

  it('waits for no pipe that takes the place of a picture while it runs', async () => {
    const folder = temporaryFolder();
    cpSync(content, folder, { recursive: true });
    const catalogue = new TiledMapCatalogue(folder);
    await catalogue.list();
    rmSync(path.join(folder, 'maps/terrain.png'));
    execFileSync('mkfifo', [path.join(folder, 'maps/terrain.png')]);
    expect(await catalogue.tileset('meadow', 0)).toBeUndefined();
  });

  it('gives places in metres within the map, and portals that lead into another one', async () => {
    const catalogue = new TiledMapCatalogue(content);
    const listed = await catalogue.list();
    expect(listed.length).toBeGreaterThan(1);
    for (const { key } of listed) {
      const map = (await catalogue.find(key))!;
      expect(map.spawns.some(({ creature }) => creature === 'player')).toBe(true);
      for (const place of [...map.spawns, ...map.safeZones, ...map.portals]) {
        expect(place.x).toBeGreaterThanOrEqual(0);
        expect(place.x + place.widthM).toBeLessThanOrEqual(map.widthM);
        expect(place.y + place.heightM).toBeLessThanOrEqual(map.heightM);
      }
      expect(map.portals.length).toBeGreaterThan(0);
      for (const { targetMap, targetX } of map.portals) {
        expect(targetMap).not.toBe(key);
        expect(targetX).toBeGreaterThan(0);
        expect(targetX).toBeLessThan((await catalogue.find(targetMap))!.widthM);
      }
    }
  });

  it('keeps how a tile is turned, and leaves out a map that is none', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'maps'));
    for (const name of ['terrain.tsj', 'terrain.png']) {
      cpSync(path.join(content, 'maps', name), path.join(folder, 'maps', name));
    }
    const map = JSON.parse(readFileSync(path.join(content, 'maps/cave.tmj'), 'utf8')) as {
      layers: { data: number[] }[];
    };
    map.layers[0]!.data[0] = 0xa000_0003;
    writeFileSync(path.join(folder, 'maps/turned.tmj'), JSON.stringify(map));
    writeFileSync(path.join(folder, 'maps/broken.tmj'), '{');
    const catalogue = new TiledMapCatalogue(folder);
    expect((await catalogue.list()).map(({ key }) => key)).toEqual(['turned']);
    expect((await catalogue.find('turned'))!.layers[0]!.data[0]).toBe(0xa000_0003);
  });

  it('reads anew when it is told to: what changed and what is new, without what is gone, and keeps what is broken now', async () => {
    const folder = path.join(temporaryFolder(), 'content');
    cpSync(content, folder, { recursive: true });
    const file = (name: string) => path.join(folder, 'maps', `${name}.tmj`);
    const catalogue = new TiledMapCatalogue(folder);
    const keys = async () => (await catalogue.list()).map(({ key }) => key).sort();
    const before = await keys();
    const meadow = (await catalogue.find('meadow'))!;
    const renamed = readFileSync(file('meadow'), 'utf8').replaceAll(meadow.name, 'Another name');
    writeFileSync(file('meadow'), renamed);
    cpSync(file('cave'), file('second-cave'));
    expect((await catalogue.find('meadow'))!.name).toBe(meadow.name);
    catalogue.refresh();
    expect((await catalogue.find('meadow'))!.name).toBe('Another name');
    expect(await keys()).toEqual([...before, 'second-cave'].sort());
    writeFileSync(file('meadow'), '{');
    rmSync(file('second-cave'));
    catalogue.refresh();
    expect((await catalogue.find('meadow'))!.name).toBe('Another name');
    expect(await keys()).toEqual(before);
  });

  it('has all tiles of all tilesets, with their margins, spaces and pictures', async () => {
    const folder = path.join(temporaryFolder(), 'content');
    cpSync(content, folder, { recursive: true });
    const file = path.join(folder, 'maps/cave.tmj');
    const map = JSON.parse(readFileSync(file, 'utf8')) as {
      tilesets: { firstgid: number; source: string }[];
      layers: { data: number[] }[];
    };
    const terrain = JSON.parse(readFileSync(path.join(folder, 'maps/terrain.tsj'), 'utf8')) as object;
    const second = { ...terrain, name: 'second', tiles: [] };
    writeFileSync(path.join(folder, 'maps/second.tsj'), JSON.stringify(second));
    const { tilecount } = terrain as { tilecount: number };
    map.tilesets.push({ firstgid: 1 + tilecount, source: 'second.tsj' });
    map.layers[0]!.data[0] = 1 + tilecount + 2;
    writeFileSync(file, JSON.stringify(map));
    const catalogue = new TiledMapCatalogue(folder);
    const cave = (await catalogue.find('cave'))!;
    expect(cave.tilesets.map(({ firstTile, tileCount }) => [firstTile, tileCount])).toEqual([
      [1, tilecount],
      [1 + tilecount, tilecount],
    ]);
    expect(cave.layers[0]!.data[0]).toBe(tilecount + 3);
    expect(await catalogue.tileset('cave', 1)).toEqual(await catalogue.tileset('cave', 0));
    expect(await catalogue.tileset('cave', 2)).toBeUndefined();
  });

  it('has no picture where the file is gone, and passes over what is no map', async () => {
    const folder = path.join(temporaryFolder(), 'content');
    cpSync(content, folder, { recursive: true });
    mkdirSync(path.join(folder, 'maps/old.tmj'));
    writeFileSync(path.join(folder, 'maps/._cave.tmj'), '');
    rmSync(path.join(folder, 'maps/terrain.png'));
    const catalogue = new TiledMapCatalogue(folder);
    expect((await catalogue.list()).map(({ key }) => key)).toEqual(['cave', 'meadow']);
    expect(await catalogue.tileset('cave', 0)).toBeUndefined();
  });

  it('tries again after the folder could not be read', async () => {
    const folder = path.join(temporaryFolder(), 'content');
    const catalogue = new TiledMapCatalogue(folder);
    await expect(catalogue.list()).rejects.toThrow('ENOENT');
    cpSync(content, folder, { recursive: true });
    expect(await catalogue.list()).not.toHaveLength(0);
  });
});
