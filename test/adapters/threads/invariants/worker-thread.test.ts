// How threads of a server begin and end (docs/threads.md, L1 to L3).

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { WorkerThread } from '#adapters/threads/worker-thread.js';

const file = new URL('./ending-thread.mjs', import.meta.url);

async function started(how: string) {
  const stop = new SharedArrayBuffer(4);
  const { thread, ready } = await WorkerThread.start<string>('planted', file, { how, stop });
  expect(ready).toBe('ready');
  return {
    thread,
    tellToEnd() {
      Atomics.store(new Int32Array(stop), 0, 1);
      Atomics.notify(new Int32Array(stop), 0);
    },
  };
}

/** Whether the promise is not settled yet. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true;
  const settle = () => void (pending = false);
  promise.then(settle, settle);
  await sleep(20);
  return pending;
}

describe('a thread of the server', () => {
  it('that fails at its start is told by name and reason, and does not run', async () => {
    const start = started('fails at its start');
    await expect(start).rejects.toThrow(/the planted thread failed: .*planted/);
  });

  it.each([
    ['fails', /the planted thread failed: .*planted/],
    ['ends', 'the planted thread ended by itself (code 3)'],
  ])('that %s while it should run is a failure', async (how, words) => {
    const { thread } = await started(how);
    await expect(thread.failure).rejects.toThrow(words);
    await thread.stop(0);
  });

  it('that ends when it is told to is no failure', async () => {
    const { thread, tellToEnd } = await started('hears of the end');
    const stopped = thread.stop(60_000);
    expect(await isPending(stopped)).toBe(true);
    tellToEnd();
    await stopped;
    expect(await isPending(thread.failure)).toBe(true);
  });

  it('that does not hear is ended after its grace, and is no failure', async () => {
    const { thread } = await started('hears of nothing');
    await thread.stop(100);
    expect(await isPending(thread.failure)).toBe(true);
  });
});
