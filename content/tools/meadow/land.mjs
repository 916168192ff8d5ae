// The land before people came: meadow, woods, the lake with its river, the cliff, and the trees at the end of the world.

import { smoothNoise } from '../canvas/noise.mjs';
import { middle, size } from './plan.mjs';

export function drawGround(map) {
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
export function drawWoods(map) {
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

export function drawLake(map) {
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

export function drawCliff(map) {
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

/** The world ends in trees, not in a line. */
export function drawEdge(map) {
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

export function isWater(map, x, y) {
  return map.is('ground', x, y, 'water-deep') || map.is('ground', x, y, 'water-shallow');
}
