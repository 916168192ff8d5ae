// The objects of a map: what an author places in Tiled as points, rectangles and ellipses of the classes spawn,
// safe-zone, portal and spawn-group. Tiled measures in pixels; the world in metres, one tile each.

import { z } from 'zod';
import type {
  MapDefinition,
  MapRectangle,
  Portal,
  SafeZone,
  SpawnGroup,
  SpawnPoint,
} from '#domain/content/map-definition.js';
import { problemsWithin } from './content-problem.js';
import type { JsonPath, Problems } from './content-problem.js';
import { ticks } from './build-definitions.js';
import type { KeyIndex } from './key-index.js';
import { checkShape } from './read-json.js';
import { key } from './record-schemas.js';
import { propertyValues } from './tiled-schema.js';
import type { TiledMap, TiledObject } from './tiled-schema.js';

export type MapObjects = Pick<MapDefinition, 'spawnPoints' | 'safeZones' | 'portals' | 'spawnGroups'>;

const classes = ['spawn', 'safe-zone', 'portal', 'spawn-group'] as const;

const spawnProperties = z.looseObject({ facing: z.int().min(0).max(255).default(64) });
const portalProperties = z.looseObject({ targetMap: key, targetSpawn: key });
const groupProperties = z.looseObject({
  creature: key,
  count: z.int().min(1).max(100),
  respawnSeconds: z.number().min(1).max(86_400),
});

interface Reading {
  readonly problems: Problems;
  readonly creatures: KeyIndex;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly spawnPoints: SpawnPoint[];
  readonly safeZones: SafeZone[];
  readonly portals: Portal[];
  readonly spawnGroups: SpawnGroup[];
}

export function readMapObjects(map: TiledMap, creatures: KeyIndex, problems: Problems): MapObjects {
  const reading: Reading = {
    problems,
    creatures,
    tileWidth: map.tilewidth,
    tileHeight: map.tileheight,
    spawnPoints: [],
    safeZones: [],
    portals: [],
    spawnGroups: [],
  };
  for (const layer of map.layers) {
    if (layer.type !== 'objectgroup') continue;
    for (const object of layer.objects) readObject(object, ['layers', layer.name, `#${object.id}`], reading);
  }
  return reading;
}

function readObject(object: TiledObject, path: JsonPath, reading: Reading): void {
  const { problems } = reading;
  const kind = object.type || object.class || '';
  const known = classes.find((name) => name === kind);
  if (known === undefined) {
    problems.add([...path, 'class'], `is '${kind}'`, `one of ${classes.join(', ')}`);
    return;
  }
  if (!key.safeParse(object.name).success) {
    problems.add(
      [...path, 'name'],
      `is '${object.name}'`,
      "lower case words joined by '-', at most 32 characters",
    );
    return;
  }
  if (object.rotation !== 0) problems.add([...path, 'rotation'], `is ${object.rotation}`, '0');
  addObject(known, object, path, reading);
}

function addObject(
  kind: (typeof classes)[number],
  object: TiledObject,
  path: JsonPath,
  reading: Reading,
): void {
  const values = propertyValues(object.properties);
  const area = inMetres(object, reading);
  const within = problemsWithin(reading.problems, path);
  switch (kind) {
    case 'spawn': {
      const checked = checkShape(values, spawnProperties, within);
      if (checked !== undefined)
        addUnique(
          reading.spawnPoints,
          { key: object.name, ...middle(area), facing: checked.facing },
          path,
          reading,
        );
      return;
    }
    case 'safe-zone':
      addUnique(reading.safeZones, { key: object.name, ...area }, path, reading);
      return;
    case 'portal': {
      const checked = checkShape(values, portalProperties, within);
      if (checked === undefined) return;
      const { targetMap: targetMapKey, targetSpawn: targetSpawnKey } = checked;
      addUnique(reading.portals, { key: object.name, ...area, targetMapKey, targetSpawnKey }, path, reading);
      return;
    }
    case 'spawn-group': {
      const checked = checkShape(values, groupProperties, within);
      if (checked === undefined) return;
      const group: SpawnGroup = {
        key: object.name,
        ...middle(area),
        creature: reading.creatures.resolve(checked.creature, [...path, 'creature'], reading.problems),
        count: checked.count,
        radiusM: Math.max(0.5, Math.min(area.width, area.height) / 2),
        respawnTicks: ticks(checked.respawnSeconds),
      };
      addUnique(reading.spawnGroups, group, path, reading);
    }
  }
}

function addUnique<T extends { readonly key: string }>(
  list: T[],
  entry: T,
  path: JsonPath,
  reading: Reading,
): void {
  if (list.some((other) => other.key === entry.key))
    reading.problems.add(
      [...path, 'name'],
      `is '${entry.key}', which another of its class has already`,
      'a name of its own',
    );
  else list.push(entry);
}

function inMetres(object: TiledObject, reading: Reading): MapRectangle {
  return {
    x: object.x / reading.tileWidth,
    y: object.y / reading.tileHeight,
    width: object.width / reading.tileWidth,
    height: object.height / reading.tileHeight,
  };
}

function middle(area: MapRectangle): { readonly x: number; readonly y: number } {
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
}
