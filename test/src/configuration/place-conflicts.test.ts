// Settings that would put something where the data folder is or keeps its own, refused by name before anything is made.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { describe, expect, it } from '@jest/globals';
import { partsOfProgram } from '#src/configuration/place-conflicts.js';
import { readConfiguration } from '#src/configuration/read-configuration.js';

function problems(environment: Record<string, string>): readonly string[] {
  const reading = readConfiguration({ environment, workingDir: '/srv/tos', file: undefined });
  return reading.ok ? [] : reading.problems;
}

describe('the data folder', () => {
  it.each(['/', '//', '/srv/..'])('is not the top of all folders: %s', (dataDir) => {
    expect(problems({ TOS_DATA_DIR: dataDir })).toEqual([
      `TOS_DATA_DIR: '${dataDir}' is not allowed; the path of a folder of its own, not the top of all folders, written out (nothing replaces ~ and $HOME, or takes quotes and blanks around it away)`,
    ]);
  });
});

describe('the folder of backups', () => {
  const allowed = 'a folder outside of it, or one of its own in it, as backups is';
  it.each([
    ['/data/tos', '/data/tos', 'is the data folder itself'],
    ['/data/tos', '/data/tos/', 'is the data folder itself'],
    ['/data/tos', '/data', 'holds the data folder /data/tos'],
    ['/data/tos', '/', 'holds the data folder /data/tos'],
    ['/data/tos', '/data/tos/postgres', 'is where the data folder keeps its postgres'],
    ['/data/tos', '/data/tos/postgres/cluster/backups', 'is where the data folder keeps its postgres'],
    ['/data/tos', '/data/tos/game.sqlite', 'is where the data folder keeps its game.sqlite'],
  ])('with the data in %s is not %s', (dataDir, backupDir, fault) => {
    const environment = { TOS_DATA_DIR: dataDir, TOS_BACKUP_DIR: backupDir };
    const shown = backupDir === '/' ? '/' : backupDir.replace(/\/$/, '');
    expect(problems(environment)).toEqual([`TOS_BACKUP_DIR: '${shown}' ${fault}; ${allowed}`]);
    expect(problems({ ...environment, TOS_BACKUPS: 'off' })).toEqual([]);
  });

  it.each(['/data/tos/backups', '/data/tos/kept', '/data/tos2', '/data/..tos', '/elsewhere'])(
    'with the data in /data/tos may be %s',
    (backupDir) => {
      expect(problems({ TOS_DATA_DIR: '/data/tos', TOS_BACKUP_DIR: backupDir })).toEqual([]);
    },
  );
});

describe('a file that a setting names', () => {
  it.each([
    ['TOS_KEY_LOG_FILE', '/data/identity.json', 'identity.json'],
    ['TOS_KEY_LOG_FILE', '/data/backup-key', 'backup-key'],
    ['TOS_BACKUP_KEY_FILE', '/data/postgres/key', 'postgres'],
  ])('is none of the data folder: %s=%s', (env, path, name) => {
    expect(problems({ TOS_DATA_DIR: '/data', [env]: path })).toEqual([
      `${env}: '${path}' is where the data folder keeps its ${name}; a file of its own`,
    ]);
  });

  it('may lie in it, and the key of backups where it is without the setting', () => {
    const environment = { TOS_DATA_DIR: '/data', TOS_KEY_LOG_FILE: '/data/keys.log' };
    expect(problems({ ...environment, TOS_BACKUP_KEY_FILE: '/data/backup-key' })).toEqual([]);
  });
});

describe('the folder of the program', () => {
  const program = join(import.meta.dirname, '../../..');

  it('is not the data folder by another path either, as a bind mount makes one', () => {
    for (const [mounted, below, fault] of [
      ['src', '', /is in the program's own src;/],
      ['src', 'data', /is in the program's own src;/],
      ['', '', /is the folder of the program itself;/],
      ['', 'docs/x', /is in the program's own docs;/],
      ['', 'data', undefined],
    ] as const) {
      const place = temporaryFolder();
      // Only root may, and not in every container.
      if (spawnSync('mount', ['--bind', join(program, mounted), place]).status !== 0) return;
      try {
        const told = problems({ TOS_DATA_DIR: join(place, below) });
        expect(told).toEqual(fault === undefined ? [] : [expect.stringMatching(fault)]);
      } finally {
        spawnSync('umount', [place]);
      }
    }
  });

  it('is not the data folder, which would be among what is under version control', () => {
    for (const written of [program, `${program}/`, join(program, 'src/..')])
      expect(problems({ TOS_DATA_DIR: written })).toEqual([
        `TOS_DATA_DIR: '${program}' is the folder of the program itself; a folder of its own, or one in it, as data is`,
      ]);
    expect(problems({ TOS_DATA_DIR: join(program, 'data') })).toEqual([]);
    const link = join(temporaryFolder(), 'link');
    symlinkSync(program, link);
    expect(problems({ TOS_DATA_DIR: link })).toEqual([
      `TOS_DATA_DIR: '${link}' is the folder of the program itself; a folder of its own, or one in it, as data is`,
    ]);
  });

  it('has parts of its own, where nothing is kept either: a build replaces them, and the console sends its files', () => {
    const tracked = readdirSync(program, { withFileTypes: true })
      .filter((one) => one.isDirectory() && !['data', 'coverage', 'profiles'].includes(one.name))
      .map(({ name }) => name)
      .filter((name) => !/^\.(?!ci$|git$|github$|vscode$)/.test(name));
    expect(tracked.filter((name) => !partsOfProgram.has(name))).toEqual([]);
    for (const [env, path] of [
      ['TOS_DATA_DIR', 'admin-ui/dist'],
      ['TOS_DATA_DIR', 'node_modules/x'],
      ['TOS_BACKUP_DIR', 'dist'],
      ['TOS_BACKUP_KEY_FILE', 'admin-ui/dist/key'],
      ['TOS_KEY_LOG_FILE', 'src/keys.log'],
      ['TOS_DATA_DIR', 'content/x'],
    ] as const) {
      const [part] = path.split('/');
      expect(problems({ [env]: join(program, path) })).toEqual([
        `${env}: '${join(program, path)}' is in the program's own ${part}; a folder of its own, or one in the program's, as data is`,
      ]);
    }
  });

  it('nor is the folder of the configuration file, which an empty path would mean', () => {
    const file = { name: '/etc/x/c.json', folder: '/etc/x', text: '{"dataDir": ""}' };
    const reading = readConfiguration({ environment: {}, workingDir: '/srv/tos', file });
    expect(reading.ok ? [] : reading.problems).toEqual([expect.stringMatching(/dataDir.* is not allowed/)]);
  });
});

describe('the content folder', () => {
  const own = 'a place of its own';
  it.each([
    ['TOS_DATA_DIR', '/game', 'is the content folder itself'],
    ['TOS_DATA_DIR', '/game/maps', 'is where the content folder has its maps'],
    ['TOS_DATA_DIR', '/game/maps/data', 'is where the content folder has its maps'],
    ['TOS_BACKUP_DIR', '/game', 'is the content folder itself'],
    ['TOS_BACKUP_KEY_FILE', '/game', 'is the content folder itself'],
    ['TOS_BACKUP_KEY_FILE', '/game/items.json', 'is where the content folder has its items.json'],
    ['TOS_KEY_LOG_FILE', '/game/maps/cave.tmj', 'is where the content folder has its maps'],
  ])('has nothing written into what it holds: %s=%s', (env, path, fault) => {
    expect(problems({ TOS_CONTENT_DIR: '/game', [env]: path })).toEqual([
      `${env}: '${path}' ${fault}; ${own}`,
    ]);
  });

  it('has nothing written into it by way of a link, of which the end need not be there yet', () => {
    const folder = temporaryFolder();
    const [game, link, later] = ['game', 'link', 'later'].map((name) => join(folder, name));
    mkdirSync(game!);
    symlinkSync(game!, link!);
    symlinkSync(join(game!, 'maps/new'), later!);
    const itself = `is the content folder itself; ${own}`;
    const maps = `is where the content folder has its maps; ${own}`;
    for (const [env, path, fault] of [
      ['TOS_DATA_DIR', link, itself],
      ['TOS_DATA_DIR', later, maps],
      ['TOS_DATA_DIR', join(link!, 'maps'), maps],
      [
        'TOS_BACKUP_KEY_FILE',
        join(link!, 'items.json'),
        `is where the content folder has its items.json; ${own}`,
      ],
    ] as const)
      expect(problems({ TOS_CONTENT_DIR: game!, [env]: path! })).toEqual([`${env}: '${path}' ${fault}`]);
    expect(problems({ TOS_CONTENT_DIR: link!, TOS_DATA_DIR: game! })).toEqual([
      `TOS_DATA_DIR: '${game}' ${itself}`,
    ]);
  });

  it('is not where the data folder keeps its own', () => {
    expect(problems({ TOS_DATA_DIR: '/data', TOS_CONTENT_DIR: '/data/postgres' })).toEqual([
      "TOS_CONTENT_DIR: '/data/postgres' is where the data folder keeps its postgres; a folder of its own",
    ]);
  });

  it.each(['/game/data', '/', '/games', '/game/.data'])('may have the data in %s beside it', (dataDir) => {
    const found = problems({ TOS_CONTENT_DIR: '/game', TOS_DATA_DIR: dataDir });
    expect(found.filter((problem) => problem.includes('content'))).toEqual([]);
  });
});

describe('one place', () => {
  it.each([
    ['TOS_KEY_LOG_FILE', '/keys', { TOS_BACKUP_KEY_FILE: '/keys' }, 'TOS_BACKUP_KEY_FILE'],
    ['TOS_KEY_LOG_FILE', '/data', {}, 'TOS_DATA_DIR'],
    ['TOS_KEY_LOG_FILE', '/data/backups', {}, 'TOS_BACKUP_DIR'],
    ['TOS_BACKUP_KEY_FILE', '/data', {}, 'TOS_DATA_DIR'],
    ['TOS_BACKUP_KEY_FILE', '/kept', { TOS_BACKUP_DIR: '/kept' }, 'TOS_BACKUP_DIR'],
  ])('is not for two settings: %s=%s', (env, path, more, other) => {
    expect(problems({ TOS_DATA_DIR: '/data', ...more, [env]: path })).toEqual([
      `${env}: '${path}' is the place of ${other}, too; a file of its own`,
    ]);
  });
});
