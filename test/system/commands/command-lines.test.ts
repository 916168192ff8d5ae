// Every command of package.json that takes flags, run as a user runs it: in a process of its own. It answers --help, and
// refuses what it does not know with one line, before it has done anything.

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');

const programs = [
  ...['dist/src/start.js', 'dist/src/bots.js', 'dist/src/example-client.js', 'dist/src/simulate.js'],
  ...['dist/src/fuzz.js', 'dist/src/reset-owner-password.js', 'dist/src/openapi.js'],
  ...['dist/bench/main.js', 'dist/bench/profile.js', 'dist/codegen/cli/main.js'],
  ...['scripts/build.mjs', 'scripts/lint.mjs', 'scripts/pack-client.mjs', 'dist/src/content.js'],
  ...['dist/src/backup.js', 'dist/src/ledger.js', 'dist/src/crash.js', 'dist/src/power-cut.js'],
];

interface Ended {
  readonly code: number | string | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

let emptyDir: string;

/** In an empty folder, which shows what a program would leave behind. */
function run(program: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: emptyDir, timeout: 60_000 };
    execFile(process.execPath, [join(root, program), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : (error.code ?? error.signal), stdout, stderr }),
    );
  });
}

beforeAll(async () => {
  emptyDir = await mkdtemp(join(tmpdir(), 'command-lines-'));
});

afterAll(() => rm(emptyDir, { recursive: true, force: true }));

describe.each(programs)('%s', (program) => {
  it('says with --help how it is used, and nothing else', async () => {
    const { code, stdout, stderr } = await run(program, '--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^(usage: |Usage: )?(npm (run|start)|node dist)/);
    expect(await readdir(emptyDir)).toEqual([]);
  }, 60_000);

  it('refuses a flag that it does not know with one line', async () => {
    const { code, stdout, stderr } = await run(program, '--nonsense');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(await readdir(emptyDir)).toEqual([]);
  }, 60_000);
});

describe('a number out of range', () => {
  it.each([
    ['dist/bench/profile.js', '--players', '0', '--players 0: must be a whole number from 1 to 20000'],
    ['dist/src/fuzz.js', '--seconds', 'long', '--seconds long: must be a whole number from 1 to 1000000'],
  ])(
    '%s %s %s is refused with what is allowed',
    async (program, flag, value, line) => {
      expect(await run(program, flag, value)).toEqual({ code: 2, stdout: '', stderr: `${line}\n` });
    },
    60_000,
  );
});

describe('npm run content', () => {
  it('says of content without problems what it holds', async () => {
    const { code, stdout, stderr } = await run(
      'dist/src/content.js',
      'check',
      '--folder',
      join(root, 'content'),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/content: no problems \(2 maps, \d+ items/);
  }, 60_000);

  it('lists every problem with its file, and ends with 1', async () => {
    const { code, stdout, stderr } = await run('dist/src/content.js', '--folder', 'nowhere');
    expect(code).toBe(1);
    expect(stdout).toContain(`${join('nowhere', 'items.json')}: is missing; allowed: a readable file\n`);
    expect(stderr).toBe('12 problems\n');
  }, 60_000);

  it('knows its tasks', async () => {
    const line = 'chekc: must be one of check, tiled-project; did you mean check?\n';
    expect(await run('dist/src/content.js', 'chekc')).toEqual({ code: 2, stdout: '', stderr: line });
  }, 60_000);
});
