// What is no file where a file is expected is told by name, and nothing waits for it: not a start, and not who reads one
// file alone. Here everything is a pipe that nobody writes to.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { addBackupKey, readBackupKeys } from '#adapters/backup-archive/backup-keys.js';
import { readDataFolderFile } from '#adapters/node-files/data-folder-file.js';
import { DrainedFile } from '#adapters/node-files/notes/drained-file.js';
import { requireWholeIdentity } from '#adapters/node-files/identity-file.js';
import { prepareKeyLog } from '#adapters/node-files/key-log-file.js';
import { requireRegularFiles } from '#adapters/node-files/require-regular-files.js';
import { loadOrCreateSealingKey } from '#adapters/node-files/sealing-key.js';
import { secretFilesIn } from '#adapters/node-files/secret-file.js';
import { findCluster, requireCluster } from '#adapters/postgres/embedded/cluster-folder-id.js';
import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { findTokenLedger } from '#adapters/threads/tokens/token-ledger-file.js';
import { readConfiguration } from '#src/configuration/read-configuration.js';
import type { Configuration } from '#src/configuration/settings.js';
import { guestSecret } from '#src/example/guest-secret.js';
import { requireWholeParts } from '#src/process/data-folder/require-whole-parts.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

function pipeAt(name: string): string {
  const path = join(temporaryFolder(), name);
  mkdirSync(dirname(path), { recursive: true });
  execFileSync('mkfifo', [path]);
  return path;
}

function configured(more: Partial<Configuration>): Configuration {
  const reading = readConfiguration({ environment: {}, workingDir: '/', file: undefined });
  if (!reading.ok) throw new Error(reading.problems.join());
  return { ...reading.configuration, ...more };
}

const readers: readonly [name: string, read: (path: string) => unknown][] = [
  ['identity.json', requireWholeIdentity],
  ['data-folder', (path) => readDataFolderFile(dirname(path))],
  ['server-token', (path) => secretFilesIn(dirname(path)).read('server-token')],
  ['drained', (path) => new DrainedFile(dirname(path)).find()],
  ['used-tokens', findTokenLedger],
  ['game.sqlite', (path) => new StoredLedger(path)],
  ['backup-key', readBackupKeys],
  ['backup-key', addBackupKey],
  ['keys.log', prepareKeyLog],
  ['guest-secret', guestSecret],
  ['cluster/password', (path) => requireCluster(dirname(path))],
];

describe('a pipe in place of a file', () => {
  it.each(readers)('is told by who reads it: %s', async (name, read) => {
    const path = pipeAt(name);
    await expect(async () => read(path)).rejects.toThrow(`${path} is no regular file`);
  });

  it('is told by who reads the id of a cluster', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'cluster/data'), { recursive: true });
    writeFileSync(join(folder, 'cluster/data/PG_VERSION'), '18\n');
    const path = join(folder, 'cluster/data-folder-id');
    execFileSync('mkfifo', [path]);
    expect(() => findCluster(folder)).toThrow(`${path} is no regular file`);
  });

  it.each([
    'game.sqlite-wal',
    'game.sqlite-journal',
    'used-tokens.new',
    'login-service-token.id',
    'postgres/cluster/data/pg_hba.conf',
    'postgres/cluster/data/postmaster.pid',
    'postgres/postgres.log',
  ])('is told before anything is opened: %s', (name) => {
    const path = pipeAt(name);
    const dataDir = path.slice(0, -name.length - 1);
    expect(() => requireRegularFiles(dataDir)).toThrow(
      `${path} is no regular file, where a file is expected; move it away`,
    );
  });

  it.each(['data-folder', 'identity.json', 'postgres'])(
    'is told, too, of a link to itself: %s',
    async (name) => {
      const dataDir = temporaryFolder();
      const path = join(dataDir, name);
      symlinkSync(name, path);
      await expect(
        requireWholeParts(configured({ dataDir, backups: 'off' }), ['game', 'admin']),
      ).rejects.toThrow(
        new RegExp(
          `^${path} is (?:no|neither a folder nor a) regular file, where a \\w+ is expected; move it away$`,
        ),
      );
    },
  );

  it('is told at the start where a setting names the file', async () => {
    const backupKeyFile = pipeAt('my-key');
    const dataDir = join(temporaryFolder(), 'data');
    await expect(requireWholeParts(configured({ dataDir, backupKeyFile }), ['game'])).rejects.toThrow(
      new Error(`the backup key ${backupKeyFile} is no regular file, where a file is expected`),
    );
  });
});

describe('a link that leads nowhere', () => {
  // Somebody's other disk, or a mounted secret, that is not there: what it holds is not lost, and nothing is made in its place.
  it.each(['sealing-key', 'server-token', 'connect-token-key', 'backup-key', 'switched-off', 'game.sqlite'])(
    'is no missing file, and is left as it is: %s',
    async (name) => {
      const dataDir = temporaryFolder();
      const path = join(dataDir, name);
      symlinkSync('/nowhere/at/all', path);
      await expect(requireWholeParts(configured({ dataDir }), ['game', 'admin'])).rejects.toThrow(
        `${path} is a link to /nowhere/at/all, which is not there; see that it is, or remove the link`,
      );
      expect(readdirSync(dataDir)).toEqual([name]);
    },
  );

  it('is told by who reads a secret', async () => {
    const dataDir = temporaryFolder();
    symlinkSync('gone', join(dataDir, 'sealing-key'));
    await expect(loadOrCreateSealingKey(dataDir)).rejects.toThrow(
      `${join(dataDir, 'sealing-key')} is a link to ${join(dataDir, 'gone')}, which is not there`,
    );
  });

  it('is told in place of the data folder’s own folder of backups', async () => {
    const dataDir = temporaryFolder();
    symlinkSync('/nowhere/at/all', join(dataDir, 'backups'));
    await expect(requireWholeParts(configured({ dataDir }), ['game'])).rejects.toThrow(
      `TOS_BACKUP_DIR: '${join(dataDir, 'backups')}' is a link to /nowhere/at/all, which is not there`,
    );
  });
});

describe('something else in place of a folder of the data folder', () => {
  const refusal = (dataDir: string): Promise<void> =>
    requireWholeParts(configured({ dataDir, backups: 'off' }), ['game', 'admin']);

  it.each(['postgres', 'postgres/cluster', 'postgres/cluster/data', 'postgres/cluster/data/global'])(
    'is told before anything is made: %s',
    async (name) => {
      const path = pipeAt(name);
      const dataDir = path.slice(0, -name.length - 1);
      await expect(refusal(dataDir)).rejects.toThrow(
        new Error(`${path} is neither a folder nor a regular file, where a folder is expected; move it away`),
      );
      expect(readdirSync(dataDir)).toEqual(['postgres']);
    },
  );

  it('is told as what it is: a file, a device, a link that leads nowhere', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'postgres'), '');
    await expect(refusal(dataDir)).rejects.toThrow(`${join(dataDir, 'postgres')} is a file, where a folder`);
    for (const [target, fault] of [
      ['/dev/null', 'is neither a folder nor a regular file, where a folder'],
      ['/nowhere/at/all', 'is a link to /nowhere/at/all, which is not there; see that it is'],
    ] as const) {
      const linked = temporaryFolder();
      symlinkSync(target, join(linked, 'postgres'));
      await expect(refusal(linked)).rejects.toThrow(`${join(linked, 'postgres')} ${fault}`);
    }
  });
});

describe('a folder of backups behind a link', () => {
  it('is told when it leads to the data folder, or above', async () => {
    const home = temporaryFolder();
    const dataDir = join(home, 'data');
    mkdirSync(dataDir);
    const backupDir = join(temporaryFolder(), 'link');
    symlinkSync(home, backupDir);
    await expect(requireWholeParts(configured({ dataDir, backupDir }), ['game'])).rejects.toThrow(
      `TOS_BACKUP_DIR: '${backupDir}' holds the data folder ${dataDir}; a folder outside of it`,
    );
    const below = { dataDir, backupDir: join(backupDir, 'data') };
    await expect(requireWholeParts(configured(below), ['game'])).rejects.toThrow('is the data folder itself');
    await requireWholeParts(configured({ dataDir, backupDir: join(backupDir, 'kept') }), ['game']);
  });
});

describe('a link in place of the folder of backups', () => {
  const home = temporaryFolder();
  const dataDir = join(home, 'data');
  const contentDir = join(home, 'content');
  const linkTo = (end: string): string => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync(end, link);
    return link;
  };
  const refused = (backupDir: string) =>
    expect(requireWholeParts(configured({ dataDir, contentDir, backupDir }), ['game'])).rejects;

  it.each([
    ['the content’s maps', () => join(contentDir, 'maps'), 'is where the content folder has its maps'],
    ['the content', () => contentDir, 'is the content folder itself'],
    ['what is not there, in the database', () => join(dataDir, 'postgres', 'x'), 'keeps its postgres'],
    ['what is not there', () => join(home, 'away'), `is a link to ${join(home, 'away')}, which is not there`],
    ['another such link', () => linkTo(join(dataDir, 'postgres')), 'keeps its postgres'],
  ])('is told at the start when it leads to %s', async (_, end, fault) => {
    mkdirSync(join(contentDir, 'maps'), { recursive: true });
    mkdirSync(dataDir, { recursive: true });
    const link = linkTo(end());
    await refused(link).toThrow(`TOS_BACKUP_DIR: '${link}' `);
    await refused(link).toThrow(fault);
  });

  it('is told also for what is below it', async () => {
    mkdirSync(join(contentDir, 'maps'), { recursive: true });
    for (const end of [join(contentDir, 'maps'), join(dataDir, 'postgres'), join(home, 'away')])
      await refused(join(linkTo(end), 'below')).toThrow(/^TOS_BACKUP_DIR: /);
  });

  it('is told when it leads to itself', async () => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync(link, link);
    await refused(link).toThrow(/^TOS_BACKUP_DIR: /);
  });
});

describe('a file in place of the folder of backups', () => {
  it('is told at the start with the setting, and not an hour later', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const dataDir = join(temporaryFolder(), 'data');
    for (const backupDir of [file, join(file, 'below')])
      await expect(requireWholeParts(configured({ dataDir, backupDir }), ['game'])).rejects.toThrow(
        new Error(
          `TOS_BACKUP_DIR: '${backupDir}' cannot be used (${file} is not a folder); ` +
            'a folder that this user may make and write to',
        ),
      );
    await expect(
      requireWholeParts(configured({ dataDir, backupDir: '/proc/backups' }), ['game']),
    ).rejects.toThrow(
      /^TOS_BACKUP_DIR: '\/proc\/backups' cannot be used \(nothing can be written there: E\w+\); a folder that [^\n]+$/,
    );
    const backups = { dataDir, backupDir: file, backups: 'off' } as const;
    await requireWholeParts(configured(backups), ['game']);
  });
});

describe('a file in place of the data folder', () => {
  it('is told with one line, which names the setting', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    for (const dataDir of [file, join(file, 'below'), '/dev/null', '/dev/null/below'])
      await expect(requireWholeParts(configured({ dataDir }), ['game', 'admin'])).rejects.toThrow(
        new RegExp(`^TOS_DATA_DIR: '${dataDir}' cannot be used \\(\\S+ is not a folder\\); [^\\n]+$`),
      );
    expect(readdirSync(dirname(file))).toEqual(['file']);
  });
});
