// Frames that nobody looks at: one for all worlds of a content, which are played one after the other.

import type { Content } from '#domain/content/content.js';
import { cellSizeM } from '#domain/space/grid.js';
import type { Frame, FramePublisher } from '#ports/threads/frame.js';
import { createFrameColumns } from '#ports/threads/generated/frame-columns.js';

const made = new WeakMap<Content, FramePublisher>();

export function unseenFrames(content: Content, entitiesMax: number): FramePublisher {
  let frames = made.get(content);
  if (frames === undefined) made.set(content, (frames = framesFor(content, entitiesMax)));
  return frames;
}

function framesFor({ maps }: Content, entitiesMax: number): FramePublisher {
  const cells = maps.reduce(
    (sum, { width, height }) => sum + Math.ceil(width / cellSizeM) * Math.ceil(height / cellSizeM),
    0,
  );
  const frame: Frame = {
    tick: 0,
    rowsUsed: 0,
    columns: createFrameColumns(entitiesMax + 1),
    grid: {
      mapFirstCell: new Uint32Array(maps.length + 1),
      mapCellsAcross: new Uint32Array(maps.length),
      mapCellsDown: new Uint32Array(maps.length),
      start: new Uint32Array(cells + 1),
      entities: new Uint16Array(entitiesMax + 1),
    },
  };
  return { begin: () => frame, publish: () => undefined };
}
