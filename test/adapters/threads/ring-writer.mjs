// A thread that fills a ring; loads the build, as programs do. Started by ring-across-threads.test.ts.
import { workerData } from 'node:worker_threads';
import { RingProducer } from '#adapters/threads/memory/ring.js';

const { handle, records, publishByHand } = workerData;
const producer = new RingProducer(handle, { publishByHand });
const data = new Uint8Array(256);
const idle = new Int32Array(new SharedArrayBuffer(4));
let refusals = 0;

for (let i = 0; i < records; i++) {
  const length = (i * 7) % 97;
  for (let k = 0; k < length; k++) data[k] = (i + k) & 255;
  while (!producer.push(i & 255, i, data, 0, length)) {
    // Mostly the reader is done in no time; only a reader that does not run needs this thread's processor.
    if (++refusals % 1000 === 0) Atomics.wait(idle, 0, 0, 1);
  }
  if (publishByHand && i % 32 === 0) producer.publish();
}
producer.publish();
if (producer.refused !== refusals) throw new Error(`refused ${producer.refused}, seen ${refusals}`);
