// Whether Node takes this process for what it is. A NODE_UNIQUE_ID in the environment, which a program of node:cluster left
// there, say, makes it a worker: each port is asked for from a parent that is none, and what waits for the answer ends with
// exit code 13 and without a word.

import cluster from 'node:cluster';

/** Undefined when all is well; Node takes the variable out of the environment before anybody can look. */
export function workerFault(
  isWorker: boolean = cluster.isWorker,
  hasParent: boolean = process.send !== undefined,
): string | undefined {
  if (!isWorker || hasParent) return undefined;
  return (
    'NODE_UNIQUE_ID is set, which makes Node take this program for a worker of node:cluster without a parent, so that it ' +
    'could listen nowhere. Start it without that variable: env -u NODE_UNIQUE_ID npm start'
  );
}
