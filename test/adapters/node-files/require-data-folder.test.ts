// Runs in a process of its own where a wrong answer would never come: below /proc Node's recursive mkdir spins.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { requireDataFolder } from '../../../adapters/node-files/require-data-folder.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const built = pathToFileURL(
  join(import.meta.dirname, '../../../dist/adapters/node-files/require-data-folder.js'),
).href;

/** What it says in a process of its own; 'endless' when that had to be killed. */
function saidAbout(folder: string): string {
  const program = `const { requireDataFolder } = await import(${JSON.stringify(built)});
    try { requireDataFolder(process.argv[1]); console.log('usable'); } catch (error) { console.log(error.message); }`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program, folder], {
    encoding: 'utf8',
    timeout: 10_000,
    killSignal: 'SIGKILL',
  });
  return ended.signal === null ? ended.stdout.trim() : 'endless';
}

describe('the data folder', () => {
  it('is made with all folders above it, and left empty', () => {
    const folder = join(temporaryFolder(), 'a/b/c');
    requireDataFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
    requireDataFolder(folder);
  });

  it.each(['/proc/tos-data', '/proc/tos/data', '/proc/self', '/proc/self/fd'])(
    'at %s, where nothing can be made, is refused at once',
    (folder) => {
      expect(saidAbout(folder)).toMatch(
        new RegExp(
          `^TOS_DATA_DIR: '${folder}' cannot be used \\(.*(ENOENT|EACCES|EPERM).*\\); a folder that`,
        ),
      );
    },
    20_000,
  );

  it('behind a file is refused with the name of the file', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => requireDataFolder(join(file, 'data', 'more'))).toThrow(`(${file} is not a folder)`);
    expect(() => requireDataFolder(file)).toThrow(`(${file} is not a folder)`);
  });

  it('behind a link that leads nowhere is refused, and what it leads to is not made', () => {
    const home = temporaryFolder();
    symlinkSync(join(home, 'gone'), join(home, 'link'));
    expect(() => requireDataFolder(join(home, 'link', 'data'))).toThrow('a link that leads nowhere');
    expect(readdirSync(home)).toEqual(['link']);
  });

  it('keeps the rights that it was given', () => {
    const folder = join(temporaryFolder(), 'private');
    mkdirSync(folder);
    chmodSync(folder, 0o700);
    requireDataFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
