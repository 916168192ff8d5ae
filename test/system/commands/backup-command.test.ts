// `npm run backup` as an operator runs it on a stopped server, from the first key to a restored file.

import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { migrateDatabase } from '#adapters/postgres/connection/migrate-database.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/embedded-postgres.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { adminTables } from '#src/admin-api/admin-stores.js';
import { openDataFolder } from '#src/process/data-folder/open-data-folder.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { silentLog } from '../../support/silent-log.js';
import { root } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const programs = join(import.meta.dirname, '../../../dist/src');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function backup(dataDir: string, ...args: string[]): Promise<Ended> {
  return run('backup', dataDir, ...args);
}

function run(program: string, dataDir: string, ...args: string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'], TOS_DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(programs, `${program}.js`), ...args],
      { cwd: existsSync(dataDir) ? dataDir : dirname(dataDir), env, timeout: 60_000 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

let open: SqliteCharacterStore | undefined;
afterEach(() => open?.close());

async function openGame(dataDir: string): Promise<SqliteCharacterStore> {
  const part = openDataFolder(dataDir, silentLog).part('game.sqlite');
  return (open = await SqliteCharacterStore.open(join(dataDir, 'game.sqlite'), { part, waitMs: 0 }));
}

/** Where the embedded PostgreSQL's user can walk: as root that is somebody else. */
function folderForAll(): string {
  const folder = mkdtempSync('/var/tmp/tos-test-');
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function withTables(dataDir: string): Promise<void> {
  const part = openDataFolder(dataDir, silentLog).part('postgres');
  const postgres = await startEmbeddedPostgres({ folder: join(dataDir, 'postgres'), part, log: silentLog });
  await migrateDatabase(postgres.ownerUrl, adminTables, silentLog);
  await postgres.stop();
}

async function withAda(): Promise<string> {
  const dataDir = join(temporaryFolder(), 'data');
  const store = await openGame(dataDir);
  await store.create(storedCharacter({ name: 'Ada' }), 1);
  await store.close();
  // A server's id is in its identity, which only a server makes.
  writeFileSync(
    join(dataDir, 'identity.json'),
    JSON.stringify({
      serverId: '7f3e0a7c-1111-4222-8333-444455556666',
      staticSecretKey: '1'.repeat(64),
      signingSeed: '2'.repeat(64),
    }),
  );
  return dataDir;
}

describe('npm run backup', () => {
  it('makes, lists, verifies and restores, and the server takes what was restored', async () => {
    const dataDir = await withAda();
    writeFileSync(join(dataDir, 'switched-off'), 'trade\n');
    expect(await backup(dataDir, 'create')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^made 00000001-/),
    });
    expect((await backup(dataDir, 'list')).stdout).toMatch(/^00000001-\d{8}T\d{6}Z {2}\S+ {2}\d+ bytes\n$/);
    rmSync(join(dataDir, 'switched-off'));
    expect((await backup(dataDir, 'verify')).stdout).toMatch(
      /is whole: \d+ bytes.*1 characters\nswitched off by operators when it was made: trade\nits ledger adds up: \d+ entries\n$/s,
    );
    const refused = await backup(dataDir, 'restore');
    expect(refused).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/game\.sqlite is in the way/),
    });
    mkdirSync(join(dataDir, 'broken'));
    renameSync(join(dataDir, 'game.sqlite'), join(dataDir, 'broken', 'game.sqlite'));
    writeFileSync(join(dataDir, 'game.sqlite-wal'), 'of another');
    expect(await backup(dataDir, 'restore')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/game\.sqlite-wal is in the way/),
    });
    expect(existsSync(join(dataDir, 'game.sqlite'))).toBe(false);
    rmSync(join(dataDir, 'game.sqlite-wal'));
    expect(await backup(dataDir, 'restore')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/1 characters\nswitched off by operators there: trade\n$/),
    });
    expect(readFileSync(join(dataDir, 'switched-off'), 'utf8')).toBe('trade\n');
    expect(await (await openGame(dataDir)).find('ada')).toMatchObject({ name: 'Ada' });
  }, 60_000);

  it.each(['admin-ui/dist/x', 'node_modules', 'src/x'])(
    'puts nothing into the program itself: %s',
    async (to) => {
      const from = await withAda();
      await backup(from, 'create');
      const { code, stderr } = await backup(from, 'restore', 'latest', '--to', join(root, to));
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^--to: '\S+' is in the program's own /)]);
      expect(existsSync(join(root, to, 'game.sqlite'))).toBe(false);
    },
  );

  it('puts nothing where backups may not lie either, nor among them', async () => {
    const from = await withAda();
    await backup(from, 'create');
    const other = await withAda();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(from, link);
    for (const [to, fault] of [
      [join(from, 'postgres'), /is where the data folder keeps its postgres; a folder of its own$/],
      [join(from, 'postgres/cluster/data'), /is where the data folder keeps its postgres/],
      [join(link, 'postgres/x'), /is where the data folder keeps its postgres/],
      [join(from, 'backups'), /is where backups lie, in \S+\/backups; a folder of its own$/],
      [join(from, 'backups/game/x'), /is where backups lie/],
      [dirname(from), /holds the data folder/],
      [join(other, 'postgres/x'), /is where the data folder keeps its postgres, in \S+;/],
      [
        join(other, 'game.sqlite', 'x'),
        /^--to: .*is where the data folder keeps its game.sqlite, in|cannot be used/,
      ],
    ] as const) {
      const before = readdirSync(from, { recursive: true });
      const { code, stderr } = await backup(from, 'restore', 'latest', '--to', to);
      expect([to, code, stderr.trim()]).toEqual([to, 1, expect.stringMatching(fault)]);
      expect(stderr).toMatch(/^--to: '/);
      expect(stderr).not.toContain('TOS_DATA_DIR');
      expect(readdirSync(from, { recursive: true })).toEqual(before);
    }
  }, 60_000);

  it('puts nothing into the data folder of a server that runs there', async () => {
    const from = await withAda();
    await backup(from, 'create');
    const other = folderForAll();
    const part = openDataFolder(other, silentLog).part('postgres');
    const postgres = await startEmbeddedPostgres({ folder: join(other, 'postgres'), part, log: silentLog });
    try {
      const { code, stderr } = await backup(from, 'restore', 'latest', '--to', other);
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/^--to: another server runs on '\S+' and uses its PostgreSQL; stop it/),
      ]);
      expect(existsSync(join(other, 'game.sqlite'))).toBe(false);
    } finally {
      await postgres.stop();
    }
  }, 60_000);

  it('restores where --to leads without dots, and takes nothing else for it', async () => {
    const from = await withAda();
    await backup(from, 'create');
    const place = temporaryFolder();
    const { code, stdout } = await backup(from, 'restore', 'latest', '--to', `${place}/absent/../r5`);
    expect([code, stdout.split(' ', 2)]).toEqual([0, ['restored', join(place, 'r5', 'game.sqlite')]]);
    expect(readdirSync(place)).toEqual(['r5']);
  }, 60_000);

  it('says what to do where the restored file is of another data folder', async () => {
    const from = await withAda();
    await backup(from, 'create');
    const to = await withAda();
    rmSync(join(to, 'game.sqlite'));
    const { code, stdout } = await backup(from, 'restore', 'latest', '--to', to);
    expect(code).toBe(0);
    expect(stdout).toMatch(/delete the line 'game\.sqlite' in .*data-folder/);
    await expect(openGame(to)).rejects.toMatchObject({ code: 'part-foreign' });
    const path = join(to, 'data-folder');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^game\.sqlite\n/m, ''));
    expect(await (await openGame(to)).count()).toBe(1);
  }, 60_000);

  it('opens old backups after a new key, and names the key that is missing', async () => {
    const dataDir = await withAda();
    await backup(dataDir, 'create');
    expect(await backup(dataDir, 'new-key')).toMatchObject({ code: 0 });
    expect(await backup(dataDir, 'verify')).toMatchObject({ code: 0 });
    writeFileSync(join(dataDir, 'backup-key'), `${'a'.repeat(64)}\n`);
    const { code, stderr } = await backup(dataDir, 'verify');
    expect(code).toBe(1);
    expect(stderr).toMatch(/sealed with key [0-9a-f]{16}, and the key file \S+backup-key has [0-9a-f]{16}/);
  }, 60_000);

  it.each(['list', 'verify', 'restore', 'new-key'])(
    'makes neither folder nor key where %s finds no data folder, and offers none',
    async (task) => {
      const nowhere = join(folderForAll(), 'mistyped');
      const { code, stderr } = await backup(nowhere, task);
      expect([code, existsSync(nowhere)]).toEqual([1, false]);
      expect(stderr).toContain(`there is no folder ${nowhere}`);
      expect(stderr).toContain('TOS_DATA_DIR');
      expect(stderr).not.toContain('new-key');
    },
    60_000,
  );

  it('makes no other key in place of one that is gone while backups need it, as a start does not', async () => {
    const dataDir = await withAda();
    await backup(dataDir, 'create');
    rmSync(join(dataDir, 'backup-key'));
    const { code, stderr } = await backup(dataDir, 'create');
    expect(code).toBe(1);
    expect(stderr).toMatch(/the backup key .* is gone, and .* has backups that nothing else opens/);
    expect(existsSync(join(dataDir, 'backup-key'))).toBe(false);
  }, 60_000);

  it('makes none while a server has the file, and says so', async () => {
    const dataDir = await withAda();
    await openGame(dataDir);
    const { code, stderr } = await backup(dataDir, 'create');
    expect(code).toBe(1);
    expect(stderr).toMatch(/in use by another server/);
  }, 60_000);
});

describe('npm run backup -- --what admin', () => {
  it('makes, verifies and restores the database of the admin API, into one that holds nothing', async () => {
    const from = folderForAll();
    expect(await backup(from, 'create', '--what', 'admin')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/no tables of the admin API/),
    });
    await withTables(from);
    const made = await backup(from, 'create', '--what', 'admin');
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^made 00000001-/) });
    expect(await backup(from, 'verify', '--what', 'admin')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/is whole.*tables as of \d{4}-/s),
    });
    const to = folderForAll();
    cpSync(join(from, 'backups'), join(to, 'backups'), { recursive: true });
    cpSync(join(from, 'backup-key'), join(to, 'backup-key'));
    const restored = await backup(to, 'restore', '--what', 'admin');
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringMatching(/^restored \d+ tables/) });
  }, 120_000);
});

describe('a command for a data folder that is none', () => {
  const pipes: [program: string, args: string[], pipe: string][] = [
    ['backup', ['create'], 'game.sqlite-journal'],
    ['backup', ['create', '--what', 'admin'], 'postgres'],
    ['backup', ['verify'], 'identity.json'],
    ['reset-owner-password', [], 'postgres/postgres.log'],
    ['reset-owner-password', [], 'postgres/cluster/data/postmaster.pid'],
    ['ledger', ['check', 'game.sqlite'], 'game.sqlite-journal'],
  ];
  it.each(pipes)('is not held up by a pipe, and tells it: %s %j, %s', async (program, args, pipe) => {
    const dataDir = temporaryFolder();
    mkdirSync(dirname(join(dataDir, pipe)), { recursive: true });
    execFileSync('mkfifo', [join(dataDir, pipe)]);
    if (program === 'ledger') writeFileSync(join(dataDir, 'game.sqlite'), '');
    const { code, stderr } = await run(program, dataDir, ...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\S+ is (no|neither a folder nor a) regular file, where a [a-z ]+ is expected/);
    expect(stderr).toContain(pipe);
  });

  it.each([
    ['backup', ['create'], /no server has run there/],
    ['reset-owner-password', [], /^There is no database in .*: start the server/],
  ] as [string, string[], RegExp][])('makes nothing there: %s %j', async (program, args, words) => {
    const dataDir = temporaryFolder();
    expect(await run(program, dataDir, ...args)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(words),
    });
    expect(readdirSync(dataDir)).toEqual([]);
  });
});
