// A thread that interleaves the economy: plays every pair of verbs that it is sent and answers with the verdict.

import { parentPort } from 'node:worker_threads';
import { requireContent } from '../../process/require-content.js';
import { checkPair, type PairTask } from './check-pair.js';
import { economyContent } from './server/stage-content.js';

const content = economyContent(await requireContent('content'));
parentPort!.on('message', (task: PairTask) => {
  void checkPair(content, task).then((verdict) => parentPort!.postMessage(verdict));
});
