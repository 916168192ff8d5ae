// Giving a written file its name where nothing has it, on file systems with links and without.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { putNew, putNewSync } from '#adapters/node-files/put-new.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'put-new-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const without = (code: string) => (): never => {
  throw Object.assign(new Error(`${code}: no links here`), { code });
};

type Put = (beside: string, path: string, link?: () => never) => Promise<void>;
const atOnce: Put = async (...given) => putNewSync(...given);
const meanwhile: Put = async (beside, path, link) => putNew(beside, path, link && (async () => link()));

describe.each([
  ['at once', atOnce],
  ['meanwhile', meanwhile],
])('a file that is put %s', (_, put) => {
  it.each([undefined, 'EPERM', 'ENOTSUP', 'ENOSYS', 'EISDIR', 'EACCES'])(
    'has its name, and replaces nothing (%s)',
    async (code) => {
      const [beside, path] = [join(folder, 'beside'), join(folder, 'named')];
      writeFileSync(beside, 'whole');
      await put(beside, path, code === undefined ? undefined : without(code));
      expect(readFileSync(path, 'utf8')).toBe('whole');
      writeFileSync(beside, 'another');
      const again = async () => put(beside, path, code === undefined ? undefined : without(code));
      await expect(again()).rejects.toMatchObject({ code: 'EEXIST' });
      expect(existsSync(beside)).toBe(true);
    },
  );

  it('that is not there leaves no empty one behind', async () => {
    const none = async () => put(join(folder, 'none'), join(folder, 'named'), without('EPERM'));
    await expect(none()).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
