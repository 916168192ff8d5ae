// A map as the content gives it: tiles of one metre, and what stands on it. Row by row, from the north-west corner.

export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** Metres; `x`, `y` is the north-west corner. */
export interface MapRectangle extends MapPoint {
  readonly width: number;
  readonly height: number;
}

export interface SpawnPoint extends MapPoint {
  readonly key: string;
  /** 256 to a turn, 0 east, clockwise. */
  readonly facing: number;
}

export interface SafeZone extends MapRectangle {
  readonly key: string;
}

export interface Portal extends MapRectangle {
  readonly key: string;
  readonly targetMapKey: string;
  readonly targetSpawnKey: string;
}

/** Keeps `count` creatures of one kind alive within a circle. */
export interface SpawnGroup extends MapPoint {
  readonly key: string;
  /** Creature id. */
  readonly creature: number;
  /** 1 to 100. */
  readonly count: number;
  readonly radiusM: number;
  readonly respawnTicks: number;
}

export interface MapDefinition {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  /** Players may fight each other outside safe zones. */
  readonly pvp: boolean;
  /** Where the dead stand up again, and where those arrive whose place is blocked. */
  readonly bindSpawnKey: string;
  /** Metres and tiles, 8 to 1024. */
  readonly width: number;
  readonly height: number;
  /** 1 where nobody can walk. */
  readonly blocked: Uint8Array;
  /** 1 where nobody can see through; water blocks walking, not sight. */
  readonly opaque: Uint8Array;
  /** What the ground is, for drawing and sounds: an index into `terrainNames`. */
  readonly terrain: Uint8Array;
  readonly terrainNames: readonly string[];
  readonly spawnPoints: readonly SpawnPoint[];
  readonly safeZones: readonly SafeZone[];
  readonly portals: readonly Portal[];
  readonly spawnGroups: readonly SpawnGroup[];
}
