// Settings that would put something where the data folder is or keeps its own, refused by name before anything is made.

import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from '#src/configuration/read-configuration.js';

function problems(environment: Record<string, string>): readonly string[] {
  const reading = readConfiguration({ environment, workingDir: '/srv/tos', file: undefined });
  return reading.ok ? [] : reading.problems;
}

describe('the data folder', () => {
  it.each(['/', '//', '/srv/..'])('is not the top of all folders: %s', (dataDir) => {
    expect(problems({ TOS_DATA_DIR: dataDir })).toEqual([
      `TOS_DATA_DIR: '${dataDir}' is not allowed; the path of a folder of its own, not the top of all folders`,
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
