// Maps drawn as text, for tests: '#' blocks walking and sight, '~' walking only, 's' is a safe zone, 'P' a portal.

import { noMapObjects } from '#domain/content/generated/map-objects.js';
import type { MapDefinition } from '#domain/content/map-definition.js';
import { WorldMap } from '#domain/space/world-map.js';
import { blank } from './generated/blank-records.js';

export function drawMap(rows: readonly string[], more: Partial<MapDefinition> = {}): MapDefinition {
  const tiles = rows.join('');
  const at = (found: string) =>
    [...tiles].map((tile, i) => ({ tile, i })).filter(({ tile }) => tile === found);
  const width = rows[0]!.length;
  const square = (i: number) => ({ x: i % width, y: Math.floor(i / width), width: 1, height: 1 });
  return {
    ...blank.gameMap,
    ...noMapObjects,
    ...{ key: 'drawn', name: 'drawn', bindSpawnKey: 'home' },
    width,
    height: rows.length,
    blocked: Uint8Array.from(tiles, (tile) => (tile === '#' || tile === '~' ? 1 : 0)),
    opaque: Uint8Array.from(tiles, (tile) => (tile === '#' ? 1 : 0)),
    terrain: new Uint8Array(tiles.length),
    terrainNames: ['none'],
    spawnPoints: [{ key: 'home', x: 1.5, y: 1.5, facing: 0 }],
    safeZones: at('s').map(({ i }) => ({ key: `safe-${i}`, ...square(i) })),
    portals: at('P').map(({ i }) => ({
      key: `portal-${i}`,
      ...square(i),
      targetMapKey: 'drawn',
      targetSpawnKey: 'home',
    })),
    ...more,
  };
}

export function drawWorldMap(rows: readonly string[], more: Partial<MapDefinition> = {}): WorldMap {
  return new WorldMap(drawMap(rows, more), 0);
}

/** A field of 30 by 30 tiles, with walls at some of the 900. */
export function drawScattered(walls: readonly number[]): WorldMap {
  const tiles = Array.from({ length: 900 }, (_, i) => (walls.includes(i) ? '#' : '.'));
  return drawWorldMap(Array.from({ length: 30 }, (_, row) => tiles.slice(row * 30, row * 30 + 30).join('')));
}
