// A server whose thread ends by itself stops as a whole, and one whose thread does not start does not start: nothing works
// without any of them (docs/threads.md, L1 and L2).

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { endProcesses, ServerProcess } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

afterAll(endProcesses);

/** Runs before every thread's own code: the one that is named fails in the middle of its work, or while it waits, once the file is there. */
const failing = `data:text/javascript,
  import { existsSync } from 'node:fs';
  import { isMainThread, threadName } from 'node:worker_threads';
  const load = Atomics.load;
  let looks = 0;
  if (!isMainThread && threadName === process.env.FAILING_THREAD) Atomics.load = (words, at) => {
    if (++looks % 10 === 0 && existsSync(process.env.FAIL_FILE)) throw new Error('planted');
    return load(words, at);
  };
  if (!isMainThread && threadName === process.env.FAILING_THREAD)
    setInterval(() => { if (existsSync(process.env.FAIL_FILE)) throw new Error('planted'); }, 50).unref();`.replaceAll(
  '\n',
  ' ',
);

/** The first gateway fails before it does anything; the simulation tells when it has come to the end of its own program. */
const failingAtStart = `data:text/javascript,
  import { writeSync } from 'node:fs';
  import { threadName } from 'node:worker_threads';
  if (threadName === 'gateway 0') throw new Error('planted');
  if (threadName === 'simulation') process.on('exit', () => writeSync(2, 'simulation ran to its end '));`.replaceAll(
  '\n',
  ' ',
);

describe('a server', () => {
  it.each(['simulation', 'helper 0', 'gateway 0', 'journal'])(
    'stops, says why, and ends with 1 when its %s thread fails',
    async (thread) => {
      const failFile = join(temporaryFolder(), 'fail');
      const server = ServerProcess.start(temporaryFolder(), {
        program: 'dist/src/game-server.js',
        nodeArguments: ['--import', failing],
        environment: { TOS_HELPERS: '1', FAILING_THREAD: thread, FAIL_FILE: failFile },
      });
      await server.said(/game +http:/);
      writeFileSync(failFile, '');
      expect(await server.exitCode).toBe(1);
      expect(server.output).toContain(`the ${thread} thread failed: planted`);
      expect(server.output).toMatch(/"message":"stopped"/);
    },
    120_000,
  );

  it('does not start when a gateway does not, and ends the threads that ran already', async () => {
    const server = ServerProcess.start(temporaryFolder(), {
      program: 'dist/src/game-server.js',
      nodeArguments: ['--import', failingAtStart],
    });
    expect(await server.exitCode).toBe(1);
    expect(server.output).toContain('the gateway 0 thread failed: planted');
    expect(server.output).toContain('simulation ran to its end');
  }, 120_000);
});
