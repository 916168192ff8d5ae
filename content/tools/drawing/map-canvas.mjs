// A map being drawn: three layers of tiles and the objects on them, all in tiles (metres), written as Tiled's JSON.

import { chance } from '../canvas/noise.mjs';
import { properties } from '../tiles/tileset.mjs';
import { tileSize } from '../canvas/tile-canvas.mjs';
import { tile } from '../tiles/tiles.mjs';

const layerNames = ['ground', 'details', 'walls'];
const objectLayers = {
  spawn: 'spawns',
  'safe-zone': 'zones',
  portal: 'portals',
  'spawn-group': 'creatures',
  npc: 'people',
  station: 'stations',
  landmark: 'landmarks',
};

export class MapCanvas {
  constructor(width, height, seed) {
    this.width = width;
    this.height = height;
    this.random = chance(seed);
    for (const name of layerNames) this[name] = new Array(width * height).fill(0);
    this.objects = [];
  }

  inside(x, y) {
    return x >= 0 && y >= 0 && x < this.width && y < this.height;
  }

  put(layer, x, y, name) {
    if (this.inside(x, y)) this[layer][y * this.width + x] = name === '' ? 0 : tile(name);
  }

  is(layer, x, y, name) {
    return this.inside(x, y) && this[layer][y * this.width + x] === (name === '' ? 0 : tile(name));
  }

  fill(layer, x, y, width, height, names) {
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) this.put(layer, column, row, this.pick(names));
  }

  /** Takes everything away that stands on the ground. */
  clear(x, y, width, height) {
    this.fill('details', x, y, width, height, '');
    this.fill('walls', x, y, width, height, '');
  }

  pick(names) {
    return typeof names === 'string' ? names : names[Math.floor(this.random() * names.length)];
  }

  each(visit) {
    for (let y = 0; y < this.height; y++) for (let x = 0; x < this.width; x++) visit(x, y);
  }

  /** Visits the tiles within `radius` of a line through points, as a brush would. */
  brush(points, radius, visit) {
    for (let i = 1; i < points.length; i++) {
      const [x0, y0] = points[i - 1];
      const [x1, y1] = points[i];
      const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 2);
      for (let s = 0; s <= steps; s++)
        this.disc(x0 + ((x1 - x0) * s) / steps, y0 + ((y1 - y0) * s) / steps, radius, visit);
    }
  }

  disc(x, y, radius, visit) {
    for (let row = Math.floor(y - radius); row <= y + radius; row++)
      for (let column = Math.floor(x - radius); column <= x + radius; column++)
        if (Math.hypot(column + 0.5 - x, row + 0.5 - y) <= radius && this.inside(column, row))
          visit(column, row);
  }

  spawn(name, x, y, facing) {
    this.objects.push({ kind: 'spawn', name, x, y, point: true, values: { facing } });
  }

  npc(name, x, y, facing) {
    this.objects.push({ kind: 'npc', name, x, y, point: true, values: { facing, npc: name } });
  }

  station(name, station, x, y, reachM) {
    this.objects.push({ kind: 'station', name, x, y, point: true, values: { reachM, station } });
  }

  area(kind, name, x, y, width, height, values = {}) {
    this.objects.push({ kind, name, x, y, width, height, values });
  }

  creatures(name, x, y, radius, values) {
    this.objects.push({
      kind: 'spawn-group',
      name,
      x: x - radius,
      y: y - radius,
      width: radius * 2,
      height: radius * 2,
      ellipse: true,
      values,
    });
  }

  toTiled(values) {
    const layers = [...layerNames.map((name, i) => this.#tileLayer(name, i + 1)), ...this.#objectLayers()];
    return {
      compressionlevel: -1,
      height: this.height,
      infinite: false,
      layers,
      nextlayerid: layers.length + 1,
      nextobjectid: this.objects.length + 1,
      orientation: 'orthogonal',
      properties: properties(values),
      renderorder: 'right-down',
      tiledversion: '1.10.2',
      tileheight: tileSize,
      tilesets: [{ firstgid: 1, source: 'terrain.tsj' }],
      tilewidth: tileSize,
      type: 'map',
      version: '1.10',
      width: this.width,
    };
  }

  #tileLayer(name, id) {
    const { width, height } = this;
    return {
      data: this[name],
      height,
      id,
      name,
      opacity: 1,
      type: 'tilelayer',
      visible: true,
      width,
      x: 0,
      y: 0,
    };
  }

  #objectLayers() {
    // A map without people, stations or landmarks has no layer for them.
    const used = Object.entries(objectLayers).filter(
      ([kind]) =>
        !['npc', 'station', 'landmark'].includes(kind) || this.objects.some((object) => object.kind === kind),
    );
    return used.map(([kind, name], i) => ({
      draworder: 'topdown',
      id: layerNames.length + 1 + i,
      name,
      objects: this.objects
        .map((object, index) => [object, index + 1])
        .filter(([object]) => object.kind === kind)
        .map(tiledObject),
      opacity: 1,
      type: 'objectgroup',
      visible: true,
      x: 0,
      y: 0,
    }));
  }
}

function tiledObject([object, id]) {
  return {
    ...(object.ellipse && { ellipse: true }),
    height: (object.height ?? 0) * tileSize,
    id,
    name: object.name,
    ...(object.point && { point: true }),
    ...(Object.keys(object.values).length > 0 && { properties: properties(object.values) }),
    rotation: 0,
    type: object.kind,
    visible: true,
    width: (object.width ?? 0) * tileSize,
    x: object.x * tileSize,
    y: object.y * tileSize,
  };
}

/** JSON as Tiled writes it, but with one row of tiles to a line, so that a change shows where it is. */
export function formatMap(map) {
  const rows = [];
  const text = JSON.stringify(
    map,
    (name, value) => {
      if (name !== 'data') return value;
      const lines = [];
      for (let at = 0; at < value.length; at += map.width)
        lines.push(value.slice(at, at + map.width).join(', '));
      rows.push(`[\n${lines.join(',\n')}]`);
      return `@rows${rows.length - 1}@`;
    },
    1,
  );
  return `${text.replace(/"@rows(\d+)@"/g, (_, index) => rows[Number(index)])}\n`;
}
