// The pictures of a tileset, looked at when the content is loaded: each is there, is a whole PNG of the size that the tileset
// says, and has room for its tiles.

import { dirname, join, posix } from 'node:path';
import type { JsonPath, Problems } from '../json/content-problem.js';
import { unreadableNamed } from '../json/nearest-file.js';
import { readBytes } from '../json/read-bytes.js';
import { lookThroughPng } from './png-file.js';

export interface NamedPicture {
  /** Of what names it. */
  readonly path: JsonPath;
  readonly image: string;
  /** As the tileset has them, from when Tiled last saw the picture. */
  readonly imagewidth?: number | undefined;
  readonly imageheight?: number | undefined;
  /** The part of it that is seen, in pixels. */
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

interface Sheet extends Omit<NamedPicture, 'path' | 'image'> {
  readonly image?: string | undefined;
  readonly tilewidth: number;
  readonly tileheight: number;
  readonly tilecount: number;
  readonly columns: number;
  readonly margin: number;
  readonly spacing: number;
}

interface SheetFile {
  readonly folder: string;
  /** What names the pictures, from the folder. */
  readonly file: string;
  readonly problems: Problems;
}

/** `single` are the pictures of tiles that have one each. */
export async function checkPicture(
  sheet: Sheet,
  single: readonly NamedPicture[],
  sheetFile: SheetFile,
): Promise<void> {
  for (const picture of single) await sizeOf(picture, sheetFile);
  if (sheet.image === undefined || sheet.image === '') {
    if (sheet.columns > 0)
      sheetFile.problems.add(
        ['image'],
        'is missing',
        'the picture of the tiles, or 0 columns and a picture a tile',
      );
    return;
  }
  const size = await sizeOf({ ...sheet, path: [], image: sheet.image }, sheetFile);
  if (size === undefined) return;
  const fit = (pixels: number, tile: number) =>
    Math.max(0, Math.floor((pixels - 2 * sheet.margin + sheet.spacing) / (tile + sheet.spacing)));
  const columns = fit(size.width, sheet.tilewidth);
  const rows = fit(size.height, sheet.tileheight);
  if (sheet.columns > columns || sheet.columns === 0)
    sheetFile.problems.add(['columns'], `is ${sheet.columns}`, `1 to ${columns}, as many as the picture has`);
  else if (sheet.tilecount > sheet.columns * rows)
    sheetFile.problems.add(
      ['tilecount'],
      `is ${sheet.tilecount}`,
      `at most ${sheet.columns * rows}, as many as the picture has`,
    );
}

const anyScheme = /^[a-z][a-z\d+.-]*:/i;

/** What is wrong with a path that a file names; `joined` is the same from the content folder. */
export function pathFault(named: string, joined: string): string | undefined {
  // A drive's letter is one, too, and leads out.
  if (anyScheme.test(named) && !/^[a-z]:/i.test(named)) return 'a URL';
  const leadsOut =
    posix.isAbsolute(named) || /^[a-z]:|\\/i.test(named) || joined === '..' || joined.startsWith('../');
  return leadsOut ? 'outside the content folder' : undefined;
}

async function sizeOf(
  named: NamedPicture,
  { folder, file, problems }: SheetFile,
): Promise<{ width: number; height: number } | undefined> {
  // A path is relative to the file that names it.
  const { image } = named;
  const path = [...named.path, 'image'];
  const picture = posix.join(dirname(file), image);
  const elsewhere = pathFault(image, picture);
  if (elsewhere !== undefined) {
    problems.add(path, `is '${image}', ${elsewhere}`, 'a picture inside the content folder');
    return undefined;
  }
  try {
    const looked = await lookThroughPng(await readBytes(join(folder, picture)));
    if (looked.ok) return asNamed(looked, named, picture, problems) ? looked : undefined;
    problems.add(path, `names '${picture}', which ${looked.fault}`, 'a whole PNG file');
  } catch (error) {
    const [reason, allowed] = await unreadableNamed(error, 'a PNG file', folder, picture);
    problems.add(path, `names '${picture}', which ${reason}`, allowed);
  }
  return undefined;
}

/** Where it is of another size, its tiles are cut elsewhere than the author saw them. */
function asNamed(
  { width, height }: { readonly width: number; readonly height: number },
  { path, imagewidth = width, imageheight = height, ...part }: NamedPicture,
  picture: string,
  problems: Problems,
): boolean {
  const sides = [
    ['imagewidth', imagewidth, width],
    ['imageheight', imageheight, height],
  ] as const;
  for (const [side, said, is] of sides) {
    if (said === is) continue;
    const cure = 'Tiled: reload the picture in the tileset, and save that';
    problems.add(
      [...path, side],
      `is ${said}, and '${picture}' is ${width} × ${height} pixels`,
      `${is} (${cure})`,
    );
    return false;
  }
  for (const [side, whole] of Object.entries({ x: 0, y: 0, width, height })) {
    const said = part[side as keyof typeof part] ?? whole;
    if (said === whole) continue;
    problems.add(
      [...path, side],
      `is ${said}: a part of '${picture}', which is seen as a whole, ${width} × ${height} pixels`,
      `${whole} (Tiled: a picture of its own for each tile, or a tileset based on one image)`,
    );
    return false;
  }
  return true;
}
