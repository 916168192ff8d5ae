// A program that Node takes for somebody's worker says so instead of ending without a word.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { workerFault } from '#src/process/require-own-process.js';

describe('a process', () => {
  it.each([
    [false, false, undefined],
    [true, true, undefined],
    [true, false, /^NODE_UNIQUE_ID is set.*Start it without that variable/],
  ])('that is a worker: %s, with a parent: %s, is told %s', (isWorker, hasParent, fault) => {
    if (fault === undefined) expect(workerFault(isWorker, hasParent)).toBeUndefined();
    else expect(workerFault(isWorker, hasParent)).toMatch(fault);
  });

  it.each(['start', 'admin-api', 'game-server'])(
    'of %s says what is wrong, and how to start it',
    async (program) => {
      const built = path.resolve(`dist/src/${program}.js`);
      const env = { PATH: process.env['PATH'], NODE_UNIQUE_ID: '1', TOS_DATA_DIR: '/nowhere/at/all' };
      const ended = await new Promise<[number | string | null | undefined, string]>((resolve) => {
        execFile(process.execPath, [built], { env }, (error, _, said) => resolve([error?.code, said]));
      });
      expect(ended).toEqual([2, expect.stringMatching(/^cannot start: NODE_UNIQUE_ID is set/)]);
    },
    60_000,
  );
});
