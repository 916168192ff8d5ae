// The pictures of a tileset, looked at when the content is loaded: each is there, is a PNG, and has room for its tiles.

import { open } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { JsonPath, Problems } from '../json/content-problem.js';
import { unreadable } from '../json/read-json.js';

export interface NamedPicture {
  readonly path: JsonPath;
  readonly image: string;
}

interface Sheet {
  readonly image?: string | undefined;
  readonly tilewidth: number;
  readonly tileheight: number;
  readonly tilecount: number;
  readonly columns: number;
  readonly margin: number;
  readonly spacing: number;
}

interface Place {
  readonly folder: string;
  /** What names the pictures, from the folder. */
  readonly file: string;
  readonly problems: Problems;
}

/** `single` are the pictures of tiles that have one each. */
export async function checkPicture(
  sheet: Sheet,
  single: readonly NamedPicture[],
  place: Place,
): Promise<void> {
  for (const picture of single) await sizeOf(picture, place);
  if (sheet.image === undefined || sheet.image === '') {
    if (sheet.columns > 0)
      place.problems.add(
        ['image'],
        'is missing',
        'the picture of the tiles, or 0 columns and a picture a tile',
      );
    return;
  }
  const size = await sizeOf({ path: ['image'], image: sheet.image }, place);
  if (size === undefined) return;
  const fit = (pixels: number, tile: number) =>
    Math.max(0, Math.floor((pixels - 2 * sheet.margin + sheet.spacing) / (tile + sheet.spacing)));
  const columns = fit(size.width, sheet.tilewidth);
  const rows = fit(size.height, sheet.tileheight);
  if (sheet.columns > columns || sheet.columns === 0)
    place.problems.add(['columns'], `is ${sheet.columns}`, `1 to ${columns}, as many as the picture has`);
  else if (sheet.tilecount > sheet.columns * rows)
    place.problems.add(
      ['tilecount'],
      `is ${sheet.tilecount}`,
      `at most ${sheet.columns * rows}, as many as the picture has`,
    );
}

/** Whether a path that a file names leads out of the content folder; `joined` is the same from that folder. */
export function leadsOut(named: string, joined: string): boolean {
  return posix.isAbsolute(named) || /^[a-z]:|\\/i.test(named) || joined === '..' || joined.startsWith('../');
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Signature, length and name of the first chunk, width and height. */
const headerBytes = 24;

async function sizeOf(
  { path, image }: NamedPicture,
  { folder, file, problems }: Place,
): Promise<{ width: number; height: number } | undefined> {
  // A path is relative to the file that names it.
  const picture = posix.join(dirname(file), image);
  if (leadsOut(image, picture)) {
    problems.add(path, `is '${image}', outside the content folder`, 'a picture inside the content folder');
    return undefined;
  }
  const header = Buffer.alloc(headerBytes);
  try {
    const opened = await open(join(folder, picture));
    try {
      await opened.read(header, 0, headerBytes, 0);
    } finally {
      await opened.close();
    }
  } catch (error) {
    const [reason, allowed] = unreadable(error, 'a PNG file');
    problems.add(path, `names '${picture}', which ${reason}`, allowed);
    return undefined;
  }
  if (signature.some((byte, i) => header[i] !== byte)) {
    problems.add(path, `names '${picture}', which is no PNG`, 'a PNG file');
    return undefined;
  }
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}
