// A build by somebody who may not write to the checkout: one line with what to do, not one from the compiler a file. And
// what was installed by hand is not installed again.

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** root may write everywhere, so it becomes nobody. */
const asOther = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** The scripts alone, in a checkout whose folders nobody may write to. */
function checkout(): string {
  const folder = temporaryFolder();
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  for (const made of ['dist/.stamps', 'codegen', 'node_modules', 'admin-ui']) {
    mkdirSync(join(folder, made), { recursive: true });
  }
  for (const file of ['package.json', 'package-lock.json', '.npmrc', 'admin-ui/package.json']) {
    writeFileSync(join(folder, file), '{}');
  }
  setRights(folder, 0o555);
  return folder;
}

function setRights(folder: string, mode: number): void {
  for (const each of ['.', 'dist', 'dist/.stamps', 'node_modules']) chmodSync(join(folder, each), mode);
}

describe('in a checkout that this user may not write to', () => {
  it.each([
    [
      'scripts/build.mjs',
      /^build: codegen changed, and this user may not write to \S+dist \(EACCES\); build as the user/,
    ],
    [
      'scripts/ensure-installed.mjs',
      /^the packages cannot be installed: EACCES: .*; install as the user who owns it/,
    ],
  ])(
    '%s says so in one line and fails',
    (script, line) => {
      const folder = checkout();
      const ended = spawnSync(process.execPath, [join(folder, script)], { encoding: 'utf8', ...asOther });
      // So that it can be removed.
      setRights(folder, 0o755);
      expect([ended.status, ended.stdout]).toEqual([1, '']);
      expect(ended.stderr.trim().split('\n')).toHaveLength(1);
      expect(ended.stderr).toMatch(line);
    },
    30_000,
  );
});

describe('after somebody’s own `npm ci`', () => {
  const packages = {
    '': { name: 'root' },
    'node_modules/one': { version: '1.2.3', integrity: 'sha512-a' },
    'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  };
  const written = (version: string): string => {
    const folder = checkout();
    setRights(folder, 0o755);
    const there = { 'node_modules/one': { ...packages['node_modules/one'], version } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: there }));
    return folder;
  };
  const ensure = (folder: string) =>
    spawnSync(process.execPath, [join(folder, 'scripts/ensure-installed.mjs')], {
      encoding: 'utf8',
      // In place of npm, which would go to the network.
      env: { ...process.env, npm_execpath: join(folder, 'package.json') },
    });

  it('nothing is installed a second time', () => {
    const folder = written('1.2.3');
    expect(ensure(folder)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(existsSync(join(folder, 'node_modules/.ensure-installed'))).toBe(true);
  });

  it('what is of another version is', () => {
    expect(ensure(written('1.2.2')).stdout).toContain('installing the packages');
  });
});
