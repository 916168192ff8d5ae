// The maps of the published content, in the form the console draws.

export interface MapSummary {
  readonly key: string;
  readonly name: string;
  readonly widthM: number;
  readonly heightM: number;
}

export interface MapRectangle {
  readonly name: string;
  /** Metres; x and y name the north-west corner. */
  readonly x: number;
  readonly y: number;
  readonly widthM: number;
  readonly heightM: number;
}

export interface MapSpawn extends MapRectangle {
  /** 'player' for where players appear, else the key of a creature. */
  readonly creature: string;
  readonly count: number;
}

export interface MapPortal extends MapRectangle {
  readonly targetMap: string;
  readonly targetX: number;
  readonly targetY: number;
}

export interface MapLayer {
  readonly name: string;
  /** Row by row, one number a tile: 0 is none, n the n-th tile of the tileset, counted from 1. */
  readonly data: readonly number[];
}

export interface MapDetails extends MapSummary {
  readonly tileSizePx: number;
  /** 0 when the map has no picture. */
  readonly tilesetColumns: number;
  readonly layers: readonly MapLayer[];
  readonly spawns: readonly MapSpawn[];
  readonly safeZones: readonly MapRectangle[];
  readonly portals: readonly MapPortal[];
}

export interface MapCatalogue {
  list(): Promise<readonly MapSummary[]>;
  find(key: string): Promise<MapDetails | undefined>;
  /** The tileset's picture, a PNG. */
  tileset(key: string): Promise<Uint8Array | undefined>;
}
