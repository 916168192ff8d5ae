// The second map: a cave of halls and crooked passages behind the cliff, with spiders, ore, and a lake without a shore.

import { MapCanvas } from './drawing/map-canvas.mjs';
import { smoothNoise } from './canvas/noise.mjs';

const size = 64;

const halls = [
  { x: 32, y: 55, radius: 5 },
  { x: 20, y: 44, radius: 6 },
  { x: 44, y: 42, radius: 7 },
  { x: 12, y: 28, radius: 5 },
  { x: 32, y: 29, radius: 7 },
  { x: 53, y: 25, radius: 6 },
  { x: 18, y: 12, radius: 6 },
  { x: 42, y: 11, radius: 7 },
];

const passages = [
  [
    [32, 60],
    [32, 55],
  ],
  [
    [32, 55],
    [25, 50],
    [20, 44],
  ],
  [
    [32, 55],
    [39, 50],
    [44, 42],
  ],
  [
    [20, 44],
    [14, 37],
    [12, 28],
  ],
  [
    [20, 44],
    [27, 37],
    [32, 29],
  ],
  [
    [44, 42],
    [51, 34],
    [53, 25],
  ],
  [
    [44, 42],
    [37, 36],
    [32, 29],
  ],
  [
    [12, 28],
    [12, 20],
    [18, 12],
  ],
  [
    [32, 29],
    [27, 20],
    [18, 12],
  ],
  [
    [32, 29],
    [38, 20],
    [42, 11],
  ],
  [
    [53, 25],
    [50, 17],
    [42, 11],
  ],
];

export function drawCave() {
  const map = new MapCanvas(size, size, 20260202);
  const open = carve(map);
  drawGround(map, open);
  drawWalls(map, open);
  drawLake(map);
  scatter(map, open);
  drawEntrance(map);
  placeObjects(map);
  return map.toTiled({ id: 2, name: 'Hollow of Echoes', bindSpawn: 'entrance', pvp: true });
}

function carve(map) {
  const open = new Uint8Array(size * size);
  const rough = smoothNoise(7, 4);
  const dig = (x, y) => {
    if (x > 1 && y > 1 && x < size - 2 && y < size - 2) open[y * size + x] = 1;
  };
  for (const { x, y, radius } of halls)
    map.disc(x, y, radius + 1.5, (column, row) => {
      const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      if (distance < radius - 1.2 + rough(column, row) * 2.6) dig(column, row);
    });
  for (const points of passages)
    map.brush(points, 2.4, (x, y) => {
      if (rough(x + 40, y) > 0.18) dig(x, y);
    });
  for (const points of passages) map.brush(points, 1.3, dig);
  return open;
}

function drawGround(map, open) {
  const moss = smoothNoise(13, 6);
  map.each((x, y) => {
    if (open[y * size + x] === 0) {
      map.put('ground', x, y, 'cave-floor');
      return;
    }
    map.put(
      'ground',
      x,
      y,
      moss(x, y) > 0.7
        ? 'cave-moss'
        : map.pick(['cave-floor', 'cave-floor', 'cave-floor', 'cave-floor-cracked', 'cave-gravel']),
    );
  });
}

/** Rock next to open ground shows its face. */
function drawWalls(map, open) {
  map.each((x, y) => {
    if (open[y * size + x] !== 0) return;
    let faces = false;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        if (map.inside(x + dx, y + dy) && open[(y + dy) * size + x + dx] !== 0) faces = true;
    map.put('walls', x, y, !faces ? 'cave-rock' : map.random() < 0.06 ? 'ore' : 'cave-wall');
  });
}

function drawLake(map) {
  map.disc(55, 24, 3.2, (x, y) => {
    map.put('walls', x, y, '');
    map.put('ground', x, y, 'cave-water');
  });
}

/** Leaves the passages and the middles of the halls free, so that nothing is closed off. */
function scatter(map, open) {
  const kept = new Uint8Array(size * size);
  for (const points of passages) map.brush(points, 1.6, (x, y) => (kept[y * size + x] = 1));
  map.each((x, y) => {
    if (open[y * size + x] === 0 || map.is('ground', x, y, 'cave-water')) return;
    const luck = map.random();
    if (luck < 0.05)
      map.put('details', x, y, map.pick(['glow-moss', 'glow-moss', 'bones', 'mushrooms', 'pebbles']));
    else if (luck < 0.085 && kept[y * size + x] === 0)
      map.put('walls', x, y, map.pick(['stalagmite', 'stalagmite', 'crystal', 'rock']));
  });
}

function drawEntrance(map) {
  map.clear(30, 54, 5, 8);
  map.fill('ground', 31, 58, 3, 4, 'daylight');
  map.fill('ground', 30, 54, 5, 4, 'cave-gravel');
  map.fill('ground', 31, 61, 3, 1, 'stair');
  map.fill('walls', 30, 58, 1, 5, 'cave-wall');
  map.fill('walls', 34, 58, 1, 5, 'cave-wall');
  map.fill('walls', 31, 62, 3, 1, 'cave-wall');
  map.fill('details', 31, 60, 3, 2, 'portal');
}

function placeObjects(map) {
  map.spawn('entrance', 32.5, 55.5, 192);
  map.area('safe-zone', 'entrance', 29, 52, 7, 11);
  map.area('portal', 'to-meadow', 31, 60, 3, 2, { targetMap: 'meadow', targetSpawn: 'cave-mouth' });
  map.station('camp-fire', 'campfire', 30.5, 56.5, 3);
  map.station('camp-bench', 'workbench', 34.5, 55.5, 3);
  const group = (name, creature, hall, radius, count, respawnSeconds) =>
    map.creatures(name, halls[hall].x + 0.5, halls[hall].y + 0.5, radius, {
      creature,
      count,
      respawnSeconds,
    });
  group('spiders-west', 'cave-spider', 1, 4, 5, 30);
  group('spiders-east', 'cave-spider', 2, 5, 6, 30);
  group('spiders-nest', 'cave-spider', 3, 3, 4, 30);
  group('spiders-hall', 'cave-spider', 4, 5, 6, 30);
  group('bear-hollow', 'bear', 6, 4, 3, 60);
  group('bandits-hideout', 'bandit', 7, 5, 5, 45);
  map.npc('hermit', 30.5, 54.5, 64);
  const landmark = (key, hall, name) =>
    map.area('landmark', key, halls[hall].x - 2, halls[hall].y - 2, 5, 5, { name });
  landmark('hall-of-echoes', 4, 'The hall of echoes');
  landmark('deep-hollow', 6, 'The deep hollow');
}
