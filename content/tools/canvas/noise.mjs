// Repeatable chance for drawing tiles and laying out maps: the same seed always makes the same picture and the same map.

/** mulberry32 (Tommy Ettinger, public domain): numbers in [0, 1). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Smooth value noise in [0, 1] with features about `size` across. */
export function smoothNoise(seed, size) {
  const at = (x, y) => chance(Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ seed)();
  const ease = (t) => t * t * (3 - 2 * t);
  return (x, y) => {
    const cellX = Math.floor(x / size);
    const cellY = Math.floor(y / size);
    const u = ease(x / size - cellX);
    const v = ease(y / size - cellY);
    const top = at(cellX, cellY) * (1 - u) + at(cellX + 1, cellY) * u;
    const bottom = at(cellX, cellY + 1) * (1 - u) + at(cellX + 1, cellY + 1) * u;
    return top * (1 - v) + bottom * v;
  };
}
