// Generated from protocol-schema/content/*.tos by `npm run codegen`; changes here are lost.
// What maps, tiles and objects on maps say in Tiled.

import { z } from 'zod';
import type { GameMapProperties, MapObjects } from '#domain/content/generated/map-objects.js';
import { key } from '../records/key.js';
import { shownText, visibleText } from '../records/visible-text.js';
import type { JsonPath } from '../json/content-problem.js';
import type { Checker } from '../records/checker.js';
import type { PlacedObject } from '../records/placed-object.js';
import { ticks } from '../records/ticks.js';

export const gameMapSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  name: visibleText(1, 64),
  bindSpawn: key,
  pvp: z.boolean().default(false),
});

export const groundTileSchema = z.strictObject({
  blocksMovement: z.boolean().default(false),
  blocksSight: z.boolean().default(false),
  terrain: shownText(32).default(''),
});

const spawnPointSchema = z.strictObject({
  facing: z.int().min(0).max(255).default(64),
});

const safeZoneSchema = z.strictObject({});

const portalSchema = z.strictObject({
  targetMap: key,
  targetSpawn: key,
});

const spawnGroupSchema = z.strictObject({
  creature: key,
  count: z.int().min(1).max(100),
  respawnSeconds: z.number().min(1).max(86_400),
});

const npcPlaceSchema = z.strictObject({
  npc: key,
  facing: z.int().min(0).max(255).default(64),
});

const craftingStationSchema = z.strictObject({
  station: z.enum(['none', 'campfire', 'anvil', 'workbench', 'loom', 'cauldron']),
  reachM: z.number().min(0.5).max(20).default(3),
});

const landmarkSchema = z.strictObject({
  name: visibleText(1, 64),
});

/** Properties of maps and tiles themselves. */
export const ownProperties = { map: gameMapSchema, tile: groundTileSchema } as const;

export const objectClasses = {
  spawn: { shape: 'point', colour: '#2e7d32', properties: spawnPointSchema },
  'safe-zone': { shape: 'rectangle', colour: '#1565c0', properties: safeZoneSchema },
  portal: { shape: 'rectangle', colour: '#8e24aa', properties: portalSchema },
  'spawn-group': { shape: 'circle', colour: '#c62828', properties: spawnGroupSchema },
  npc: { shape: 'point', colour: '#ef6c00', properties: npcPlaceSchema },
  station: { shape: 'point', colour: '#5d4037', properties: craftingStationSchema },
  landmark: { shape: 'rectangle', colour: '#6d4c41', properties: landmarkSchema },
} as const;

export type ObjectClass = keyof typeof objectClasses;

/** Of one map, to be filled. */
export function emptyLists(): { [List in keyof MapObjects]: MapObjects[List][number][] } {
  return {
    spawnPoints: [],
    safeZones: [],
    portals: [],
    spawnGroups: [],
    npcPlaces: [],
    craftingStations: [],
    landmarks: [],
  };
}

export function defineGameMap(
  values: z.infer<typeof gameMapSchema>,
  path: JsonPath,
  checker: Checker,
): GameMapProperties {
  return {
    id: values.id,
    name: values.name,
    bindSpawnKey: checker.objectNamed('spawn', values.bindSpawn, undefined, [...path, 'bindSpawn']),
    pvp: values.pvp,
  };
}

/** Puts the object into the list of its class, unless its properties have faults, which are told. */
export function defineObject(
  kind: ObjectClass,
  object: PlacedObject,
  lists: ReturnType<typeof emptyLists>,
): void {
  const { checker, path } = object;
  switch (kind) {
    case 'spawn': {
      const values = object.read(spawnPointSchema);
      if (values === undefined) return;
      object.put(lists.spawnPoints, { key: object.name, ...object.middle, facing: values.facing });
      return;
    }
    case 'safe-zone': {
      const values = object.read(safeZoneSchema);
      if (values === undefined) return;
      object.put(lists.safeZones, { key: object.name, ...object.area });
      return;
    }
    case 'portal': {
      const values = object.read(portalSchema);
      if (values === undefined) return;
      object.put(lists.portals, {
        key: object.name,
        ...object.area,
        targetMapKey: checker.mapNamed(values.targetMap, [...path, 'targetMap']),
        targetSpawnKey: checker.objectNamed('spawn', values.targetSpawn, values.targetMap, [
          ...path,
          'targetSpawn',
        ]),
      });
      return;
    }
    case 'spawn-group': {
      const values = object.read(spawnGroupSchema);
      if (values === undefined) return;
      object.put(lists.spawnGroups, {
        key: object.name,
        ...object.middle,
        radiusM: object.radiusM,
        creature: checker.idOf('creatures', values.creature, [...path, 'creature']),
        count: values.count,
        respawnTicks: ticks(values.respawnSeconds),
      });
      return;
    }
    case 'npc': {
      const values = object.read(npcPlaceSchema);
      if (values === undefined) return;
      object.put(lists.npcPlaces, {
        key: object.name,
        ...object.middle,
        npc: checker.idOf('npcs', values.npc, [...path, 'npc']),
        facing: values.facing,
      });
      return;
    }
    case 'station': {
      const values = object.read(craftingStationSchema);
      if (values === undefined) return;
      object.put(lists.craftingStations, {
        key: object.name,
        ...object.middle,
        station: values.station,
        reachM: values.reachM,
      });
      return;
    }
    case 'landmark': {
      const values = object.read(landmarkSchema);
      if (values === undefined) return;
      object.put(lists.landmarks, { key: object.name, ...object.area, name: values.name });
      return;
    }
  }
}
