// A thread that says it is ready and then ends as it is told, or does not. Started by worker-thread.test.ts.
import { parentPort, workerData } from 'node:worker_threads';

const { how, stop } = workerData;
const word = new Int32Array(stop);

if (how === 'fails at its start') throw new Error('planted');
parentPort.postMessage('ready');
if (how === 'fails')
  setTimeout(() => {
    throw new Error('planted');
  }, 50);
if (how === 'ends') setTimeout(() => process.exit(3), 50);
if (how === 'hears of the end') Atomics.wait(word, 0, 0);
if (how === 'hears of nothing') Atomics.wait(word, 0, word[0]);
