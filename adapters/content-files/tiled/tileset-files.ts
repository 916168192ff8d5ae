// The tilesets of maps: in files of their own, which are read and checked once however many maps use them, or inside a map.

import { access, constants } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { z } from 'zod';
import { checkShape } from '../json/check-shape.js';
import { FileProblems, problemsWithin } from '../json/content-problem.js';
import type { ContentProblem, JsonPath, Problems } from '../json/content-problem.js';
import { unreadableNamed } from '../json/nearest-file.js';
import { readJson } from '../json/read-json.js';
import { checkPicture, pathFault } from './tileset-picture.js';
import { checkProperties, noProperties } from './tiled-properties.js';
import { ownTileset, tilesetReference, tilesetSchema } from './tiled-schema.js';
import { readTileMeanings, type TileMeaning } from './tile-properties.js';

type WrittenTileset = z.infer<typeof tilesetSchema>;

export interface TiledTileset extends Omit<WrittenTileset, 'tiles' | 'properties'> {
  /** What the tiles that say something mean, by their numbers in the tileset. */
  readonly meanings: ReadonlyMap<number, TileMeaning>;
  /** How many numbers the tileset takes up; numbers that no tile has may be among them. */
  readonly numbers: number;
}

export interface PlacedTileset {
  readonly firstTile: number;
  readonly tileset: TiledTileset;
}

export class TilesetFiles {
  readonly #read = new Map<string, Promise<TiledTileset | undefined>>();

  constructor(
    private readonly folder: string,
    private readonly all: ContentProblem[],
  ) {}

  /** Undefined after adding problems: to the file's own, or to `problems` when the map itself is at fault. */
  async place(
    entry: unknown,
    path: JsonPath,
    mapFile: string,
    problems: Problems,
  ): Promise<PlacedTileset | undefined> {
    const within = problemsWithin(problems, path);
    if (entry === null || typeof entry !== 'object' || !Object.hasOwn(entry, 'source')) {
      const own = checkShape(entry, ownTileset, within);
      if (own === undefined) return undefined;
      const tileset = await checkTileset(own, { folder: this.folder, file: mapFile, problems: within });
      return tileset && { firstTile: own.firstgid, tileset };
    }
    const reference = checkShape(entry, tilesetReference, within);
    if (reference === undefined) return undefined;
    const file = posix.join(dirname(mapFile), reference.source);
    const fault = sourceFault(reference.source, file);
    if (fault !== undefined) {
      within.add(['source'], ...fault);
      return undefined;
    }
    const missing = await this.#missing(file);
    if (missing !== undefined) {
      within.add(['source'], `names '${file}', which ${missing[0]}`, missing[1]);
      return undefined;
    }
    const tileset = await this.#file(file);
    return tileset && { firstTile: reference.firstgid, tileset };
  }

  /** Told where it is asked for, by each map: that is where a name can be put right. Faults in a file are the file's. */
  async #missing(file: string): Promise<[reason: string, allowed: string] | undefined> {
    try {
      await access(join(this.folder, file), constants.F_OK);
      return undefined;
    } catch (error) {
      return unreadableNamed(error, 'a readable file', this.folder, file);
    }
  }

  #file(file: string): Promise<TiledTileset | undefined> {
    const known = this.#read.get(file);
    if (known !== undefined) return known;
    const reading = this.#readFile(file);
    this.#read.set(file, reading);
    return reading;
  }

  async #readFile(file: string): Promise<TiledTileset | undefined> {
    const problems = new FileProblems(file, this.all);
    const document = await readJson(this.folder, problems);
    const tileset = document && checkShape(document.value, tilesetSchema, problems);
    return tileset && checkTileset(tileset, { folder: this.folder, file, problems });
  }
}

function sourceFault(source: string, file: string): [reason: string, allowed: string] | undefined {
  if (/\.tsx$/i.test(source))
    return [
      `is '${source}', a tileset in Tiled's XML format`,
      'a tileset saved as JSON (.tsj) and the map pointed to it (Tiled: open the tileset, File › Save As, then Map › Replace Tileset)',
    ];
  const elsewhere = pathFault(source, file);
  return elsewhere === undefined
    ? undefined
    : [`is '${source}', ${elsewhere}`, 'a file inside the content folder'];
}

async function checkTileset(
  written: WrittenTileset,
  { folder, file, problems }: { folder: string; file: string; problems: Problems },
): Promise<TiledTileset | undefined> {
  const { tiles, properties, ...tileset } = written;
  checkProperties(properties, noProperties, [], problems);
  const { tileoffset } = tileset;
  if (tileoffset !== undefined && (tileoffset.x !== 0 || tileoffset.y !== 0))
    problems.add(
      ['tileoffset'],
      `is (${tileoffset.x}, ${tileoffset.y}): tiles would be seen elsewhere than they are`,
      '0, 0 (Tiled: the tileset’s Drawing Offset)',
    );
  const read = readTileMeanings(tiles, tileset, problems);
  await checkPicture(tileset, read.pictures, { folder, file, problems });
  return { ...tileset, meanings: read.meanings, numbers: read.numbers };
}
