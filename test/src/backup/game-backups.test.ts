// A game file's whole way: copied while characters are saved, packed, sealed, kept, fetched, and put back where there is
// none, with the same sum.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ArchiveVault } from '#adapters/backup-archive/archive-vault.js';
import { backupKey } from '#adapters/backup-archive/backup-keys.js';
import { FolderBlobStore } from '#adapters/node-files/folder-blob-store.js';
import { SwitchedOffFile } from '#adapters/node-files/notes/switched-off-file.js';
import { copyGameFile } from '#adapters/sqlite/copy-game-file.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { BackupRounds } from '#application/backups/backup-rounds.js';
import type { BlobStore } from '#ports/storage/files/blob-store.js';
import { BlobStoreError } from '#ports/storage/files/blob-store.js';
import { restoreGame } from '../../../src/backup-command/restore-game.js';
import { gameSource } from '../../../src/backup/game-source.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { TurnedClock } from '../../support/admin/admin-world.js';
import { RecordingLog } from '../../support/silent-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const key = backupKey(Buffer.alloc(32, 7));
const open: SqliteCharacterStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

interface World {
  readonly dataDir: string;
  readonly store: SqliteCharacterStore;
  readonly vault: ArchiveVault;
  readonly abort: AbortController;
  readonly clock: TurnedClock;
}

async function world(
  blobsIn: (folder: string) => BlobStore = (folder) => new FolderBlobStore(folder),
): Promise<World> {
  const dataDir = temporaryFolder();
  const store = await SqliteCharacterStore.open(join(dataDir, 'game.sqlite'));
  open.push(store);
  const blobs = blobsIn(join(dataDir, 'backups'));
  const abort = new AbortController();
  const clock = new TurnedClock();
  const source = gameSource({
    dataDir,
    copy: (path, signal) => copyGameFile(store.file, path, { signal }),
    signal: abort.signal,
  });
  const keys = { current: key, all: [key] };
  const vault = new ArchiveVault({
    store: blobs,
    keys,
    kind: 'game',
    origin: 'north',
    unixMs: () => clock.unixMs(),
    source,
  });
  return { dataDir, store, vault, abort, clock };
}

function rounds({ vault, clock, abort }: World, log = new RecordingLog()): BackupRounds {
  const retention = { hourly: 2, daily: 0, weekly: 0 };
  return new BackupRounds({
    kind: 'game',
    vault,
    everyMs: 3_600_000,
    retention,
    clock,
    log,
    isEnding: () => abort.signal.aborted,
  });
}

describe('a game file that is backed up', () => {
  it('comes back with every character that was stored when the backup was made, and the same sum', async () => {
    const made = await world();
    let characters = 0;
    const save = async (): Promise<void> => {
      await made.store.create(storedCharacter({ name: `Hero ${(characters += 1)}` }), 1);
    };
    for (let index = 0; index < 300; index++) await save();
    let running = true;
    const saving = (async () => {
      for (; running; await turn()) await save();
    })();
    const { name } = await made.vault.make();
    running = false;
    await saving;
    const folder = join(temporaryFolder(), 'new');
    const restored = await restoreGame(made.vault, name, folder);
    expect(restored.characters).toBeGreaterThanOrEqual(300);
    expect(restored.characters).toBeLessThanOrEqual(characters);
    const sum = createHash('sha256').update(readFileSync(restored.path)).digest('hex');
    expect(sum).toBe(restored.manifest.contents.sha256);
    expect(readdirSync(folder)).toEqual(['game.sqlite']);
    const store = await SqliteCharacterStore.open(restored.path);
    open.push(store);
    expect(await store.count()).toBe(restored.characters);
    expect(await store.find('hero 300')).toMatchObject({ name: 'Hero 300' });
    expect(readdirSync(made.dataDir).sort()).toEqual(expect.not.arrayContaining(['.backup-copy']));
  });

  it('brings back what operators had switched off then, beside what is switched off there, and nothing opens', async () => {
    const made = await world();
    new SwitchedOffFile(made.dataDir).keep(['trade', 'mailSend']);
    const { name } = await made.vault.make();
    new SwitchedOffFile(made.dataDir).keep([]);
    const folders = [temporaryFolder(), temporaryFolder()] as const;
    new SwitchedOffFile(folders[1]).keep(['decay', 'trade']);
    const there = { 0: ['trade', 'mailSend'], 1: ['decay', 'trade', 'mailSend'] };
    for (const index of [0, 1] as const) {
      const { switchedOff } = await restoreGame(made.vault, name, folders[index]);
      expect(switchedOff).toEqual(there[index]);
      expect(new SwitchedOffFile(folders[index]).find()).toEqual(there[index]);
    }
  });

  it('is not put in place when what came out is not what it says it holds', async () => {
    const made = await world();
    const { name } = await made.vault.make();
    const manifest = await made.vault.manifest(name);
    const other: ArchiveVault = Object.assign(Object.create(made.vault) as ArchiveVault, {
      manifest: async () => ({ ...manifest, contents: { ...manifest.contents, sha256: '0'.repeat(64) } }),
      contentsOf: () => made.vault.contentsOf(manifest),
    });
    const folder = temporaryFolder();
    await expect(restoreGame(other, name, folder)).rejects.toThrow(/is not what backup \S+ holds/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing of a restore that fails, not in the end either, nor the folders that it made', async () => {
    const made = await world();
    new SwitchedOffFile(made.dataDir).keep(['trade']);
    const { name } = await made.vault.make();
    const manifest = await made.vault.manifest(name);
    // Right when it is unpacked, wrong when it is read back in its place.
    let read = 0;
    const sums = { ...manifest.contents };
    Object.defineProperty(sums, 'sha256', {
      get: () => ((read += 1) > 1 ? '0'.repeat(64) : manifest.contents.sha256),
    });
    const other: ArchiveVault = Object.assign(Object.create(made.vault) as ArchiveVault, {
      manifest: async () => ({ ...manifest, contents: sums }),
      contentsOf: () => made.vault.contentsOf(manifest),
    });
    const folder = temporaryFolder();
    await expect(restoreGame(other, name, join(folder, 'a', 'b'))).rejects.toThrow(/is not what backup/);
    expect(readdirSync(folder)).toEqual([]);
    expect(read).toBe(2);
  });

  it('is not made while what is switched off cannot be read, nor put where it cannot be', async () => {
    const made = await world();
    const { name } = await made.vault.make();
    writeFileSync(join(made.dataDir, 'switched-off'), 'everything\n');
    await expect(made.vault.make()).rejects.toThrow(/switched-off holds "everything"/);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'switched-off'), 'everything\n');
    await expect(restoreGame(made.vault, name, folder)).rejects.toThrow(/switched-off holds "everything"/);
    expect(readdirSync(folder)).toEqual(['switched-off']);
  });

  it.each(['', '-wal', '-shm', '-journal'])('is not put where a game.sqlite%s is', async (ending) => {
    const made = await world();
    const { name } = await made.vault.make();
    const folder = temporaryFolder();
    const inTheWay = join(folder, `game.sqlite${ending}`);
    writeFileSync(inTheWay, 'of another');
    await expect(restoreGame(made.vault, name, folder)).rejects.toThrow(inTheWay);
    expect(readdirSync(folder)).toEqual([`game.sqlite${ending}`]);
    expect(readFileSync(inTheWay, 'utf8')).toBe('of another');
  });

  it('that was damaged where it is kept is not put anywhere', async () => {
    const made = await world();
    await made.store.create(storedCharacter({ name: 'Ada' }), 1);
    const { name } = await made.vault.make();
    const path = join(made.dataDir, 'backups', 'game', 'north', `${name}.data`);
    const bytes = readFileSync(path);
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(path, bytes);
    const folder = temporaryFolder();
    await expect(restoreGame(made.vault, name, folder)).rejects.toMatchObject({ code: 'damaged' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('rounds of backups', () => {
  it('make one when it is due, and forget the old ones', async () => {
    const made = await world();
    const { clock } = made;
    const turns = rounds(made);
    await turns.round();
    await turns.round();
    expect(await made.vault.list()).toHaveLength(1);
    expect(turns.figures).toMatchObject({ made: 1, failed: 0, forgotten: 0 });
    for (let hour = 0; hour < 3; hour++) {
      clock.atUnixMs += 3_600_000;
      await turns.round();
    }
    expect(turns.figures.made).toBe(4);
    expect((await made.vault.list()).map(({ sequence }) => sequence)).toEqual([3, 4]);
    expect(turns.figures.forgotten).toBe(2);
  });

  it('that fail are counted, told once in the log and in health, keep what there is, and go on by themselves', async () => {
    let full = false;
    class FullDisk extends FolderBlobStore {
      override async put(key: string, chunks: AsyncIterable<Uint8Array>) {
        return super.put(key, full ? fullAfter(chunks) : chunks);
      }
    }
    async function* fullAfter(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        yield chunk;
        throw new BlobStoreError('full', 'no space left on device');
      }
    }
    const made = await world((folder) => new FullDisk(folder));
    const log = new RecordingLog();
    const { clock } = made;
    const turns = rounds(made, log);
    await turns.round();
    full = true;
    for (let tries = 0; tries < 3; tries++) {
      clock.atUnixMs += 3_600_000;
      await turns.round();
    }
    expect(turns.figures).toMatchObject({ made: 1, failed: 3, forgotten: 0 });
    expect(turns.check()).toEqual({ ok: true, reason: 'the last backup failed: no space left on device' });
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect((await made.vault.list()).map(({ sequence }) => sequence)).toEqual([1]);
    expect(readdirSync(join(made.dataDir, 'backups', '.unfinished'))).toEqual([]);
    expect(readdirSync(join(made.dataDir, 'backups', 'game', 'north'))).toHaveLength(2);
    const failed = turns.series.find((each) => each.name === 'tos_backups_failed_total')!;
    expect(failed.samples()).toEqual([{ value: 3, labels: { kind: 'game' } }]);
    full = false;
    await turns.round();
    expect(turns.check()).toEqual({ ok: true });
    expect(turns.figures.made).toBe(2);
  });

  it('are given up when the server stops: nothing is listed, no copy stays, and the file goes on', async () => {
    const made = await world();
    for (let index = 0; index < 300; index++)
      await made.store.create(storedCharacter({ name: `Hero ${index}` }), 1);
    const log = new RecordingLog();
    const turns = rounds(made, log);
    const round = turns.round();
    await turn();
    made.abort.abort(new Error('the server stops'));
    await round;
    expect(turns.figures).toMatchObject({ made: 0, failed: 0 });
    expect(log.lines).toEqual([]);
    expect(await made.vault.list()).toEqual([]);
    expect(existsSync(join(made.dataDir, '.backup-copy'))).toBe(false);
    await made.store.create(storedCharacter({ name: 'Ada' }), 1);
  });

  it('remove the copy that a killed server left', async () => {
    const made = await world();
    mkdirSync(join(made.dataDir, '.backup-copy'));
    writeFileSync(join(made.dataDir, '.backup-copy', 'game.sqlite'), 'half');
    await made.vault.make();
    expect(existsSync(join(made.dataDir, '.backup-copy'))).toBe(false);
  });
});
