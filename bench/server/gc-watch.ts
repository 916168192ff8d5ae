// Preloaded into every thread of a server under test (node --import): writes the thread's collections to the folder that
// the environment names, as it ends. The threads that matter never rest in an event loop, so entries wait until the end.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PerformanceObserver, performance } from 'node:perf_hooks';
import { threadId } from 'node:worker_threads';

export const gcFolderVariable = 'BENCH_GC_FOLDER';

export interface GcPause {
  /** Unix time. */
  readonly atMs: number;
  readonly pauseMs: number;
}

const pauses: GcPause[] = [];
const folder = process.env[gcFolderVariable];
if (folder !== undefined) {
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      pauses.push({ atMs: performance.timeOrigin + startTime, pauseMs: duration });
  }).observe({ entryTypes: ['gc'] });
  process.on('exit', () => writeFileSync(join(folder, `${threadId}.json`), JSON.stringify(pauses)));
}
