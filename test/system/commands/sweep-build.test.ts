// A build of before takes no import of a source that is gone for good.

import { expect, it } from '@jest/globals';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.js';

const { sweepBuild } = (await import(new URL('../../../scripts/sweep-build.mjs', import.meta.url).href)) as {
  sweepBuild: (root: string, layers: readonly string[]) => string[];
};

it('takes away what is built of sources that are gone, and nothing else', () => {
  const root = temporaryFolder();
  const write = (path: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  };
  const kept = [
    'dist/domain/state/a.js',
    'dist/domain/state/a.d.ts',
    'dist/domain/words.json',
    'dist/other/b.js',
  ];
  const gone = ['domain/a.d.ts', 'domain/a.d.ts.map', 'domain/a.js', 'domain/a.js.map'];
  for (const path of ['domain/state/a.ts', ...kept, ...gone.map((path) => `dist/${path}`)]) write(path);
  expect(sweepBuild(root, ['domain', 'ports'])).toEqual(gone);
  for (const path of kept) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  expect(sweepBuild(root, ['domain', 'ports'])).toEqual([]);
});
