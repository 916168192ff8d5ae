// Frames read by one thread while another publishes as fast as it can are never torn. The publisher runs the build (dist/).

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { createFrameBuffers, SharedFrameReader } from '#adapters/threads/frames/frame-buffers.js';
import type { Frame } from '#ports/threads/frame.js';

function isWhole({ tick, rowsUsed, columns, grid }: Frame): boolean {
  const of = (array: Uint8Array | Uint16Array | Uint32Array, expected: number) => {
    for (let i = 0; i < array.length; i++) if (array[i] !== expected) return false;
    return true;
  };
  return (
    rowsUsed === 1 + (tick % 50) &&
    of(columns.id, tick) &&
    of(columns.x, tick & 0xffff) &&
    of(columns.name, tick & 0xff) &&
    of(columns.ownLastInput, tick & 0xffff) &&
    of(grid.entities, tick & 0xffff)
  );
}

describe('frames across threads', () => {
  it('every frame is whole when acquired and still when released, and ticks never go back', async () => {
    const handle = createFrameBuffers({ rowsMax: 500, cellsMax: 4, mapsMax: 1, readers: 2 });
    const stop = new SharedArrayBuffer(4);
    const readers = [new SharedFrameReader(handle, 0), new SharedFrameReader(handle, 1)];
    const writer = new Worker(new URL('./frame-writer.mjs', import.meta.url), {
      workerData: { handle, ticks: 2 ** 31, stop },
      execArgv: [],
    });
    let failure: unknown;
    writer.once('error', (error) => (failure = error));
    const ended = once(writer, 'exit');

    const seen = { acquired: 0, torn: 0, backwards: 0, different: 0 };
    const last = [0, 0];
    for (let round = 0; round < 60_000 && failure === undefined; round++) {
      const which = round % 2;
      const announced = readers[which]!.newestTick;
      const frame = readers[which]!.acquire();
      if (frame === undefined) {
        await new Promise(setImmediate);
        if (seen.acquired === 0) round = 0;
        continue;
      }
      seen.acquired++;
      if (frame.tick < last[which]! || frame.tick < announced) seen.backwards++;
      if (!isWhole(frame)) seen.torn++;
      // Held across the other reader's turn for some of them, released at once for the others.
      if (round % 5 === 0) readers[which]!.release();
      if (frame.tick !== last[which]) seen.different++;
      last[which] = frame.tick;
    }
    Atomics.store(new Int32Array(stop), 0, 1);
    await ended;
    expect(failure).toBeUndefined();
    expect({ torn: seen.torn, backwards: seen.backwards }).toEqual({ torn: 0, backwards: 0 });
    // Publisher and readers did run at the same time.
    expect(seen.different).toBeGreaterThan(100);
  });
});
