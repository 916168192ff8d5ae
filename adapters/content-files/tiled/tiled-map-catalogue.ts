// The content folder's maps as the console draws them: tile layers, tilesets with their pictures, and all placed objects in
// metres. Read on first use, and anew when a game server may have read others; faulty maps are left out, or stay as they were
// before, since loading the content reports them, and a server that starts again with faulty content plays that of before.

import { dirname, join } from 'node:path';
import type {
  MapCatalogue,
  MapDetails,
  MapLayer,
  MapPortal,
  NamedArea,
  MapSpawn,
  MapSummary,
  MapTileset,
} from '#ports/admin/servers/map-catalogue.js';
import type { ContentProblem } from '../json/content-problem.js';
import { readBytes, UnfitFileError } from '../json/read-bytes.js';
import { KeptReading } from './kept-reading.js';
import { listMapFiles } from './map-files.js';
import { classOf } from './map-objects.js';
import { mapKey, readTiledMap, type TiledMapFile } from './tiled-map.js';
import { propertiesOf, type TiledObject } from './tiled-object.js';
import { TilesetFiles } from './tileset-files.js';

interface DrawnMap {
  readonly details: MapDetails;
  /** Paths of the tilesets' pictures; undefined where the tiles have none in common. */
  readonly pictures: readonly (string | undefined)[];
}

export class TiledMapCatalogue implements MapCatalogue {
  readonly #maps;

  constructor(contentDir: string) {
    this.#maps = new KeptReading<ReadonlyMap<string, DrawnMap>>(new Map(), (before) =>
      readMaps(contentDir, before),
    );
  }

  async list(): Promise<readonly MapSummary[]> {
    return [...(await this.#maps.get()).values()].map(({ details }) => {
      const { key, name, widthM, heightM } = details;
      return { key, name, widthM, heightM };
    });
  }

  async find(key: string): Promise<MapDetails | undefined> {
    return (await this.#maps.get()).get(key)?.details;
  }

  async tileset(key: string, index: number): Promise<Uint8Array | undefined> {
    const picture = (await this.#maps.get()).get(key)?.pictures[index];
    return picture === undefined ? undefined : readPicture(picture);
  }

  refresh(): void {
    this.#maps.refresh();
  }
}

/** Undefined when it is gone, or something else by now: loading the content reports that, and whoever only draws does without. */
async function readPicture(picture: string): Promise<Uint8Array | undefined> {
  try {
    return await readBytes(picture);
  } catch (error) {
    if (error instanceof UnfitFileError || (error as NodeJS.ErrnoException).code === 'ENOENT')
      return undefined;
    throw error;
  }
}

/** A map whose file is there and faulty stays as it was `before`; one whose file is gone is gone. */
async function readMaps(
  contentDir: string,
  before: ReadonlyMap<string, DrawnMap>,
): Promise<ReadonlyMap<string, DrawnMap>> {
  const problems: ContentProblem[] = [];
  const tilesetFiles = new TilesetFiles(contentDir, problems);
  const read: TiledMapFile[] = [];
  const kept: [string, DrawnMap][] = [];
  for (const file of await listMapFiles(contentDir)) {
    const map = await readTiledMap(contentDir, file, problems, tilesetFiles);
    const old = before.get(mapKey(file));
    if (map?.problems.count === 0 && map.hasAllTiles) read.push(map);
    else if (old !== undefined) kept.push([mapKey(file), old]);
  }
  const drawn = read.map(
    (map) => [keyOf(map), { details: draw(map, read), pictures: picturesOf(map, contentDir) }] as const,
  );
  return new Map([...drawn, ...kept]);
}

function keyOf({ file }: TiledMapFile): string {
  return mapKey(file);
}

function picturesOf({ file, map, tilesets }: TiledMapFile, contentDir: string): (string | undefined)[] {
  return tilesets.map(({ tileset }, index) => {
    if (tileset.image === undefined) return undefined;
    // A picture's path is relative to the file that names it.
    const { source = '' } = map.tilesets[index] as { source?: string };
    return join(contentDir, dirname(file), dirname(source), tileset.image);
  });
}

function tilesetsOf({ tilesets }: TiledMapFile): MapTileset[] {
  return tilesets.map(({ firstTile, tileset }) => ({
    firstTile,
    tileCount: tileset.numbers,
    tileWidthPx: tileset.tilewidth,
    tileHeightPx: tileset.tileheight,
    marginPx: tileset.margin,
    spacingPx: tileset.spacing,
    columns: tileset.image === undefined ? 0 : tileset.columns,
  }));
}

function draw(read: TiledMapFile, all: readonly TiledMapFile[]): MapDetails {
  const { map } = read;
  const objects = map.layers.flatMap((layer) => (layer.type === 'objectgroup' ? layer.objects : []));
  const ofKind = (kind: string) => objects.filter((object) => classOf(object) === kind);
  const areaOnMap = (object: TiledObject) => rectangle(object, map);
  return {
    key: keyOf(read),
    name: map.properties?.name ?? keyOf(read),
    widthM: map.width,
    heightM: map.height,
    tileWidthPx: map.tilewidth,
    tileHeightPx: map.tileheight,
    tilesets: tilesetsOf(read),
    layers: layersOf(read),
    spawns: [
      ...ofKind('spawn').map((object): MapSpawn => ({ ...areaOnMap(object), creature: 'player', count: 0 })),
      ...ofKind('spawn-group').map((object): MapSpawn => {
        const { creature, count } = propertiesOf(object);
        return { ...areaOnMap(object), creature: String(creature ?? ''), count: Number(count ?? 0) };
      }),
    ],
    safeZones: ofKind('safe-zone').map(areaOnMap),
    portals: ofKind('portal').map((object): MapPortal => ({
      ...areaOnMap(object),
      ...targetOf(object, all),
    })),
  };
}

function layersOf({ map }: TiledMapFile): MapLayer[] {
  return map.layers.flatMap((layer) =>
    layer.type === 'tilelayer' ? [{ name: layer.name, data: layer.data }] : [],
  );
}

function rectangle(object: TiledObject, map: TiledMapFile['map']): NamedArea {
  return {
    name: object.name,
    x: object.x / map.tilewidth,
    y: object.y / map.tileheight,
    widthM: object.width / map.tilewidth,
    heightM: object.height / map.tileheight,
  };
}

/** A portal names a spawn point of another map; the console wants to know where that is. */
function targetOf(
  portal: TiledObject,
  all: readonly TiledMapFile[],
): { targetMap: string; targetX: number; targetY: number } {
  const { targetMap, targetSpawn } = propertiesOf(portal);
  const target = all.find((map) => keyOf(map) === targetMap);
  const spawn = target?.map.layers
    .flatMap((layer) => (layer.type === 'objectgroup' ? layer.objects : []))
    .find((object) => classOf(object) === 'spawn' && object.name === targetSpawn);
  const at = target && spawn ? rectangle(spawn, target.map) : { x: 0, y: 0 };
  return { targetMap: String(targetMap ?? ''), targetX: at.x, targetY: at.y };
}
