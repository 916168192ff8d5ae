// The shared-memory ring under the contract, attached on both sides as two threads would.

import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { testRecordQueue } from './record-queue.js';

testRecordQueue('shared-memory ring', (capacityBytes) => {
  const handle = createRing(capacityBytes);
  return { producer: new RingProducer(handle), consumer: new RingConsumer(handle) };
});
