// Tests that run what is built notice when that is of other sources (test/support/fresh-build).

import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { staleIn, type BuildNotes } from '../support/fresh-build.js';

const folder = join(process.cwd(), 'dist/.tsbuild');
const version = (text: string): string => createHash('sha256').update(text).digest('hex');
const built: BuildNotes = {
  fileNames: ['../../node_modules/typescript/lib/lib.es2024.d.ts', '../ports/a.d.ts', '../../domain/game.ts'],
  fileInfos: [{ version: 'of a library' }, version('of another project'), { version: version('the game') }],
};

describe('what is built', () => {
  it('is of the sources when each is as it was built', () => {
    expect(staleIn(built, folder, () => 'the game')).toEqual([]);
  });

  it('is of others when one changed or is gone', () => {
    expect(staleIn(built, folder, () => 'the game, changed')).toEqual(['domain/game.ts']);
    expect(staleIn(built, folder, () => undefined)).toEqual(['domain/game.ts']);
  });

  it('is of others when types failed, so that nothing was written', () => {
    for (const affectedFilesPendingEmit of [[3], [[3, 1]]])
      expect(staleIn({ ...built, affectedFilesPendingEmit }, folder, () => 'the game')).toEqual([
        'domain/game.ts',
      ]);
  });
});
