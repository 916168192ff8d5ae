// The marks of entities, each drawn once and then stamped: stamping thousands a frame is many times cheaper than
// drawing thousands of outlines. Sprites are kept per kind for one size and theme; a change of either draws them anew.
import { ColourToken } from '../charts/chart-colours';

const tokens: Readonly<Record<number, ColourToken>> = {
  1: 'mark-player',
  2: 'mark-creature',
  3: 'mark-loot',
  4: 'mark-player',
};
const haloPx = 1.5;

export interface Sprite {
  readonly canvas: HTMLCanvasElement;
  /** Width and height in CSS pixels. */
  readonly sizePx: number;
}

export class MarkSprites {
  readonly #sprites = new Map<number, { key: string; sprite: Sprite }>();

  /** The mark of a kind with the given radius for a canvas with `ratio` device pixels a CSS pixel. */
  of(kind: number, radius: number, ratio: number, colours: Readonly<Record<ColourToken, string>>): Sprite {
    const fill = colours[tokens[kind] ?? 'ink'];
    const key = `${radius} ${ratio} ${fill}`;
    const known = this.#sprites.get(kind);
    if (known?.key === key) return known.sprite;
    const sprite = drawSprite(kind, radius, ratio, fill, colours['mark-halo']);
    this.#sprites.set(kind, { key, sprite });
    return sprite;
  }
}

function drawSprite(kind: number, radius: number, ratio: number, fill: string, halo: string): Sprite {
  const sizePx = Math.ceil(radius * 2.4 + haloPx * 2 + 2);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(sizePx * ratio);
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.scale(ratio, ratio);
    context.lineJoin = 'round';
    context.beginPath();
    addMark(context, kind, sizePx / 2, radius);
    context.strokeStyle = halo;
    context.lineWidth = haloPx * 2;
    context.stroke();
    context.fillStyle = fill;
    context.fill();
  }
  return { canvas, sizePx };
}

/** Players are circles, creatures triangles, loot diamonds, people squares; centred on (at, at). */
function addMark(context: CanvasRenderingContext2D, kind: number, at: number, radius: number): void {
  if (kind === 1) {
    context.arc(at, at, radius, 0, Math.PI * 2);
    return;
  }
  const reach = kind === 2 ? radius * 1.15 : radius;
  const corners =
    kind === 2
      ? [0, -reach, reach, reach * 0.8, -reach, reach * 0.8]
      : kind === 4
        ? [-reach, -reach, reach, -reach, reach, reach, -reach, reach]
        : [0, -reach, reach, 0, 0, reach, -reach, 0];
  context.moveTo(at + (corners[0] ?? 0), at + (corners[1] ?? 0));
  for (let i = 2; i < corners.length; i += 2)
    context.lineTo(at + (corners[i] ?? 0), at + (corners[i + 1] ?? 0));
  context.closePath();
}
