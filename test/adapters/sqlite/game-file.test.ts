import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';

import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { inserted } from '#adapters/sqlite/generated/character-table.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';
import { migrations } from '#adapters/sqlite/generated/migration-list.js';

import { temporaryFolder } from '../../support/temporary-folder.js';

const newPath = (): string => join(temporaryFolder(), 'data', 'game.sqlite');
const soon = { waitMs: 0 };
const numbers = { ...leastCharacterNumbers, x: 1, y: 1, level: 1, health: 1 };
const valuesOf = inserted.split(', ').map((_, i) => Object.values(numbers)[i]);
const someone = `INSERT INTO characters (id, account_id, name, name_key, map_key, ${inserted}, created_at_ms, saved_at_ms)
  VALUES (1, '00000000-0000-0000-0000-000000000000', 'A', 'a', 'meadow', ${valuesOf.join(', ')}, 0, 0)`;

describe('the game file', () => {
  it('is made with its folder, readable by its owner alone', async () => {
    const path = newPath();
    const file = await openGameFile(path);
    expect(file.migrated).toEqual(migrations.map((migration) => migration.name));
    expect(file.recovered).toBe(false);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    closeGameFile(file);
  });

  it('syncs every commit to disk and enforces foreign keys', async () => {
    const file = await openGameFile(newPath());
    const pragma = (name: string): unknown => file.db.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('locking_mode')).toBe('exclusive');
    closeGameFile(file);
  });

  it('leaves one plain file behind when it is closed', async () => {
    const path = newPath();
    const file = await openGameFile(path);
    closeGameFile(file);
    closeGameFile(file);
    expect(existsSync(`${path}-wal`)).toBe(false);
    const again = await openGameFile(path);
    expect(again).toMatchObject({ migrated: [], recovered: false });
    closeGameFile(again);
  });

  it('refuses a second owner in the same process, and the first keeps it', async () => {
    const path = newPath();
    const first = await openGameFile(path);
    await expect(openGameFile(path, soon)).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(path),
    });
    await expect(openGameFile(path, soon)).rejects.toMatchObject({ code: 'in-use' });
    first.db.exec('CREATE TABLE still_mine (id INTEGER) STRICT');
    closeGameFile(first);
  });

  it('waits for the former owner to let go', async () => {
    const path = newPath();
    const first = await openGameFile(path);
    let isOpen = false;
    const second = openGameFile(path).finally(() => (isOpen = true));
    // It tries again every tenth of a second at the latest.
    await sleep(300);
    expect(isOpen).toBe(false);
    closeGameFile(first);
    closeGameFile(await second);
    expect(isOpen).toBe(true);
  });

  it('refuses a file that a newer program has migrated, naming both versions, and leaves it as it is', async () => {
    const path = newPath();
    const newer = [...migrations, { name: 'of tomorrow', sql: 'CREATE TABLE tomorrow (id INTEGER) STRICT' }];
    closeGameFile(await openGameFile(path, { migrations: newer }));
    const before = readFileSync(path);
    await expect(openGameFile(path, soon)).rejects.toMatchObject({
      code: 'newer-version',
      message: expect.stringMatching(new RegExp(`version ${newer.length}.*up to ${migrations.length}`, 's')),
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('applies only the missing migrations, each whole or not at all', async () => {
    const path = newPath();
    closeGameFile(await openGameFile(path));
    const good = { name: 'good', sql: 'CREATE TABLE good (id INTEGER) STRICT' };
    const broken = {
      name: 'broken',
      sql: 'CREATE TABLE half (id INTEGER) STRICT; SELECT nonsense FROM nowhere',
    };
    await expect(openGameFile(path, { migrations: [...migrations, good, broken] })).rejects.toThrow(
      'nowhere',
    );

    const file = await openGameFile(path, { migrations: [...migrations, good] });
    expect(file.migrated).toEqual([]);
    const tables = file.db
      .prepare("SELECT name FROM sqlite_schema WHERE name IN ('good', 'half')")
      .pluck()
      .all();
    expect(tables).toEqual(['good']);
    closeGameFile(file);
  });

  it('keeps what it was before a newer program changed it, to go back to', async () => {
    const path = newPath();
    const before = await openGameFile(path);
    expect(before.keptAs).toBeUndefined();
    before.db.exec(someone);
    closeGameFile(before);
    const newer = [...migrations, { name: 'of tomorrow', sql: 'DELETE FROM characters' }];
    const after = await openGameFile(path, { migrations: newer });
    const kept = `${path}.version-${migrations.length}`;
    expect(after.keptAs).toBe(kept);
    closeGameFile(after);
    if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600);
    await expect(openGameFile(path, soon)).rejects.toMatchObject({
      code: 'newer-version',
      message: expect.stringContaining(`put ${kept}, which the upgrade left there, in its place`),
    });
    const elsewhere = `${kept}.elsewhere`;
    renameSync(kept, elsewhere);
    await expect(openGameFile(path, soon)).rejects.toMatchObject({
      message: expect.stringMatching(/restore a backup from before it: .*version-\d+, is not there$/),
    });
    renameSync(elsewhere, path);
    const again = await openGameFile(path);
    expect(again.db.prepare('SELECT name FROM characters').pluck().all()).toEqual(['A']);
    closeGameFile(again);
  });

  it('stays as it is when there is no room for that copy', async () => {
    const path = newPath();
    closeGameFile(await openGameFile(path));
    const newer = [...migrations, { name: 'of tomorrow', sql: 'CREATE TABLE tomorrow (id INTEGER) STRICT' }];
    mkdirSync(`${path}.version-${migrations.length}/in-the-way`, { recursive: true });
    await expect(openGameFile(path, { migrations: newer })).rejects.toMatchObject({ code: 'inaccessible' });
    const file = await openGameFile(path);
    expect(file.migrated).toEqual([]);
    closeGameFile(file);
  });

  it('refuses the file of another application and leaves it as it is', async () => {
    const path = join(temporaryFolder(), 'foreign.sqlite');
    const foreign = new SqliteDatabase(path);
    foreign.exec('CREATE TABLE recipes (id INTEGER)');
    foreign.close();
    const before = readFileSync(path);
    await expect(openGameFile(path)).rejects.toMatchObject({ code: 'not-a-game-file' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses what is no SQLite file', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    writeFileSync(path, 'Dear diary, '.repeat(400));
    await expect(openGameFile(path)).rejects.toMatchObject({ code: 'not-a-game-file' });
  });

  it('says so when the place cannot be written', async () => {
    const blocker = join(temporaryFolder(), 'file');
    writeFileSync(blocker, '');
    await expect(openGameFile(join(blocker, 'game.sqlite'))).rejects.toMatchObject({ code: 'inaccessible' });
  });
});

describe('the tables', () => {
  it.each([
    ['a cooldown without a character', 'INSERT INTO cooldowns VALUES (77, 0, 1)', 'FOREIGN KEY'],
    ['a slot past the last', 'INSERT INTO cooldowns VALUES (1, 8, 1)', 'CHECK'],
    ['no ticks of a cooldown', 'INSERT INTO cooldowns VALUES (1, 2, 0)', 'CHECK'],
    ['a negative number of kills', 'UPDATE characters SET kills = -1', 'CHECK'],
    ['text for a number', "UPDATE characters SET level = 'high'", 'TEXT value in INTEGER'],
    ['a place outside every map', 'UPDATE characters SET x = 1025', 'CHECK'],
  ])('refuse %s whoever writes it', async (_case, sql, reason) => {
    const file = await openGameFile(newPath());
    file.db.exec(someone);
    expect(() => file.db.exec(sql)).toThrow(reason);
    closeGameFile(file);
  });
});
