// The first map: a village at a crossroads, a lake and its river, woods to the west and north, fields, a bandit camp, and
// the cliff with the mouth of the cave.

import { buildHouse, plantField } from './house.mjs';
import { MapCanvas } from './map-canvas.mjs';
import { smoothNoise } from './noise.mjs';

const size = 128;
const middle = 64;

const roads = {
  north: [
    [64, 60],
    [63, 46],
    [66, 36],
    [61, 26],
    [64, 17],
    [64, 9],
  ],
  south: [
    [64, 68],
    [66, 84],
    [61, 98],
    [64, 112],
    [64, 125],
  ],
  east: [
    [68, 64],
    [82, 62],
    [94, 66],
    [106, 64],
    [125, 66],
  ],
  west: [
    [60, 64],
    [46, 66],
    [34, 61],
    [22, 64],
    [3, 62],
  ],
};

const wilds = [
  { name: 'wolves-west', creature: 'wolf', at: [20, 46], radius: 6, count: 6, respawn: 30 },
  { name: 'wolves-wood', creature: 'wolf', at: [16, 80], radius: 6, count: 6, respawn: 30 },
  { name: 'wolves-north', creature: 'wolf', at: [42, 34], radius: 6, count: 6, respawn: 30 },
  { name: 'wolves-hill', creature: 'wolf', at: [84, 20], radius: 5, count: 5, respawn: 30 },
  { name: 'boars-south', creature: 'boar', at: [44, 106], radius: 7, count: 7, respawn: 25 },
  { name: 'boars-meadow', creature: 'boar', at: [80, 108], radius: 7, count: 7, respawn: 25 },
  { name: 'boars-river', creature: 'boar', at: [96, 84], radius: 6, count: 6, respawn: 25 },
  { name: 'boars-west', creature: 'boar', at: [30, 76], radius: 5, count: 5, respawn: 25 },
  { name: 'bears-den', creature: 'bear', at: [24, 20], radius: 5, count: 3, respawn: 60 },
  { name: 'bears-lake', creature: 'bear', at: [118, 28], radius: 4, count: 2, respawn: 60 },
  { name: 'bandits-road', creature: 'bandit', at: [116, 76], radius: 5, count: 4, respawn: 40 },
];

const trails = [
  [
    [34, 61],
    [26, 52],
    [20, 46],
  ],
  [
    [34, 61],
    [32, 70],
    [30, 76],
    [22, 80],
    [16, 80],
  ],
  [
    [63, 46],
    [52, 40],
    [42, 34],
  ],
  [
    [66, 36],
    [76, 26],
    [84, 20],
  ],
  [
    [61, 98],
    [52, 104],
    [44, 106],
  ],
  [
    [61, 98],
    [72, 104],
    [80, 108],
  ],
  [
    [42, 34],
    [32, 26],
    [24, 20],
  ],
  [
    [84, 20],
    [98, 14],
    [110, 18],
    [118, 28],
  ],
  [
    [106, 64],
    [112, 70],
    [116, 76],
    [114, 90],
    [109, 98],
  ],
  [
    [82, 62],
    [88, 74],
    [94, 84],
  ],
];

const camp = { x: 109, y: 108, radius: 10 };

export function drawMeadow() {
  const map = new MapCanvas(size, size, 20260101);
  drawGround(map);
  drawWoods(map);
  drawLake(map);
  drawCliff(map);
  for (const { at, radius } of wilds) openClearing(map, at[0], at[1], radius + 2);
  for (const trail of trails) drawTrail(map, trail, 0.9);
  for (const road of Object.values(roads)) drawRoad(map, road);
  drawCaveMouth(map);
  drawVillage(map);
  drawCamp(map);
  drawEdge(map);
  placeObjects(map);
  return map.toTiled({ id: 1, name: 'Willowmere', bindSpawn: 'village', pvp: false });
}

function drawGround(map) {
  const patches = smoothNoise(11, 9);
  map.each((x, y) => {
    const value = patches(x, y) + (map.random() - 0.5) * 0.25;
    map.put('ground', x, y, value > 0.66 ? 'grass-light' : value < 0.34 ? 'grass-dark' : 'grass');
    const luck = map.random();
    if (luck < 0.03) map.put('details', x, y, map.pick(['flowers-red', 'flowers-yellow', 'flowers-blue']));
    else if (luck < 0.09) map.put('details', x, y, 'tall-grass');
    else if (luck < 0.1) map.put('details', x, y, 'pebbles');
    else if (luck < 0.108) map.put('walls', x, y, map.pick(['oak', 'birch', 'bush']));
  });
}

/** Dense towards the west and the north, thinning out towards the village. */
function drawWoods(map) {
  const shape = smoothNoise(23, 13);
  const warp = smoothNoise(29, 10);
  map.each((x, y) => {
    const bend = (warp(x, y) - 0.5) * 26 + (map.random() - 0.5) * 5;
    const towardsWest = Math.max(0, 1 - (x + bend) / 46);
    const towardsNorth = Math.max(0, 1 - (y + bend) / 40);
    const farFromVillage = Math.min(1, Math.hypot(x - middle, y - middle) / 42);
    const density = (Math.max(towardsWest, towardsNorth) * 1.2 + shape(x, y) * 0.75 - 0.42) * farFromVillage;
    if (density < 0.16) return;
    map.put('ground', x, y, density > 0.42 ? 'forest-floor-dark' : 'forest-floor');
    map.put('details', x, y, map.random() < 0.05 ? 'mushrooms' : map.random() < 0.08 ? 'tall-grass' : '');
    map.put('walls', x, y, '');
    if (map.random() >= Math.min(0.42, density)) return;
    map.put(
      'walls',
      x,
      y,
      map.pick(y < 36 ? ['pine', 'pine', 'pine', 'oak'] : ['oak', 'oak', 'pine', 'birch', 'bush']),
    );
  });
}

function drawLake(map) {
  const shore = smoothNoise(31, 7);
  map.each((x, y) => {
    const distance = Math.hypot((x - 98) / 1.25, y - 38) + (shore(x, y) - 0.5) * 7;
    if (distance > 15) return;
    map.clear(x, y, 1, 1);
    map.put('ground', x, y, distance < 9.5 ? 'water-deep' : distance < 12.5 ? 'water-shallow' : 'sand');
    if (distance > 12 && distance < 13.4 && map.random() < 0.3) map.put('details', x, y, 'reeds');
  });
  const river = [
    [100, 48],
    [103, 58],
    [101, 68],
    [106, 82],
    [101, 96],
    [94, 110],
    [97, 127],
  ];
  map.brush(river, 3.4, (x, y) => {
    if (map.is('ground', x, y, 'water-deep') || map.is('ground', x, y, 'water-shallow')) return;
    map.clear(x, y, 1, 1);
    map.put('ground', x, y, 'sand');
  });
  map.brush(river, 2.2, (x, y) => {
    if (map.is('ground', x, y, 'water-deep')) return;
    map.clear(x, y, 1, 1);
    map.put('ground', x, y, 'water-shallow');
  });
  map.brush(river, 1.1, (x, y) => map.put('ground', x, y, 'water-deep'));
}

function drawCliff(map) {
  const edge = smoothNoise(47, 6);
  for (let x = 44; x < 86; x++) {
    const rise = Math.min(1, (x - 44) / 8, (85 - x) / 8);
    const foot = Math.max(3, Math.round(8 * rise + (edge(x, 0) - 0.5) * 3 * rise));
    for (let y = 0; y <= foot; y++) {
      map.put('details', x, y, '');
      map.put('walls', x, y, y > foot - 2 ? 'cliff' : 'cliff-top');
    }
  }
}

/** After the road that leads to it. */
function drawCaveMouth(map) {
  map.clear(60, 4, 9, 8);
  map.fill('walls', 60, 0, 9, 6, 'cliff-top');
  map.fill('walls', 60, 4, 9, 2, 'cliff');
  for (const x of [60, 61, 67, 68]) map.fill('walls', x, 6, 1, 3, 'cliff');
  map.fill('ground', 62, 6, 5, 5, 'flagstone');
  map.fill('details', 63, 6, 3, 2, 'portal');
  for (const [x, y] of [
    [62, 6],
    [66, 6],
    [61, 9],
    [67, 9],
  ])
    map.put('walls', x, y, 'stalagmite');
}

function openClearing(map, x, y, radius) {
  map.disc(x, y, radius, (column, row) => {
    if (isWater(map, column, row)) return;
    map.put('walls', column, row, '');
    if (map.random() < 0.12)
      map.put('details', column, row, map.pick(['flowers-yellow', 'tall-grass', 'tall-grass']));
  });
}

function isWater(map, x, y) {
  return map.is('ground', x, y, 'water-deep') || map.is('ground', x, y, 'water-shallow');
}

function drawTrail(map, points, radius) {
  map.brush(points, radius + 0.8, (x, y) => map.put('walls', x, y, ''));
  map.brush(points, radius, (x, y) => {
    if (isWater(map, x, y) || map.random() < 0.25) return;
    map.put('details', x, y, '');
    map.put('ground', x, y, map.random() < 0.6 ? 'path' : 'mud');
  });
}

function drawRoad(map, points) {
  map.brush(points, 2.6, (x, y) => map.put('walls', x, y, ''));
  map.brush(points, 1.6, (x, y) => {
    map.clear(x, y, 1, 1);
    map.put(
      'ground',
      x,
      y,
      isWater(map, x, y) || map.is('ground', x, y, 'bridge')
        ? 'bridge'
        : map.pick(['path', 'path', 'path-worn']),
    );
  });
}

function drawVillage(map) {
  const houses = [
    {
      x: 47,
      y: 50,
      width: 10,
      height: 8,
      door: 'south',
      inside: [
        ['bed', 1, 1],
        ['table', 6, 2],
        ['crate', 8, 6],
      ],
    },
    {
      x: 71,
      y: 48,
      width: 9,
      height: 8,
      door: 'south',
      inside: [
        ['table', 3, 2],
        ['barrel', 7, 1],
        ['bed', 1, 5],
      ],
    },
    {
      x: 75,
      y: 70,
      width: 11,
      height: 8,
      door: 'north',
      walls: 'stone-wall',
      floor: 'flagstone',
      inside: [
        ['anvil', 3, 3],
        ['barrel', 9, 6],
        ['crate', 8, 6],
        ['table', 7, 3],
      ],
    },
    {
      x: 45,
      y: 71,
      width: 9,
      height: 8,
      door: 'north',
      inside: [
        ['bed', 1, 6],
        ['bed', 3, 6],
        ['table', 6, 5],
      ],
    },
    {
      x: 52,
      y: 83,
      width: 8,
      height: 7,
      door: 'north',
      inside: [
        ['barrel', 1, 5],
        ['crate', 2, 5],
        ['crate', 6, 5],
      ],
    },
    {
      x: 69,
      y: 83,
      width: 8,
      height: 7,
      door: 'north',
      inside: [
        ['bed', 1, 5],
        ['table', 5, 4],
      ],
    },
  ];
  map.disc(middle, middle, 9.5, (x, y) => map.put('walls', x, y, ''));
  map.disc(middle, middle, 7.6, (x, y) => {
    map.clear(x, y, 1, 1);
    map.put('ground', x, y, 'cobble');
  });
  for (const house of houses) {
    const [doorX, doorY] = buildHouse(map, house);
    const out = house.door === 'north' ? -2 : 2;
    map.brush(
      [
        [doorX, doorY],
        [doorX, doorY + out],
        [middle, doorY + out],
      ],
      0.9,
      (x, y) => {
        if (
          map.is('ground', x, y, 'cobble') ||
          map.is('ground', x, y, 'wood-floor') ||
          map.is('ground', x, y, 'flagstone')
        )
          return;
        map.clear(x, y, 1, 1);
        map.put('ground', x, y, 'path');
      },
    );
  }
  plantField(map, { x: 80, y: 82, width: 12, height: 9, crop: 'wheat' });
  plantField(map, { x: 36, y: 82, width: 11, height: 8, crop: 'cabbages' });
  map.put('walls', 63, 63, 'well');
  for (const [name, x, y] of [
    ['signpost', 67, 59],
    ['barrel', 58, 60],
    ['crate', 58, 61],
    ['hedge', 57, 69],
    ['hedge', 58, 70],
    ['hedge', 70, 69],
    ['hedge', 69, 70],
    ['oak', 56, 58],
    ['birch', 71, 60],
  ])
    map.put('walls', x, y, name);
}

/** A ring of stakes with a gap to the north, where the trail comes in. */
function drawCamp(map) {
  const { x, y, radius } = camp;
  map.disc(x, y, radius + 2, (column, row) => {
    map.clear(column, row, 1, 1);
    map.put('ground', column, row, map.pick(['mud', 'grass-dark', 'grass']));
  });
  map.disc(x, y, radius, (column, row) => map.put('ground', column, row, map.pick(['mud', 'mud', 'path'])));
  map.disc(x, y, radius, (column, row) => {
    const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
    if (distance > radius - 1.5 && !(Math.abs(column + 0.5 - x) < 2 && row < y))
      map.put('walls', column, row, 'palisade');
  });
  for (const [name, dx, dy] of [
    ['tent', -5, -3],
    ['tent', -6, 1],
    ['tent', 5, -3],
    ['tent', 5, 2],
    ['tent', -3, 5],
    ['campfire', 0, 0],
    ['crate', 3, 5],
    ['crate', 4, 5],
    ['barrel', 4, 4],
    ['stump', 2, 1],
    ['stump', -2, 1],
  ])
    map.put('walls', x + dx, y + dy, name);
  map.put('details', x + 2, y - 4, 'bones');
}

/** The world ends in trees, not in a line. */
function drawEdge(map) {
  const depth = smoothNoise(59, 5);
  map.each((x, y) => {
    const toEdge = Math.min(x, y, size - 1 - x, size - 1 - y);
    if (toEdge > depth(x, y) * 2.5) return;
    if (isWater(map, x, y) || map.is('walls', x, y, 'cliff') || map.is('walls', x, y, 'cliff-top')) return;
    map.put('details', x, y, '');
    map.put('ground', x, y, 'forest-floor-dark');
    map.put('walls', x, y, map.pick(['pine', 'oak', 'pine']));
  });
}

function placeObjects(map) {
  map.spawn('village', 64.5, 67.5, 192);
  map.spawn('cave-mouth', 64.5, 11.5, 64);
  map.spawn('bridge', 94.5, 65.5, 0);
  map.area('safe-zone', 'village', 43, 46, 45, 46);
  map.area('portal', 'to-cave', 63, 6, 3, 2, { targetMap: 'cave', targetSpawn: 'entrance' });
  for (const { name, creature, at, radius, count, respawn } of wilds)
    map.creatures(name, at[0], at[1], radius, { creature, count, respawnSeconds: respawn });
  map.creatures('bandit-camp', camp.x + 0.5, camp.y - 3.5, 5, {
    creature: 'bandit',
    count: 6,
    respawnSeconds: 40,
  });
  map.creatures('bandit-captain', camp.x + 0.5, camp.y + 3.5, 1.5, {
    creature: 'bandit-captain',
    count: 1,
    respawnSeconds: 180,
  });
}
