// What makes the land passable: roads with their bridges, trails, and clearings around those who live in the wild.

import { isWater } from './land.mjs';

export function openClearing(map, x, y, radius) {
  map.disc(x, y, radius, (column, row) => {
    if (isWater(map, column, row)) return;
    map.put('walls', column, row, '');
    if (map.random() < 0.12)
      map.put('details', column, row, map.pick(['flowers-yellow', 'tall-grass', 'tall-grass']));
  });
}

export function drawTrail(map, points, radius) {
  map.brush(points, radius + 0.8, (x, y) => map.put('walls', x, y, ''));
  map.brush(points, radius, (x, y) => {
    if (isWater(map, x, y) || map.random() < 0.25) return;
    map.put('details', x, y, '');
    map.put('ground', x, y, map.random() < 0.6 ? 'path' : 'mud');
  });
}

export function drawRoad(map, points) {
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
