// A backup packed by the process that is there for it: the build (dist/), as programs run it.

import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { copyGameFile } from '#adapters/sqlite/copy-game-file.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { ensureBackupKey } from '#src/backup/backup-key.js';
import { openBackupPlace } from '#src/backup/backup-place.js';
import type { PackingProcess as Packing } from '../../../src/backup/pack-apart.js';
import { loadConfiguration } from '../../../src/configuration/load-configuration.js';
import type { Configuration } from '../../../src/configuration/settings.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let PackingProcess: typeof Packing;
let packing: Packing;
beforeAll(async () => {
  const built = new URL('../../../dist/src/backup/pack-apart.js', import.meta.url).href;
  ({ PackingProcess } = (await import(built)) as { PackingProcess: typeof Packing });
});
beforeEach(() => {
  packing = new PackingProcess();
});
afterEach(() => packing.stop());

async function world(): Promise<{ configuration: Configuration; path: string }> {
  const dataDir = temporaryFolder();
  const environment = { TOS_DATA_DIR: dataDir };
  const loaded = loadConfiguration({ args: [], environment, workingDir: dataDir, usage: '' });
  if (loaded.kind !== 'ready') throw new Error('the settings are not allowed');
  const { configuration } = loaded;
  await ensureBackupKey(configuration);
  const store = await SqliteCharacterStore.open(join(dataDir, 'game.sqlite'));
  await store.create(storedCharacter({ name: 'Ada' }), 1);
  const path = join(dataDir, 'copy');
  await copyGameFile(store.file, path);
  await store.close();
  return { configuration, path };
}

function blobsIn({ dataDir }: Configuration): string[] {
  const folder = join(dataDir, 'backups');
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).filter(isFile) : [];
}

function isFile(path: string): boolean {
  return path.includes('.');
}

/** Processes that this one started to pack. */
function packers(): number[] {
  const children = readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return children
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('pack-worker'))
    .map(Number);
}

/** The process that `start` makes. */
function madeBy(start: () => void): ChildProcess {
  const made: ChildProcess[] = [];
  const note = (message: unknown): void => void made.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  try {
    start();
  } finally {
    unsubscribe('child_process', note);
  }
  expect(made).toHaveLength(1);
  return made[0]!;
}

const onLinux = process.platform === 'linux' ? it : it.skip;
const ongoing = new AbortController().signal;

describe('a copy that another process packs', () => {
  it('is a backup that this process reads', async () => {
    const { configuration, path } = await world();
    const made = await packing.pack({ configuration, kind: 'game', origin: 'north', path }, ongoing);
    const place = (await openBackupPlace(configuration, new SystemClock()))!;
    const vault = place.vault('game', 'north');
    expect(await vault.list()).toEqual([made]);
    const manifest = await vault.manifest(made.name);
    let bytes = 0;
    for await (const chunk of vault.contentsOf(manifest)) bytes += chunk.length;
    expect(bytes).toBe(manifest.contents.bytes);
  }, 60_000);

  // Only there it can be seen from outside.
  onLinux(
    'is packed behind whatever else the machine does, by a process that was there before, stays for the next, and is gone after a stop',
    async () => {
      const { configuration, path } = await world();
      packing.start();
      const [pid] = packers();
      expect(getPriority(pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
      const request = { configuration, kind: 'game', origin: 'north', path } as const;
      const made = [await packing.pack(request, ongoing)];
      // At once, one waits for the other.
      made.push(...(await Promise.all([packing.pack(request, ongoing), packing.pack(request, ongoing)])));
      expect(new Set(made.map(({ name }) => name)).size).toBe(3);
      expect(packers()).toEqual([pid]);
      await packing.stop();
      expect(packers()).toEqual([]);
      await packing.stop();
    },
    60_000,
  );

  onLinux(
    'is packed by another process when the one that was there died, and one that dies meanwhile says so',
    async () => {
      const { configuration, path } = await world();
      const request = { configuration, kind: 'game', origin: 'north', path } as const;
      packing.start();
      const [first] = packers();
      const packed = packing.pack(request, ongoing);
      process.kill(first!, 'SIGKILL');
      await expect(packed).rejects.toThrow(
        'the process for backups gave no answer: it ended early (SIGKILL)',
      );
      const made = await packing.pack(request, ongoing);
      expect(made.name).toMatch(/^\d{8}-/);
      expect(packers()).not.toEqual([first]);
    },
    60_000,
  );

  it('that is no whole game file is refused with what is wrong with it', async () => {
    const { configuration, path } = await world();
    writeFileSync(path, 'nothing of the kind');
    const packed = packing.pack({ configuration, kind: 'game', origin: 'north', path }, ongoing);
    await expect(packed).rejects.toThrow(/copy.*(damaged|not whole|no game file|not a database)/s);
    expect(blobsIn(configuration)).toEqual([]);
  }, 60_000);

  it('is given up when the server stops, and nothing of it is left', async () => {
    const { configuration, path } = await world();
    const abort = new AbortController();
    const child = madeBy(() => packing.start());
    const request = { configuration, kind: 'game', origin: 'north', path } as const;
    // What it needs it loads with the first; on a busy machine, behind all others, that takes longer than it has to tidy up.
    await packing.pack(request, ongoing);
    const before = blobsIn(configuration);
    const packed = packing.pack(request, abort.signal);
    const [answered, ended] = [once(child, 'message'), once(child, 'exit')];
    setImmediate(() => abort.abort(new Error('the server stops')));
    await expect(packed).rejects.toThrow('the server stops');
    expect(blobsIn(configuration)).toEqual(before);
    // It heard of it, said so, and goes by itself when it is let go of: who is killed says nothing, and may leave a half of a backup.
    expect((await answered)[0]).toEqual({ failed: 'the server stops' });
    await packing.stop();
    expect(await ended).toEqual([0, null]);
  }, 60_000);

  it('says why when the place cannot be used', async () => {
    const { configuration, path } = await world();
    writeFileSync(join(configuration.dataDir, 'backups'), 'a file');
    const packed = packing.pack({ configuration, kind: 'game', origin: 'north', path }, ongoing);
    await expect(packed).rejects.toThrow(/backups/);
    rmSync(join(configuration.dataDir, 'backups'));
  }, 60_000);
});

describe('a backup that another process reads back', () => {
  const of = { kind: 'game', origin: 'north' } as const;

  async function packed() {
    const { configuration, path } = await world();
    const { name } = await packing.pack({ configuration, ...of, path }, ongoing);
    const data = join(configuration.dataDir, 'backups', 'game', 'north', `${name}.data`);
    return { configuration, name, data };
  }

  it('is whole, by a process behind all others', async () => {
    const { configuration, name } = await packed();
    const read = packing.readBack({ configuration, ...of, name }, ongoing);
    if (process.platform === 'linux')
      expect(packers().map((pid) => getPriority(pid))).toEqual([constants.priority.PRIORITY_BELOW_NORMAL]);
    await read;
  }, 60_000);

  it('is told damaged, not there, or without its key, by the code of the error', async () => {
    const { configuration, name, data } = await packed();
    const bytes = readFileSync(data);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(data, bytes);
    const read = (which: string) => packing.readBack({ configuration, ...of, name: which }, ongoing);
    await expect(read(name)).rejects.toMatchObject({ code: 'damaged' });
    await expect(read('00000009-20261130T120000Z')).rejects.toMatchObject({ code: 'not-found' });
    rmSync(join(configuration.dataDir, 'backup-key'));
    await expect(read(name)).rejects.toMatchObject({ code: 'no-key' });
    await ensureBackupKey({ ...configuration, backups: 's3' });
    await expect(read(name)).rejects.toMatchObject({ code: 'wrong-key' });
  }, 60_000);

  it('is given up when the server stops', async () => {
    const { configuration, name } = await packed();
    const abort = new AbortController();
    const read = packing.readBack({ configuration, ...of, name }, abort.signal);
    setImmediate(() => abort.abort(new Error('the server stops')));
    await expect(read).rejects.toThrow('the server stops');
  }, 60_000);
});
