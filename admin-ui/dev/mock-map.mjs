// A made-up map with its tileset for work on the console without a game server: meadow, lake, road, walls.
import { deflateSync } from 'node:zlib';

const tileSizePx = 16;
const tilesetColumns = 4;
// grass, tall grass, water, sand, road, wall, tree, flowers
const colours = [
  [104, 142, 83],
  [93, 131, 76],
  [66, 117, 158],
  [205, 187, 136],
  [158, 137, 108],
  [112, 112, 118],
  [54, 92, 58],
  [128, 151, 92],
];

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, body) {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(type, 4, 'latin1');
  body.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}

/** An 8-bit RGBA PNG of the tileset. */
export function tilesetPng() {
  const width = tilesetColumns * tileSizePx;
  const height = Math.ceil(colours.length / tilesetColumns) * tileSizePx;
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = Math.floor(y / tileSizePx) * tilesetColumns + Math.floor(x / tileSizePx);
      const grain = ((x * 7 + y * 13 + ((x * y) % 5) * 3) % 11) - 5;
      const at = y * (1 + width * 4) + 1 + x * 4;
      for (let c = 0; c < 3; c++) rows[at + c] = colours[index][c] + grain;
      rows[at + 3] = 255;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function ground(x, y) {
  const lake = Math.hypot((x - 110) / 1.5, y - 34);
  if (lake < 15) return 3;
  if (lake < 17.5) return 4;
  if (Math.abs(y - 60 - Math.sin(x / 14) * 6) < 1.6) return 5;
  return (x * 31 + y * 17 + x * y) % 7 === 0 ? 2 : (x * 13 + y * 29) % 41 === 0 ? 8 : 1;
}

function above(x, y) {
  const inTown = x >= 38 && x <= 66 && y >= 44 && y <= 72;
  const onWall = inTown && (x === 38 || x === 66 || y === 44 || y === 72);
  if (onWall && Math.abs(y - 60 - Math.sin(x / 14) * 6) >= 2.5) return 6;
  if (!inTown && ground(x, y) < 3 && (x * 73 + y * 151 + ((x * y) % 13) * 7) % 19 === 0) return 7;
  return 0;
}

export function makeMap(key, name, widthM, heightM) {
  const layer = (name, at) => ({
    name,
    data: Array.from({ length: widthM * heightM }, (_, i) => at(i % widthM, Math.floor(i / widthM))),
  });
  return {
    key,
    name,
    widthM,
    heightM,
    tileWidthPx: tileSizePx,
    tileHeightPx: tileSizePx,
    tilesets: [
      {
        ...{ firstTile: 1, tileCount: colours.length, tileWidthPx: tileSizePx, tileHeightPx: tileSizePx },
        ...{ marginPx: 0, spacingPx: 0, columns: tilesetColumns, image: `/api/v1/maps/${key}/tilesets/0` },
      },
    ],
    layers: [layer('ground', ground), layer('above', above)],
    spawns: [
      { name: 'Wolves', x: 14, y: 18, widthM: 18, heightM: 14, creature: 'wolf', count: 6 },
      { name: 'Boars', x: 84, y: 84, widthM: 24, heightM: 18, creature: 'boar', count: 8 },
    ],
    safeZones: [{ name: 'Town', x: 38, y: 44, widthM: 29, heightM: 29 }],
    portals: [
      {
        name: 'To the cave',
        x: 150,
        y: 18,
        widthM: 2,
        heightM: 2,
        targetMap: 'cave',
        targetX: 4,
        targetY: 4,
      },
    ],
  };
}
