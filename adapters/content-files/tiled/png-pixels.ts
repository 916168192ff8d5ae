// Whether the pixels of a PNG are as many as its header says: they are unpacked and counted, a piece at a time, and none is
// kept. Source: PNG, third edition (w3.org/TR/png-3), 7.2, 8.1 and 11.2.1.

import { createInflate } from 'node:zlib';

/** Larger pictures are unpacked by no browser on every machine; the length of a row stays a safe number. */
const sideMax = 16_384;

const channels: Readonly<Record<number, { readonly count: number; readonly depths: readonly number[] }>> = {
  0: { count: 1, depths: [1, 2, 4, 8, 16] },
  2: { count: 3, depths: [8, 16] },
  3: { count: 1, depths: [1, 2, 4, 8] },
  4: { count: 2, depths: [8, 16] },
  6: { count: 4, depths: [8, 16] },
};

/** The seven passes of an interlaced picture: where each begins, and how far its pixels are apart. */
const passes = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
];

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly isInterlaced: boolean;
  /** Its pixels are numbers of colours in a list of their own. */
  readonly needsPalette: boolean;
}

/** From the data of IHDR; a clause behind "which …" when no picture can have it. */
export function readHeader(data: Buffer): PngHeader | string {
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth = 0, color = 0, compression, filter, interlace = 0] = data.subarray(8);
  if (Math.min(width, height) < 1 || Math.max(width, height) > sideMax)
    return `is ${width} × ${height} pixels, where 1 to ${sideMax} a side are allowed`;
  const kind = channels[color];
  if (
    kind === undefined ||
    !kind.depths.includes(depth) ||
    compression !== 0 ||
    filter !== 0 ||
    interlace > 1
  )
    return 'is damaged: its header names a kind of PNG that there is not';
  return {
    width,
    height,
    bitsPerPixel: depth * kind.count,
    isInterlaced: interlace === 1,
    needsPalette: color === 3,
  };
}

/** `packed` are the pieces of the one stream. A clause behind "which …"; undefined for as many as there should be. */
export async function pixelFault(header: PngHeader, packed: readonly Buffer[]): Promise<string | undefined> {
  const wanted = unpackedBytes(header);
  let found = 0;
  const inflate = createInflate();
  const written = (async () => {
    for (const piece of packed) {
      if (inflate.destroyed) return;
      if (!inflate.write(piece)) await new Promise<void>((resolve) => onceFree(inflate, resolve));
    }
    inflate.end();
  })();
  try {
    for await (const piece of inflate) {
      found += (piece as Buffer).length;
      // What is left may unpack to a thousand times as much.
      if (found > wanted) return sizeFault(header, 'more');
    }
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? 'end too early' : 'cannot be unpacked';
    return `is damaged: its pixels ${reason}`;
  } finally {
    inflate.destroy();
    await written;
  }
  return found === wanted ? undefined : sizeFault(header, 'fewer');
}

function onceFree(inflate: ReturnType<typeof createInflate>, resolve: () => void): void {
  inflate.once('drain', resolve);
  inflate.once('close', resolve);
}

function sizeFault({ width, height }: PngHeader, which: string): string {
  return `is damaged: it holds ${which} pixels than its header says, ${width} × ${height}`;
}

/** Each row has a byte before it, which says how it is filtered. */
function unpackedBytes({ width, height, bitsPerPixel, isInterlaced }: PngHeader): number {
  const rows = (columns: number, count: number): number =>
    columns <= 0 ? 0 : count * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  if (!isInterlaced) return rows(width, height);
  return passes.reduce(
    (sum, { x, y, dx, dy }) =>
      sum + rows(Math.ceil((width - x) / dx), Math.max(0, Math.ceil((height - y) / dy))),
    0,
  );
}
