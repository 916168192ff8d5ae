// The maps of the published content, in the form the console draws.

export interface MapSummary {
  readonly key: string;
  readonly name: string;
  readonly widthM: number;
  readonly heightM: number;
}

export interface NamedArea {
  readonly name: string;
  /** Metres; x and y name the north-west corner. */
  readonly x: number;
  readonly y: number;
  readonly widthM: number;
  readonly heightM: number;
}

export interface MapSpawn extends NamedArea {
  /** 'player' for where players appear, else the key of a creature. */
  readonly creature: string;
  readonly count: number;
}

export interface MapPortal extends NamedArea {
  readonly targetMap: string;
  readonly targetX: number;
  readonly targetY: number;
}

export interface MapLayer {
  readonly name: string;
  /**
   * Row by row, one number a tile, as Tiled writes it: 0 is none; the lower 28 bits name a tile of one of the tilesets; bit
   * 31 mirrors it from left to right, bit 30 from top to bottom, bit 29, before these, across its diagonal.
   */
  readonly data: readonly number[];
}

/** A sheet of tiles: `tileCount` of them from number `firstTile` on, row by row. */
export interface MapTileset {
  readonly firstTile: number;
  readonly tileCount: number;
  readonly tileWidthPx: number;
  readonly tileHeightPx: number;
  /** Round the sheet, and between tiles. */
  readonly marginPx: number;
  readonly spacingPx: number;
  /** 0 where the tiles have no common picture. */
  readonly columns: number;
}

export interface MapDetails extends MapSummary {
  /** Of the map's grid; a tile of another size stands on its cell's lower left corner. */
  readonly tileWidthPx: number;
  readonly tileHeightPx: number;
  readonly tilesets: readonly MapTileset[];
  readonly layers: readonly MapLayer[];
  readonly spawns: readonly MapSpawn[];
  readonly safeZones: readonly NamedArea[];
  readonly portals: readonly MapPortal[];
}

export interface MapCatalogue {
  list(): Promise<readonly MapSummary[]>;
  find(key: string): Promise<MapDetails | undefined>;
  /** The picture of the map's tileset with this index, a PNG. */
  tileset(key: string, index: number): Promise<Uint8Array | undefined>;
  /** What was read may be old: the next question reads anew, and keeps of before what cannot be read any more. */
  refresh(): void;
}
