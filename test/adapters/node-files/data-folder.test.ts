// A data folder and its parts have one identity; what was there and is not whole any more stops the start.

import { execFileSync } from 'node:child_process';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openTokenLedgerFile } from '#adapters/threads/tokens/token-ledger-file.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { openDataFolder } from '#src/process/data-folder/open-data-folder.js';
import { readConfiguration } from '#src/configuration/read-configuration.js';
import type { Configuration } from '#src/configuration/settings.js';
import { requireWholeParts } from '#src/process/data-folder/require-whole-parts.js';
import { loadOrCreateIdentity } from '#adapters/node-files/identity-file.js';
import { RecordingLog } from '../../support/silent-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const nil = '00000000-0000-0000-0000-000000000000';

let folder: string;
let log: RecordingLog;
beforeEach(() => {
  folder = join(temporaryFolder(), 'data');
  log = new RecordingLog();
});

/** What a game server does with its folder when it starts and stops. */
async function startAndStop(where = folder): Promise<{ serverId: string; folderId: string }> {
  const data = openDataFolder(where, log);
  const identity = loadOrCreateIdentity(join(where, 'identity.json'), data.part('identity.json'));
  closeGameFile(await openGameFile(join(where, 'game.sqlite'), { part: data.part('game.sqlite') }));
  openTokenLedgerFile(join(where, 'used-tokens'), 1024, 1000, data.part('used-tokens')).close();
  return { serverId: identity.serverId, folderId: data.id };
}

const lookAtParts = (more: Partial<Configuration> = {}): Promise<void> => {
  const reading = readConfiguration({ environment: {}, workingDir: folder, file: undefined });
  if (!reading.ok) throw new Error(reading.problems.join());
  return requireWholeParts({ ...reading.configuration, dataDir: folder, ...more }, ['game', 'admin']);
};

const parts = ['identity.json', 'game.sqlite', 'used-tokens'] as const;
const listOf = (where = folder): string => join(where, 'data-folder');
const deleteLine = (name: string): void => {
  writeFileSync(listOf(), readFileSync(listOf(), 'utf8').replace(`${name}\n`, ''));
};

describe('a data folder', () => {
  it('has an id from its first start on, and lists what was made in it', async () => {
    const { folderId } = await startAndStop();
    const lines = readFileSync(listOf(), 'utf8').split('\n');
    expect(lines[0]).toBe(`tos data folder ${folderId}`);
    expect(lines.filter((line) => line !== '' && !line.startsWith('#')).slice(1)).toEqual([...parts]);
  });

  it('with a pipe or a folder where a file is expected is refused by name, and not waited for', async () => {
    await startAndStop();
    rmSync(join(folder, 'used-tokens'));
    execFileSync('mkfifo', [join(folder, 'used-tokens'), join(folder, 'server-token')]);
    mkdirSync(join(folder, 'drained'));
    const refused = lookAtParts();
    await expect(refused).rejects.toThrow(`${join(folder, 'server-token')} is no regular file`);
    await expect(refused).rejects.toThrow(`${join(folder, 'used-tokens')} is no regular file`);
    await expect(refused).rejects.toThrow(`${join(folder, 'drained')} is a folder, where a file is expected`);
  });

  it('is refused at the first look for each note of operators in it that cannot be read', async () => {
    await startAndStop();
    for (const name of ['drained', 'switched-off', 'planned']) writeFileSync(join(folder, name), 'garbage');
    const refused = lookAtParts();
    for (const name of ['drained', 'switched-off', 'planned'])
      await expect(refused).rejects.toThrow(join(folder, name));
  });

  it('is the same after a restart, and when it was moved or copied whole', async () => {
    const first = await startAndStop();
    expect(await startAndStop()).toEqual(first);
    const copy = join(temporaryFolder(), 'copy');
    cpSync(folder, copy, { recursive: true });
    expect(await startAndStop(copy)).toEqual(first);
    const moved = join(temporaryFolder(), 'moved');
    renameSync(folder, moved);
    expect(await startAndStop(moved)).toEqual(first);
    expect(log.lines).toEqual([]);
  });

  it.each(parts)('refuses to go on without %s, and says what to do', async (name) => {
    await startAndStop();
    rmSync(join(folder, name));
    expect(() => openDataFolder(folder, log)).toThrow(
      `${join(folder, name)} is missing, although it was there before. Restore the data folder from a copy; ` +
        `or, to begin anew without what was in it, delete the line '${name}' in ${listOf()}.`,
    );
  });

  it.each(parts)('refuses to go on with an emptied %s, which stays as it is', async (name) => {
    await startAndStop();
    truncateSync(join(folder, name));
    await expect(startAndStop()).rejects.toMatchObject({
      code: 'part-lost',
      message: expect.stringMatching(
        new RegExp(`${name} is empty, although .*delete the line '${name}' in ${listOf()}`),
      ),
    });
    expect(readFileSync(join(folder, name))).toHaveLength(0);
  });

  it.each(parts)('refuses %s of another folder, naming both', async (name) => {
    const { folderId } = await startAndStop();
    const other = join(temporaryFolder(), 'other');
    const { folderId: otherId } = await startAndStop(other);
    cpSync(join(other, name), join(folder, name));
    await expect(startAndStop()).rejects.toMatchObject({
      code: 'part-foreign',
      message: expect.stringMatching(new RegExp(`belongs to data folder ${otherId}.*${folderId}`)),
    });
  });

  it('names everything that is gone at once, before anything is opened', async () => {
    await startAndStop();
    rmSync(join(folder, 'identity.json'));
    truncateSync(join(folder, 'used-tokens'));
    expect(() => openDataFolder(folder, log)).toThrow(
      /identity\.json is missing, although[^]*\n[^]*used-tokens is empty, although/,
    );
  });

  it('leaves an empty game file whose log is there to its opener', async () => {
    await startAndStop();
    truncateSync(join(folder, 'game.sqlite'));
    writeFileSync(join(folder, 'game.sqlite-wal'), 'what a crash left');
    expect(() => openDataFolder(folder, log)).not.toThrow();
  });

  it('refuses a game file whose tables are gone', async () => {
    await startAndStop();
    rmSync(join(folder, 'game.sqlite'));
    const emptied = new SqliteDatabase(join(folder, 'game.sqlite'));
    emptied.exec('CREATE TABLE a (b); DROP TABLE a');
    emptied.close();
    await expect(startAndStop()).rejects.toMatchObject({ code: 'part-lost' });
  });

  it('refuses used tokens of which only zeros are left', async () => {
    await startAndStop();
    writeFileSync(join(folder, 'used-tokens'), Buffer.alloc(4096));
    await expect(startAndStop()).rejects.toMatchObject({ code: 'part-lost' });
  });

  it('says before anything is started which of its files are damaged, and what to do', async () => {
    await expect(lookAtParts()).resolves.toBeUndefined();
    await startAndStop();
    await expect(lookAtParts()).resolves.toBeUndefined();
    const path = join(folder, 'game.sqlite');
    const whole = readFileSync(path);
    const halves = [
      [whole.subarray(0, whole.length / 2), `it has ${whole.length / 2} bytes of ${whole.length}`],
      [Buffer.alloc(whole.length), 'it begins with zeros'],
      [Buffer.from('not a database'), 'it does not begin as an SQLite file does'],
    ] as const;
    for (const [bytes, finding] of halves) {
      writeFileSync(path, bytes);
      const told = lookAtParts();
      await expect(told).rejects.toThrow(
        `${path} is damaged (${finding}); keep the data folder aside as it is, and restore a copy of it`,
      );
      await expect(startAndStop()).rejects.toThrow(/is damaged \(.*\); keep the data folder aside/);
    }
    // The rest is still in the log.
    writeFileSync(path, halves[0][0]);
    writeFileSync(`${path}-wal`, 'what a crash left');
    await expect(lookAtParts()).resolves.toBeUndefined();
  });

  it.each([
    [
      'cut short',
      (whole: Buffer) => whole.subarray(0, whole.length - 8),
      /is damaged \(it has \d+ bytes, not \d+\)/,
    ],
    ['one byte', () => Buffer.from('x'), /is damaged \(it has 1 bytes\)/],
    ['one byte of zero', () => Buffer.alloc(1), /is damaged \(its 1 bytes are all zero\)/],
  ] as const)('says before anything is started that used tokens are %s', async (_what, damage, words) => {
    await startAndStop();
    const path = join(folder, 'used-tokens');
    writeFileSync(path, damage(readFileSync(path)));
    await expect(lookAtParts()).rejects.toThrow(words);
    await expect(startAndStop()).rejects.toThrow(words);
  });

  it('says before anything is started that a part is of another folder, or gone, or that the list is', async () => {
    await startAndStop();
    const other = join(temporaryFolder(), 'other');
    const { folderId: otherId } = await startAndStop(other);
    cpSync(join(other, 'used-tokens'), join(folder, 'used-tokens'));
    rmSync(join(folder, 'game.sqlite'));
    await expect(lookAtParts()).rejects.toThrow(
      new RegExp(`game\\.sqlite is missing[^]*used-tokens belongs to data folder ${otherId}`),
    );
    rmSync(listOf());
    await expect(lookAtParts()).rejects.toThrow(`${listOf()} is missing, although parts of the data folder`);
  });

  it.each(['connect-token-key', 'sealing-key', 'server-token', 'login-service-token', 'backup-key'])(
    'says before anything is started that %s holds no secret',
    async (name) => {
      await startAndStop();
      writeFileSync(join(folder, name), 'nothing');
      await expect(lookAtParts()).rejects.toThrow(join(folder, name));
    },
  );

  it('says that a key of backups which was named is missing, and what to do', async () => {
    const backupKeyFile = join(folder, 'elsewhere');
    await expect(lookAtParts({ backupKeyFile })).rejects.toThrow(
      `the backup key ${backupKeyFile} is missing: put a copy of it there, since backups can be read with their own key ` +
        'only; to begin with a new one: npm run backup -- new-key',
    );
    await expect(lookAtParts({ backupKeyFile, backups: 'off' })).resolves.toBeUndefined();
  });

  it('says that the key of its backups is gone, while others’ backups in the same place are no concern', async () => {
    await startAndStop();
    const { serverId } = JSON.parse(readFileSync(join(folder, 'identity.json'), 'utf8')) as {
      serverId: string;
    };
    const backupPlace = join(folder, 'elsewhere');
    const keep = (origin: string): void => {
      mkdirSync(join(backupPlace, 'game', origin), { recursive: true });
      writeFileSync(join(backupPlace, 'game', origin, '00000001-20261129T000000Z.json'), '{}');
    };
    rmSync(join(folder, 'backup-key'), { force: true });
    keep('another');
    await expect(lookAtParts({ backupDir: backupPlace })).resolves.toBeUndefined();
    keep(serverId);
    await expect(lookAtParts({ backupDir: backupPlace })).rejects.toThrow(
      /the backup key .*backup-key is gone, and .* has backups that nothing else opens: .*new-key/,
    );
    writeFileSync(join(folder, 'backup-key'), `${'0'.repeat(63)}1\n`, { mode: 0o600 });
    await expect(lookAtParts({ backupDir: backupPlace })).resolves.toBeUndefined();
  });

  it.each([
    ['zeros', () => Buffer.alloc(8192), 'holds nothing but zeros'],
    ['half of it', () => Buffer.alloc(4096, 1), 'has 4096 bytes, not 8192'],
    ['nothing', () => Buffer.alloc(0), 'is empty'],
  ] as const)(
    'says before PostgreSQL is started that its control file holds %s, and what to do',
    async (_what, bytes, words) => {
      const data = openDataFolder(folder, log);
      const home = join(folder, 'postgres', 'cluster');
      mkdirSync(join(home, 'data', 'global'), { recursive: true });
      writeFileSync(join(home, 'password'), 'secret');
      writeFileSync(join(home, 'data', 'PG_VERSION'), '18');
      writeFileSync(join(home, 'data-folder-id'), data.id);
      data.part('postgres').settle();
      const control = join(home, 'data', 'global', 'pg_control');
      writeFileSync(control, Buffer.alloc(8192, 1));
      await expect(lookAtParts()).resolves.toBeUndefined();
      writeFileSync(control, bytes());
      await expect(lookAtParts()).rejects.toThrow(
        `${control} ${words}, so that the database in ${home} cannot be used. Restore the data folder from a copy; or put ` +
          `the admin database back from its last backup: move ${join(folder, 'postgres')} aside, delete the line 'postgres' ` +
          `in ${listOf()}, and run: npm run backup -- restore latest --what admin`,
      );
      await expect(lookAtParts({ databaseUrl: 'postgres://elsewhere/x' })).resolves.toBeUndefined();
    },
  );

  it.each([
    ['null', 'it is not one JSON object with serverId, staticSecretKey, signingSeed, dataFolder'],
    ['[]', 'it is not one JSON object with serverId, staticSecretKey, signingSeed, dataFolder'],
    ['{', 'it is not JSON'],
    ['{"serverId": 5}', 'serverId is not a UUID; staticSecretKey is missing; signingSeed is missing'],
    [
      JSON.stringify({ serverId: nil, staticSecretKey: '0'.repeat(64), signingSeed: '0'.repeat(64) }),
      'serverId is all zeros; staticSecretKey is all zeros; signingSeed is all zeros',
    ],
    ['{"staticSecretKey": "AB", "colour": 1}', 'serverId is missing; staticSecretKey is not 64 hexadecimal'],
  ])('says what is wrong with an identity that is %s', async (text, fault) => {
    await startAndStop();
    writeFileSync(join(folder, 'identity.json'), text);
    const words = `identity.json is not a server identity (${fault}`;
    await expect(lookAtParts()).rejects.toThrow(words);
    await expect(startAndStop()).rejects.toThrow(words);
  });

  it('begins anew with a part whose line was deleted, and with nothing else', async () => {
    const before = await startAndStop();
    rmSync(join(folder, 'identity.json'));
    deleteLine('identity.json');
    const after = await startAndStop();
    expect(after.folderId).toBe(before.folderId);
    expect(after.serverId).not.toBe(before.serverId);
    expect(await startAndStop()).toEqual(after);
  });

  it("takes on another folder's part whose line was deleted, and says so", async () => {
    await startAndStop();
    const other = join(temporaryFolder(), 'other');
    const { folderId: otherId, serverId } = await startAndStop(other);
    cpSync(join(other, 'identity.json'), join(folder, 'identity.json'));
    deleteLine('identity.json');
    expect(await startAndStop()).toMatchObject({ serverId });
    expect(log.lines).toEqual([
      expect.objectContaining({
        level: 'warn',
        fields: expect.objectContaining({ part: 'identity.json', from: otherId }),
      }),
    ]);
  });

  it('of version 0.1.0 is taken on once, with a line in the log', async () => {
    const identity = loadOrCreateIdentity(join(folder, 'identity.json'));
    closeGameFile(await openGameFile(join(folder, 'game.sqlite')));
    openTokenLedgerFile(join(folder, 'used-tokens'), 1024, 1000).close();
    const taken = await startAndStop();
    expect(taken.serverId).toBe(identity.serverId);
    expect(log.lines.map(({ level, fields }) => [level, fields['parts']])).toEqual([['info', [...parts]]]);
    expect(await startAndStop()).toEqual(taken);
    expect(log.lines).toHaveLength(1);
    rmSync(join(folder, 'game.sqlite'));
    await expect(startAndStop()).rejects.toMatchObject({ code: 'part-lost' });
  });

  it('whose own file is gone is not taken for a new one, and goes on when that is written again', async () => {
    const before = await startAndStop();
    rmSync(listOf());
    const line = `tos data folder ${before.folderId}`;
    await expect(startAndStop()).rejects.toMatchObject({
      code: 'part-lost',
      message: expect.stringContaining(`make it with the line '${line}'`),
    });
    writeFileSync(listOf(), line);
    expect(await startAndStop()).toEqual(before);
  });

  it.each([
    ['nothing', ''],
    ['another first line', 'hello\n'],
    ['half an id', 'tos data folder 1234\n'],
  ])('is refused when its own file holds %s', async (_what, text) => {
    await startAndStop();
    writeFileSync(listOf(), text);
    await expect(startAndStop()).rejects.toThrow(`${listOf()} does not begin with`);
  });

  it('is refused when its file lists what is no part, and the parts are named', async () => {
    await startAndStop();
    writeFileSync(listOf(), `${readFileSync(listOf(), 'utf8')}game.sqlight\n`);
    await expect(startAndStop()).rejects.toThrow(
      "'game.sqlight' is no part of a data folder; allowed are identity.json, game.sqlite, used-tokens, postgres",
    );
  });

  it.each(['\0\0\0\0', 'used-tok\0\0\0', 'used-tok', 'u'])(
    'is opened when the power went while a part was listed, and %j was left of its line',
    async (left) => {
      const before = await startAndStop();
      deleteLine('used-tokens');
      writeFileSync(listOf(), `${readFileSync(listOf(), 'utf8')}${left}`);
      expect(await startAndStop()).toEqual(before);
      expect(readFileSync(listOf(), 'utf8')).toMatch(/\ngame\.sqlite\nused-tokens\n$/);
      expect(await startAndStop()).toEqual(before);
    },
  );

  it('may have its file edited with an editor that adds a mark at the start and none at the end', async () => {
    const before = await startAndStop();
    writeFileSync(listOf(), `\uFEFF${readFileSync(listOf(), 'utf8').trim()}`.replaceAll('\n', '\r\n'));
    expect(await startAndStop()).toEqual(before);
  });
});
