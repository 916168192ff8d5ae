// A thread of `npm run simulate`: runs every seed it is sent and answers with the verdict.

import { parentPort } from 'node:worker_threads';
import { requireContent } from '../process/require-content.js';
import { checkSeed } from './check-seed.js';

export interface SeedTask {
  readonly seed: number;
  readonly twice: boolean;
}

const content = await requireContent('content');
parentPort!.on('message', ({ seed, twice }: SeedTask) => {
  void checkSeed(content, seed, twice).then((verdict) => parentPort!.postMessage(verdict));
});
