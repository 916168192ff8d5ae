// A thread that publishes frames as fast as it can, every column full of the tick; loads the build, as programs do.
// Started by frames-across-threads.test.ts.
import { workerData } from 'node:worker_threads';
import { SharedFramePublisher } from '#adapters/threads/frames/frame-buffers.js';

const { handle, ticks, stop } = workerData;
const publisher = new SharedFramePublisher(handle);
const stopped = new Int32Array(stop);

for (let tick = 1; tick <= ticks && Atomics.load(stopped, 0) === 0; tick++) {
  const { columns, grid } = publisher.begin();
  columns.id.fill(tick);
  columns.x.fill(tick);
  columns.name.fill(tick);
  columns.ownLastInput.fill(tick);
  grid.entities.fill(tick);
  publisher.publish(tick, 1 + (tick % 50));
}
