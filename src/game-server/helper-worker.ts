// A helper's thread: works out creatures' paths beside the simulation until told to stop.

import { parentPort, workerData } from 'node:worker_threads';
import { type DeliberationHandle, DeliberationHelper } from '#adapters/threads/memory/shared-deliberation.js';

export interface HelperWorkerData {
  readonly paths: DeliberationHandle;
  /** See SharedMemory. */
  readonly stop: SharedArrayBuffer;
}

/** How often it looks for questions: half a tick, where an answer is due in three. */
const lookMs = 8;

const { paths, stop } = workerData as HelperWorkerData;
const helper = new DeliberationHelper(paths);
const stopWord = new Int32Array(stop);

parentPort!.postMessage('ready');
while (Atomics.load(stopWord, 0) === 0) helper.turn(lookMs);
