// Layout of the frame buffers: every column has its room, no two share any.

import { describe, expect, it } from '@jest/globals';
import {
  createFrameBuffers,
  SharedFramePublisher,
  SharedFrameReader,
} from '#adapters/threads/frames/frame-buffers.js';
import { bufferCount, frameColumns } from '#adapters/threads/frames/frame-layout.js';

describe('frame buffers', () => {
  it('no array of any buffer overlaps another one or the header', () => {
    const capacities = { rowsMax: 33, cellsMax: 5, mapsMax: 3, readers: 2 };
    const { buffer } = createFrameBuffers(capacities);
    const ranges: [number, number][] = [];
    for (let i = 0; i < bufferCount(capacities); i++) {
      const { columns, grid } = frameColumns(buffer, capacities, i);
      for (const array of [...Object.values(columns), ...Object.values(grid)] as Uint8Array[]) {
        expect(array.byteOffset % 64).toBe(0);
        ranges.push([array.byteOffset, array.byteOffset + array.byteLength]);
      }
    }
    ranges.sort((a, b) => a[0] - b[0]);
    // Two words for each reader's pin and each buffer, a line each, behind the first line.
    expect(ranges[0]![0]).toBe(64 * (1 + capacities.readers + bufferCount(capacities)));
    for (let i = 1; i < ranges.length; i++) expect(ranges[i]![0]).toBeGreaterThanOrEqual(ranges[i - 1]![1]);
    expect(ranges.at(-1)![1]).toBeLessThanOrEqual(buffer.byteLength);
  });

  it('columns are as long as the capacities say', () => {
    const handle = createFrameBuffers({ rowsMax: 65_536, cellsMax: 7, mapsMax: 3, readers: 1 });
    const { columns, grid } = new SharedFramePublisher(handle).begin();
    expect([columns.id.length, columns.name.length, grid.entities.length]).toEqual([
      65_536, 1_572_864, 65_536,
    ]);
    expect([grid.start.length, grid.mapFirstCell.length]).toEqual([8, 3]);
  });

  it('as many readers as promised can hold frames while publishing goes on', () => {
    const handle = createFrameBuffers({ rowsMax: 8, cellsMax: 1, mapsMax: 1, readers: 4 });
    const publisher = new SharedFramePublisher(handle);
    for (let tick = 1; tick <= 40; tick++) {
      publisher.begin();
      publisher.publish(tick, 0);
      if (tick <= 4) new SharedFrameReader(handle, tick - 1).acquire();
    }
    expect(new SharedFrameReader(handle, 0).acquire()?.tick).toBe(40);
  });

  it('refuses capacities that ids or memory cannot hold, and unknown readers', () => {
    const good = { rowsMax: 8, cellsMax: 1, mapsMax: 1, readers: 1 };
    expect(() => createFrameBuffers({ ...good, rowsMax: 65_537 })).toThrow(RangeError);
    expect(() => createFrameBuffers({ ...good, cellsMax: 0 })).toThrow(RangeError);
    expect(() => createFrameBuffers({ ...good, readers: 1.5 })).toThrow(RangeError);
    expect(() => new SharedFrameReader(createFrameBuffers(good), 1)).toThrow(RangeError);
  });
});
