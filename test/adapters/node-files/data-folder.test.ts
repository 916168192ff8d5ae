// A data folder and its parts have one identity; what was there and is not whole any more stops the start.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openTokenLedgerFile } from '#adapters/threads/tokens/token-ledger-file.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { openDataFolder } from '#src/process/open-data-folder.js';
import { loadOrCreateIdentity } from '#adapters/node-files/identity-file.js';
import { RecordingLog } from '../../support/silent-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

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

  it('may have its file edited with an editor that adds a mark at the start and none at the end', async () => {
    const before = await startAndStop();
    writeFileSync(listOf(), `\uFEFF${readFileSync(listOf(), 'utf8').trim()}`.replaceAll('\n', '\r\n'));
    expect(await startAndStop()).toEqual(before);
  });
});
