// Each kind of thread of a server ends within its turn when the stop word is set (docs/threads.md, L3), so that the grace
// after which a thread is ended hard is never needed. The threads run the build (dist/).

import { afterEach, describe, expect, it } from '@jest/globals';
import { createSharedMemory } from '#adapters/threads/shared-memory.js';
import { WorkerThread } from '#adapters/threads/worker-thread.js';
import { knownIdentity } from '../../../support/servers/known-identity.js';
import { smallContent } from '../../../support/worlds/small-content.js';

const running: WorkerThread[] = [];

/** A thread that did not hear must not keep the tests from ending. */
afterEach(async () => {
  for (const thread of running.splice(0)) await thread.stop(0);
});

const memory = createSharedMemory(smallContent(), 1, 8);
const settings = { index: 0, sessionsMax: 8, guestsAllowed: true, identity: knownIdentity };
const udp = { host: '127.0.0.1', port: 0, keepsDestination: true };
const gateway = { memory, settings, udp, cipher: 'wasm', keyLogPath: undefined };
const simulation = {
  memory,
  content: smallContent().lists,
  settings: { seed: 1, playersMax: 8, saveSeconds: 10, helpers: 1 },
};

const kinds = [
  ['simulation', 'simulation', simulation],
  ['helper', 'helper', { paths: memory.paths, stop: memory.stop }],
  ['gateway that waits at its socket', 'gateway', { ...gateway, technique: 'auto' }],
  ['gateway that waits for events', 'gateway', { ...gateway, technique: 'dgram' }],
] as const;

describe('told to stop', () => {
  it.each(kinds)(
    'the %s ends by itself',
    async (_, name, workerData) => {
      const stop = new Int32Array(memory.stop);
      Atomics.store(stop, 0, 0);
      const file = new URL(`../../../../dist/src/game-server/${name}-worker.js`, import.meta.url);
      const { thread } = await WorkerThread.start(name, file, workerData);
      running.push(thread);
      Atomics.store(stop, 0, 1);
      Atomics.notify(stop, 0);
      // Ends it never: longer than the test may take.
      const ended = thread.stop(600_000).then(() => 'ended');
      const { promise: late, resolve } = Promise.withResolvers<string>();
      const timer = setTimeout(() => resolve('goes on'), 20_000);
      expect(await Promise.race([ended, late])).toBe('ended');
      clearTimeout(timer);
    },
    60_000,
  );
});
