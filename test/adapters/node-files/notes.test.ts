// Small files of the data folder: what is far too large, or no text, is told by its path and not read; and what is written whole
// goes nowhere else.

import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readBackupKeys } from '#adapters/backup-archive/backup-keys.js';
import { addPart, makeDataFolderFile, readDataFolderFile } from '#adapters/node-files/data-folder-file.js';
import { DrainedFile } from '#adapters/node-files/notes/drained-file.js';
import { loadOrCreateIdentity } from '#adapters/node-files/identity-file.js';
import { PlannedFile } from '#adapters/node-files/notes/planned-file.js';
import { readSecret, writeSecret } from '#adapters/node-files/secret-file.js';
import { SwitchedOffFile } from '#adapters/node-files/notes/switched-off-file.js';
import { writeWhole } from '#adapters/node-files/write-whole.js';
import { readClusterFolderId } from '#adapters/postgres/embedded/cluster-folder-id.js';
import { findTokenLedger } from '#adapters/threads/tokens/token-ledger-file.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const texts: readonly (readonly [name: string, read: (folder: string) => unknown])[] = [
  ['planned', (at) => new PlannedFile(at).find()],
  ['switched-off', (at) => new SwitchedOffFile(at).find()],
  ['drained', (at) => new DrainedFile(at).find()],
  ['data-folder', (at) => readDataFolderFile(at)],
  ['identity.json', (at) => loadOrCreateIdentity(join(at, 'identity.json'))],
  ['server-token', (at) => readSecret(at, 'server-token')],
  ['first-password', (at) => readSecret(at, 'first-password')],
];

describe('a small file of the data folder', () => {
  it.each([
    ...texts,
    ['used-tokens', (at: string) => findTokenLedger(join(at, 'used-tokens'))] as const,
    ['backup-key', (at: string) => readBackupKeys(join(at, 'backup-key'))] as const,
    ['cluster/data-folder-id', (at: string) => readClusterFolderId(at)] as const,
  ])('that is far too large is told with its path and the bound, and not read: %s', async (name, read) => {
    const path = join(folder, name);
    mkdirSync(join(folder, 'cluster'));
    writeFileSync(path, '');
    // Without blocks on the disk, and longer than a string can be.
    truncateSync(path, 600 * 1024 * 1024);
    await expect((async () => read(folder))()).rejects.toThrow(
      new RegExp(`${path} has ${600 * 1024 * 1024} bytes, where at most \\d+ are expected`),
    );
  });

  it.each(texts)(
    'that holds no UTF-8 is told with its path, and not what it holds: %s',
    async (name, read) => {
      const path = join(folder, name);
      writeFileSync(path, Buffer.from('{"text":"B\u00e4zzz"}', 'latin1'));
      const told = (async () => read(folder))();
      await expect(told).rejects.toThrow(`${path} has bytes that are not UTF-8`);
      await expect(told).rejects.not.toThrow('zzz');
    },
  );

  it('keeps its byte-order mark when a part is added', () => {
    makeDataFolderFile(folder, '7f3e0a7c-1111-4222-8333-444455556666');
    const path = join(folder, 'data-folder');
    writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8')}use`);
    addPart(folder, 'game.sqlite');
    expect([...readDataFolderFile(folder)!.parts]).toEqual(['game.sqlite']);
  });
});

describe('the file planned', () => {
  it.each(['\u202eturned', 'a\u001b[31mb', 'two\nlines', '\ud800'])(
    'tells players nothing like %j',
    (text) => {
      const plan = { at: '2030-01-31T04:00:00Z', graceSeconds: 300, then: 'restart', text };
      writeFileSync(join(folder, 'planned'), JSON.stringify(plan));
      expect(() => new PlannedFile(folder).find()).toThrow(/planned holds no plan/);
    },
  );
});

describe('a file that is written whole', () => {
  const writers = [
    ['a note', async (path: string) => writeWhole(path, 'new')],
    ['a secret', (path: string) => writeSecret(folder, path.slice(folder.length + 1), 'new')],
  ] as const;

  it.each(writers)('writes through no link that lies where it begins: %s', async (_, write) => {
    const [path, other] = [join(folder, 'note'), join(folder, 'other')];
    writeFileSync(other, 'of another');
    symlinkSync(other, `${path}.new`);
    await write(path);
    expect(readFileSync(other, 'utf8')).toBe('of another');
    expect(lstatSync(path).isFile()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it.each(writers)('is its owner’s alone, whoever could read what was left there: %s', async (_, write) => {
    const path = join(folder, 'note');
    writeFileSync(`${path}.new`, 'left');
    chmodSync(`${path}.new`, 0o666);
    await write(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(existsSync(`${path}.new`)).toBe(false);
  });
});
