// Houses that can be walked into: walls all round with windows, a floor, a door, and something to live with.

/** `door` is the side with the door: 'north' or 'south'. Returns the tile in front of it. */
export function buildHouse(
  map,
  { x, y, width, height, door, walls = 'timber-wall', floor = 'wood-floor', inside = [] },
) {
  map.clear(x - 1, y - 1, width + 2, height + 2);
  map.fill('ground', x, y, width, height, floor);
  const right = x + width - 1;
  const bottom = y + height - 1;
  for (let column = x; column <= right; column++) {
    map.put('walls', column, y, isWindow(column - x, width) ? 'window' : walls);
    map.put('walls', column, bottom, isWindow(column - x, width) ? 'window' : walls);
  }
  for (let row = y; row <= bottom; row++) {
    map.put('walls', x, row, row - y === Math.floor(height / 2) ? 'window' : walls);
    map.put('walls', right, row, walls);
  }
  const doorX = x + Math.floor(width / 2);
  const doorY = door === 'north' ? y : bottom;
  map.put('walls', doorX, doorY, '');
  map.put('details', doorX, doorY, 'threshold');
  map.put('details', doorX, y + Math.floor(height / 2), 'rug');
  for (const [name, dx, dy] of inside) map.put('walls', x + dx, y + dy, name);
  return [doorX + 0.5, door === 'north' ? doorY - 0.5 : doorY + 1.5];
}

function isWindow(offset, width) {
  return offset === 2 || offset === width - 3;
}

/** A rectangle of crops behind a fence with a gap in the middle of its northern side. */
export function plantField(map, { x, y, width, height, crop }) {
  map.clear(x, y, width, height);
  map.fill('ground', x, y, width, height, 'field');
  map.fill('details', x + 1, y + 1, width - 2, height - 2, crop);
  for (let column = x; column < x + width; column++) {
    if (Math.abs(column - (x + Math.floor(width / 2))) > 0) map.put('walls', column, y, 'fence');
    map.put('walls', column, y + height - 1, 'fence');
  }
  for (let row = y + 1; row < y + height - 1; row++) {
    map.put('walls', x, row, 'fence-upright');
    map.put('walls', x + width - 1, row, 'fence-upright');
  }
}
