// Generated from protocol-schema/content/*.tos by `npm run codegen`; changes here are lost.
// What stands on maps, in metres; what one object names is on a map of that key.

import type { MapCircle, MapPoint, MapRectangle } from '../base/map-shapes.js';
import type { Station } from './definitions.js';

/** A map's own properties (Tiled: Map › Map Properties). */
export interface GameMapProperties {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** What players read. */
  readonly name: string;
  /** Where the dead stand up again, and where those arrive whose place is blocked. */
  readonly bindSpawnKey: string;
  /** Whether players may fight each other outside safe zones. */
  readonly pvp: boolean;
}

/** Where players appear: new ones, the dead, and who comes through a portal. */
export interface SpawnPoint extends MapPoint {
  /** The object's name in Tiled, unique in its class on a map. */
  readonly key: string;
  /** Where one looks: 256 to a turn, 0 east, clockwise. 0 to 255. */
  readonly facing: number;
}

/** Nobody can harm anybody in it. */
export interface SafeZone extends MapRectangle {
  /** The object's name in Tiled, unique in its class on a map. */
  readonly key: string;
}

/** Who walks into it is carried to a spawn point, of another map or of the same. */
export interface Portal extends MapRectangle {
  /** The object's name in Tiled, unique in its class on a map. */
  readonly key: string;
  /** The map to which it leads. */
  readonly targetMapKey: string;
  /** The spawn point there. */
  readonly targetSpawnKey: string;
}

/** Keeps creatures of one kind alive within a circle. */
export interface SpawnGroup extends MapCircle {
  /** The object's name in Tiled, unique in its class on a map. */
  readonly key: string;
  /** Which kind. The id of a creature. */
  readonly creature: number;
  /** How many of them. 1 to 100. */
  readonly count: number;
  /** How long after the death of one another takes its place. In ticks. */
  readonly respawnTicks: number;
}

/** Where somebody stands who can be talked to. */
export interface NpcPlace extends MapPoint {
  /** The object's name in Tiled, unique in its class on a map. */
  readonly key: string;
  /** Who. The id of a npc. */
  readonly npc: number;
  /** Where one looks: 256 to a turn, 0 east, clockwise. 0 to 255. */
  readonly facing: number;
}

/** Where recipes of its kind are made. */
export interface CraftingStation extends MapPoint {
  /** The object's name in Tiled, unique in its class on a map. */
  readonly key: string;
  /** What stands there. */
  readonly station: Station;
  /** How far away one may stand. 0.5 to 20 m. */
  readonly reachM: number;
}

/** Ground that has a name, which quests may ask players to see. */
export interface Landmark extends MapRectangle {
  /** The object's name in Tiled, unique in its class on a map. */
  readonly key: string;
  /** What players read. */
  readonly name: string;
}

/** All objects on a map, class by class. */
export interface MapObjects {
  /** Where players appear: new ones, the dead, and who comes through a portal. */
  readonly spawnPoints: readonly SpawnPoint[];
  /** Nobody can harm anybody in it. */
  readonly safeZones: readonly SafeZone[];
  /** Who walks into it is carried to a spawn point, of another map or of the same. */
  readonly portals: readonly Portal[];
  /** Keeps creatures of one kind alive within a circle. */
  readonly spawnGroups: readonly SpawnGroup[];
  /** Where somebody stands who can be talked to. */
  readonly npcPlaces: readonly NpcPlace[];
  /** Where recipes of its kind are made. */
  readonly craftingStations: readonly CraftingStation[];
  /** Ground that has a name, which quests may ask players to see. */
  readonly landmarks: readonly Landmark[];
}

/** An empty map. */
export const noMapObjects: MapObjects = {
  spawnPoints: [],
  safeZones: [],
  portals: [],
  spawnGroups: [],
  npcPlaces: [],
  craftingStations: [],
  landmarks: [],
};
