// `npm test -- a b`: each of the paths must match a suite, else one that is misspelt is passed over because another is not.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../../support/servers/server-process.js';

const { pathsAmong } = (await import(join(root, 'scripts/test-paths.mjs'))) as {
  pathsAmong(words: readonly string[]): string[];
};

describe('npm test', () => {
  it('refuses by name a path that no suite matches, before it does anything', () => {
    const words = ['scripts/test.mjs', 'test/domain/chat', 'test/domian/combat', 'test/nowhere.test.ts'];
    const ended = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    expect([ended.status, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr.trim().split('\n')).toEqual([
      'test/domian/combat: no test file matches it',
      'test/nowhere.test.ts: no test file matches it',
    ]);
  }, 60_000);

  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a', '-t', 'says hello', 'b'],
      ['a', 'b'],
    ],
    [
      ['-i', 'a', '--maxWorkers=1', 'b'],
      ['a', 'b'],
    ],
    // How many words are its own is Jest's to know.
    [['a', '--testPathIgnorePatterns', 'b', 'c'], ['a']],
    [[], []],
  ])('takes of %j as paths %j', (words, paths) => {
    expect(pathsAmong(words)).toEqual(paths);
  });
});
