// A tile of 16 × 16 pixels to draw on, with the few strokes that the tiles are made of.

import { chance } from './noise.mjs';

export const tileSize = 16;

export class TileCanvas {
  constructor(pixels, pitch, left, top, seed) {
    this.pixels = pixels;
    this.pitch = pitch;
    this.left = left;
    this.top = top;
    this.random = chance(seed);
  }

  /** `colour` is '#rrggbb', `shade` multiplies it. */
  dot(x, y, colour, shade = 1) {
    if (x < 0 || y < 0 || x >= tileSize || y >= tileSize) return;
    const at = ((this.top + y) * this.pitch + this.left + x) * 4;
    for (let i = 0; i < 3; i++) {
      const channel = parseInt(colour.slice(1 + i * 2, 3 + i * 2), 16);
      this.pixels[at + i] = Math.max(0, Math.min(255, Math.round(channel * shade)));
    }
    this.pixels[at + 3] = 255;
  }

  box(x, y, width, height, colour, shade = 1) {
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) this.dot(column, row, colour, shade);
  }

  /** Fills with a colour that varies by ± `grain` from pixel to pixel. */
  grain(colour, grain, area = [0, 0, tileSize, tileSize]) {
    const [x, y, width, height] = area;
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++)
        this.dot(column, row, colour, 1 + (this.random() * 2 - 1) * grain);
  }

  /** `count` single pixels anywhere. */
  speckle(colour, count, shade = 1) {
    for (let i = 0; i < count; i++)
      this.dot(Math.floor(this.random() * tileSize), Math.floor(this.random() * tileSize), colour, shade);
  }

  /** A disc lit from the upper left. */
  ball(x, y, radius, colour, grain = 0.08) {
    for (let row = Math.floor(y - radius); row <= y + radius; row++)
      for (let column = Math.floor(x - radius); column <= x + radius; column++) {
        const dx = column + 0.5 - x;
        const dy = row + 0.5 - y;
        const distance = Math.hypot(dx, dy) / radius;
        if (distance > 1) continue;
        const light = 1.12 - 0.18 * distance - (0.16 * (dx + dy)) / radius;
        this.dot(column, row, colour, light + (this.random() * 2 - 1) * grain);
      }
  }

  /** Tufts of grass or blades: short upright strokes. */
  blades(colour, count, height) {
    for (let i = 0; i < count; i++) {
      const x = Math.floor(this.random() * tileSize);
      const y = Math.floor(this.random() * (tileSize - height)) + height;
      for (let k = 0; k < height; k++) this.dot(x, y - k, colour, 0.9 + k * 0.08);
    }
  }

  /** Horizontal courses of bricks or planks with dark joints. */
  courses(colour, height, jointEvery, grain) {
    this.grain(colour, grain);
    for (let y = height - 1; y < tileSize; y += height) this.box(0, y, tileSize, 1, colour, 0.68);
    for (let course = 0; course * height < tileSize; course++) {
      const shift = course % 2 === 0 ? 0 : Math.floor(jointEvery / 2);
      for (let x = shift; x < tileSize; x += jointEvery)
        this.box(x, course * height, 1, height, colour, 0.72);
    }
  }
}
