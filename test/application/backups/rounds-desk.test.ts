// The desk at backups: in memory, and over an archive in a folder, with what only the latter has.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ArchiveVault } from '#adapters/backup-archive/archive-vault.js';
import { backupKey } from '#adapters/backup-archive/backup-keys.js';
import { MemoryBackupDesk } from '#adapters/memory/admin/backups/memory-backup-desk.js';
import { FolderBlobStore } from '#adapters/node-files/folder-blob-store.js';
import { BackupRounds } from '#application/backups/backup-rounds.js';
import { RoundsBackupDesk } from '#application/backups/rounds-desk.js';
import {
  backupWordsMax,
  overdueAfterMs,
  toldBackupsMax,
  type BackupPlan,
} from '#ports/backups/backup-desk.js';
import { BlobStoreError, type BlobStoreErrorCode } from '#ports/storage/files/blob-store.js';
import { backupDeskContract, type BackupDeskStage } from '../../contract/backups/backup-desk.js';
import { TurnedClock } from '../../support/admin/admin-world.js';
import { RecordingLog } from '../../support/silent-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const plan: BackupPlan = {
  ...{ to: 'folder', place: 'a folder', everyMinutes: 60 },
  ...{ hourly: 2, daily: 1, weekly: 0 },
};

/** Nobody loses patience. */
const pauses = {
  deadline: () => new Promise<never>(() => undefined),
  giveUpAfter: () => new AbortController().signal,
};

class FaultyFolder extends FolderBlobStore {
  fault: BlobStoreErrorCode | undefined;

  override put(...[key, chunks]: Parameters<FolderBlobStore['put']>) {
    this.#fail();
    return super.put(key, chunks);
  }

  override async list(prefix: string) {
    if (this.fault !== 'full') this.#fail();
    return super.list(prefix);
  }

  #fail(): void {
    if (this.fault !== undefined)
      throw new BlobStoreError(this.fault, `the place says ${this.fault}\n\u202e`);
  }
}

function world() {
  const folder = temporaryFolder();
  const store = new FaultyFolder(folder);
  const clock = new TurnedClock();
  const log = new RecordingLog();
  const key = backupKey(Buffer.alloc(32, 7));
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('what there is');
  }
  const vault = new ArchiveVault({
    ...{ store, kind: 'game', origin: 'north', keys: { current: key, all: [key] } },
    unixMs: () => clock.unixMs(),
    source: { withContents: (use) => use({ chunks: chunks(), schemaVersion: '1' }) },
  });
  const rounds = new BackupRounds({
    ...{ kind: 'game', vault, clock, log, retention: plan, everyMs: 3_600_000 },
    isEnding: () => false,
  });
  const readBack = async (name: string): Promise<void> => {
    for await (const _ of vault.contentsOf(await vault.manifest(name)));
  };
  const desk = new RoundsBackupDesk({ origin: 'north', plan, rounds, vault, readBack, clock, log, pauses });
  const flip = (name: string): void => {
    const path = join(folder, 'game', 'north', `${name}.data`);
    const bytes = readFileSync(path);
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(path, bytes);
  };
  return { desk, rounds, store, clock, log, vault, flip };
}

backupDeskContract('MemoryBackupDesk', async (): Promise<BackupDeskStage> => {
  const desk = new MemoryBackupDesk(() => 1_800_000_000_000);
  return {
    desk,
    damage: (name) => void desk.faults.set(name, 'damaged'),
    fill: () => (desk.inTheWay = { ok: false, reason: 'backup-place-full', words: 'full' }),
  };
});

backupDeskContract('RoundsBackupDesk', async (): Promise<BackupDeskStage> => {
  const { desk, store, flip } = world();
  return { desk, damage: flip, fill: () => (store.fault = 'full') };
});

describe('a desk at backups that are made in rounds', () => {
  it('takes turns with those on schedule: neither is begun while the other is under way', async () => {
    const { desk, rounds, vault } = world();
    const [byHand] = await Promise.all([desk.make(), rounds.round(), rounds.round()]);
    expect(byHand.ok).toBe(true);
    expect(await vault.list()).toHaveLength(1);
    expect(rounds.figures.failed).toBe(0);
    const end = rounds.begin({ task: 'make' })!;
    expect(await desk.verify('00000001-20261130T120000Z')).toMatchObject({ reason: 'backup-busy' });
    await expect(rounds.make()).rejects.toThrow('another backup');
    end();
    await rounds.make();
    expect(await vault.list()).toHaveLength(2);
  });

  it('says why each stays, and that the newest is overdue when it is so', async () => {
    const { desk, clock } = world();
    for (let hour = 0; hour < 3; hour++) {
      await desk.make();
      clock.atUnixMs += 3_600_000;
    }
    clock.atUnixMs += overdueAfterMs - 1000;
    const told = await desk.tell();
    expect(told.backups.map(({ kept }) => kept)).toEqual([['newest', 'hourly', 'daily'], ['hourly'], []]);
    expect(told.isOverdue).toBe(false);
    clock.atUnixMs += 2000;
    expect((await desk.tell()).isOverdue).toBe(true);
  });

  it.each([
    ['unreachable', 'backup-place-away'],
    ['refused', 'backup-place-refused'],
    ['failed', 'failed'],
  ] as const)('of a place that is %s tells why there is no list, and makes none', async (fault, reason) => {
    const { desk, store } = world();
    await desk.make();
    store.fault = fault;
    const words = `the place says ${fault} `;
    expect(await desk.tell()).toMatchObject({ backups: [], total: 0, unlisted: { reason, words } });
    expect(await desk.make()).toEqual({ ok: false, reason, words });
    store.fault = undefined;
    expect(await desk.tell()).toMatchObject({ total: 1 });
  });

  it('tells of the last failure on schedule, until one was made', async () => {
    const { desk, rounds, store } = world();
    store.fault = 'unreachable';
    await rounds.round();
    store.fault = undefined;
    expect((await desk.tell()).failure).toMatch(/the place says unreachable/);
    await desk.make();
    expect((await desk.tell()).failure).toBeUndefined();
  });

  it('tells no more of what was in the way of looking when the newest is there and in time', async () => {
    const { desk, rounds, store } = world();
    await rounds.round();
    store.fault = 'unreachable';
    await rounds.round();
    expect(rounds.figures.failure).toMatch(/the place says unreachable/);
    store.fault = undefined;
    await rounds.round();
    expect((await desk.tell()).failure).toBeUndefined();
    expect(rounds.figures).toMatchObject({ made: 1, failed: 1 });
  });

  it('tells that old ones could not be forgotten until they are, which is tried again in each round', async () => {
    const { desk, rounds, vault, clock } = world();
    const forgotten: string[] = [];
    const forget = vault.forget.bind(vault);
    let isInTheWay = true;
    vault.forget = async (name) => {
      if (isInTheWay) throw new Error('held by somebody');
      forgotten.push(name);
      await forget(name);
    };
    for (let made = 0; made < 4; made++) {
      await rounds.round();
      clock.atUnixMs += 3_600_000;
    }
    clock.atUnixMs -= 3_600_000;
    await rounds.round();
    expect((await desk.tell()).failure).toBe('held by somebody');
    isInTheWay = false;
    await rounds.round();
    expect([forgotten.length > 0, (await desk.tell()).failure]).toEqual([true, undefined]);
  });

  it('has a key that is not there, and a backup of another key, each in its words', async () => {
    const { clock, log, rounds, vault } = world();
    const withReadBack = (code: string) =>
      new RoundsBackupDesk({
        ...{ origin: 'north', plan, rounds, vault, clock, log, pauses },
        readBack: async () => {
          throw Object.assign(new Error('x'.repeat(2 * backupWordsMax)), { code });
        },
      });
    const name = '00000001-20261130T120000Z';
    expect(await withReadBack('no-key').verify(name)).toMatchObject({ reason: 'backup-key-missing' });
    expect(await withReadBack('wrong-key').verify(name)).toMatchObject({ ok: true, fault: 'other-key' });
    const newer = await withReadBack('newer-format').verify(name);
    expect(newer).toMatchObject({ ok: true, fault: 'newer-format', words: 'x'.repeat(backupWordsMax) });
    expect(await withReadBack('constructor').verify(name)).toMatchObject({ reason: 'failed' });
  });

  it('lists the newest of many, and says how many there are', async () => {
    const { rounds, clock, log } = world();
    const all = Array.from({ length: toldBackupsMax + 1 }, (_, index) => ({
      name: `${String(index + 1).padStart(8, '0')}-20261130T120000Z`,
      ...{ sequence: index + 1, createdAtUnixMs: 1_800_000_000_000 + index, storedBytes: 2 ** 40 },
    }));
    const desk = new RoundsBackupDesk({
      ...{ origin: 'x'.repeat(100), plan, rounds, clock, log, pauses },
      ...{ vault: { list: async () => all }, readBack: async () => undefined },
    });
    const told = await desk.tell();
    expect([told.backups.length, told.total]).toEqual([toldBackupsMax, toldBackupsMax + 1]);
    expect(told.backups[0]?.sequence).toBe(toldBackupsMax + 1);
  });

  it('says of a place that gives no answer that it is away, and asks it once however many look', async () => {
    const { rounds, clock, log } = world();
    let asked = 0;
    const { promise, reject } = Promise.withResolvers<never>();
    const desk = new RoundsBackupDesk({
      ...{ origin: 'north', plan, rounds, clock, log, readBack: async () => undefined },
      pauses: { ...pauses, deadline: async () => undefined },
      vault: { list: () => (asked++, promise) },
    });
    for (const told of await Promise.all([desk.tell(), desk.tell()]))
      expect(told).toMatchObject({ total: 0, unlisted: { reason: 'backup-place-away' } });
    expect(asked).toBe(1);
    reject(new Error('too late'));
    await promise.catch(() => undefined);
    await desk.tell();
    expect(asked).toBe(2);
  });

  it('says the same when the place itself gives up first', async () => {
    const { rounds, clock, log } = world();
    const over = new AbortController();
    const desk = new RoundsBackupDesk({
      ...{ origin: 'north', plan, rounds, clock, log, readBack: async () => undefined },
      pauses: { ...pauses, deadline: () => turn(undefined), giveUpAfter: () => over.signal },
      vault: {
        list: async (givenUp) => {
          over.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
          givenUp?.throwIfAborted();
          return [];
        },
      },
    });
    expect(await desk.tell()).toMatchObject({
      unlisted: { reason: 'backup-place-away', words: 'a folder gave no answer in 5 s' },
    });
  });

  it('gives up asking a place when it says that it is away, and asks anew at the next look', async () => {
    const { rounds, clock, log } = world();
    const over = new AbortController();
    let isBack = false;
    const deadline = async () => (isBack ? pauses.deadline() : over.abort(new Error('too late')));
    const desk = new RoundsBackupDesk({
      ...{ origin: 'north', plan, rounds, clock, log, readBack: async () => undefined },
      pauses: { deadline, giveUpAfter: () => over.signal },
      vault: {
        list: async (givenUp) => {
          while (!isBack) await turn().then(() => givenUp?.throwIfAborted());
          return [];
        },
      },
    });
    expect(await desk.tell()).toMatchObject({ unlisted: { reason: 'backup-place-away' } });
    await turn();
    isBack = true;
    expect((await desk.tell()).unlisted).toBeUndefined();
  });

  it('goes on when what became of one cannot be written down, and says so in the log', async () => {
    const { desk, log } = world();
    const result = await desk.make(async () => {
      throw new Error('no database');
    });
    expect(result.ok).toBe(true);
    expect(log.lines.at(-1)).toMatchObject({ level: 'error' });
    expect(desk.work).toBeUndefined();
    await desk.settled();
  });
});
