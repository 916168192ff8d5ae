// The shared-memory frames under the contract, in one thread; frames-across-threads.test.ts runs them in two.

import {
  createFrameBuffers,
  SharedFramePublisher,
  SharedFrameReader,
} from '#adapters/threads/frames/frame-buffers.js';
import { testFrameExchange } from './frame.js';

testFrameExchange('shared memory', (readers) => {
  const handle = createFrameBuffers({ rowsMax: 100, cellsMax: 10, mapsMax: 2, readers });
  return {
    publisher: new SharedFramePublisher(handle),
    readers: Array.from({ length: readers }, (_, i) => new SharedFrameReader(handle, i)),
  };
});
