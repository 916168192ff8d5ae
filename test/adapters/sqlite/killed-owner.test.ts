// The promise on disk: kill -9 takes back nothing that was acknowledged, and leaves no lock behind.

import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterEach, describe, expect, it } from '@jest/globals';

import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';

import { storedCharacter } from '../../contract/storage/character-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const program = join(process.cwd(), 'test/adapters/sqlite/store-owner.mjs');
const built = join(process.cwd(), 'dist/adapters/sqlite/sqlite-character-store.js');
const running: ChildProcess[] = [];

interface Owner {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Resolves when `count` lines have been printed. */
  until(count: number): Promise<void>;
  killed(): Promise<void>;
}

function start(...args: string[]): Owner {
  if (!existsSync(built)) throw new Error('this test runs on the build: npm run build first');
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.push(child);
  const lines: string[] = [];
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => lines.push(line));
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    process: child,
    lines,
    until: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (lines.length >= count) resolve();
        };
        reader.on('line', check);
        check();
      }),
    killed: () => {
      child.kill('SIGKILL');
      return exited;
    },
  };
}

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

describe('a killed owner of the game file', () => {
  it.each([3, 20, 60])('loses nothing that it acknowledged (killed after %i saves)', async (saves) => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const owner = start(path, 'save', '25');
    await owner.until(1 + saves);
    await owner.killed();
    const acknowledged = Number(owner.lines.at(-1));

    const store = await SqliteCharacterStore.open(path);
    expect(store.opened.recovered).toBe(true);
    const rounds = new Set<number>();
    for (let index = 0; index < 25; index += 1) {
      const found = (await store.find(`player${index}`))!;
      rounds.add(found.kills);
      expect(found.cooldowns).toEqual([{ slot: found.kills % 8, ticks: 1 + (found.kills % 1000) }]);
      expect(found.sales).toEqual([{ instance: 1 + (found.kills % 1000), coins: 7 }]);
    }
    await store.close();
    // All of one batch or nothing of it; the batch under way at the kill may have been committed unacknowledged.
    expect(rounds.size).toBe(1);
    expect([acknowledged, acknowledged + 1]).toContain([...rounds][0]);
  });

  it('keeps others out while it lives and none once it is dead', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const owner = start(path, 'hold');
    await owner.until(1);
    expect(owner.lines).toEqual(['owner']);
    await expect(openGameFile(path, { waitMs: 0 })).rejects.toMatchObject({ code: 'in-use' });
    await owner.killed();
    closeGameFile(await openGameFile(path, { waitMs: 0 }));
  });

  it('was the only one of several that started at once on a new file', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const owners = Array.from({ length: 4 }, () => start(path, 'hold'));
    await Promise.all(owners.map((owner) => owner.until(1)));
    const said = owners.flatMap((owner) => owner.lines).sort();
    expect(said).toEqual(['in-use', 'in-use', 'in-use', 'owner']);
  });
});

describe('a damaged game file', () => {
  it.each(['a clean', 'an unclean'])(
    'is refused after %s stop, before anything is read from it',
    async (stop) => {
      const path = join(temporaryFolder(), 'game.sqlite');
      const store = await SqliteCharacterStore.open(path);
      for (let index = 0; index < 200; index += 1)
        await store.create(storedCharacter({ name: `P${index}` }), 1);
      await store.close();

      const file = openSync(path, 'r+');
      const pageBytes = 4096;
      for (let at = 2 * pageBytes; at < statSync(path).size; at += pageBytes) {
        writeSync(file, Buffer.alloc(512, 0xa5), 0, 512, at);
      }
      closeSync(file);
      if (stop === 'an unclean') writeFileSync(`${path}-wal`, 'what a crash left behind');
      const before = readFileSync(path);

      await expect(openGameFile(path)).rejects.toMatchObject({
        code: 'corrupt',
        message: expect.stringMatching(
          /^\S+ is damaged \([^*\n]+\); .* a copy of it that was made while the server was stopped, or the last backup \(docs\/backups\.md, [^\n]+\)$/,
        ),
      });
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );

  it('of which a page is zeros is told in one line, without the heading above what SQLite found', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    await (await SqliteCharacterStore.open(path)).close();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(4096), 0, 4096, 3 * 4096);
    closeSync(file);
    await expect(openGameFile(path)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/^\S+ is damaged \(Tree 4 page 4[^*\n]+\); keep the data folder/),
    });
  });
});
