// Helper threads of a simulation that is measured by itself, as a game server starts them.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { SharedDeliberation, createDeliberation } from '#adapters/threads/memory/shared-deliberation.js';
import type { SharedPaths } from '#domain/space/navigation/shared-paths.js';
import { PonderInTurn } from '#domain/space/navigation/ponder-in-turn.js';
import type { Content } from '#domain/content/content.js';
import { sharedMemory } from '#domain/engine/ecs/columns.js';
import { buildNavigation } from '#domain/space/navigation/navigation.js';
import { PathFinder } from '#domain/space/navigation/path-finder.js';
import { PathQueue } from '#domain/space/navigation/path-queue.js';

export interface HelpedPaths {
  readonly paths: SharedPaths;
  stop(): Promise<void>;
}

export async function startHelpers(content: Content, helpers: number): Promise<HelpedPaths> {
  const handle = createDeliberation(buildNavigation(content, sharedMemory));
  const { navigation, columns } = handle;
  const stop = new SharedArrayBuffer(4);
  const file = new URL(import.meta.resolve('#src/game-server/helper-worker.js'));
  const workers = Array.from(
    { length: helpers },
    () => new Worker(file, { workerData: { paths: handle, stop } }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const deliberation =
    helpers > 0 ? new SharedDeliberation(handle) : new PonderInTurn(new PathFinder(navigation, columns));
  return {
    paths: { navigation, queue: new PathQueue(columns), deliberation },
    async stop() {
      Atomics.store(new Int32Array(stop), 0, 1);
      await Promise.all(workers.map((worker) => once(worker, 'exit')));
    },
  };
}
