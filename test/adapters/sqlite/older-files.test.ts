// Files that earlier versions of the server left, kept as SQL text: they open, and everybody in them is who they were. For a
// new migration, once it is as it shall stay, the file of the version before and the migration's sum are written by
//
//   UPDATE_OLDER_FILES=1 npm test -- test/adapters/sqlite/older-files

import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { migrations } from '#adapters/sqlite/generated/migration-list.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { crowdedFolders, filesMax } from '../../architecture/rules/folder-rules.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { dump, loaded, pathOf, sumOf, writeMissingFiles, writeMissingSums } from './write-older-files.js';

const folder = join(import.meta.dirname, 'files');
const lockFile = join(import.meta.dirname, 'migrations.lock.json');
const howToWrite = 'written by UPDATE_OLDER_FILES=1 npm test -- test/adapters/sqlite/older-files';
if (process.env['UPDATE_OLDER_FILES'] !== undefined) {
  writeMissingFiles(folder, migrations);
  writeMissingSums(lockFile, migrations);
}
const files = readdirSync(folder)
  .flatMap((room) => readdirSync(join(folder, room)))
  .map((name) => [Number(/^version-(\d+)\.sql$/.exec(name)![1])] as const);

function fileOf(version: number): string {
  const path = join(temporaryFolder(), 'game.sqlite');
  loaded(readFileSync(pathOf(folder, version), 'utf8'), path).close();
  return path;
}

/** Times run since version 2: who was stored before has none. */
function expected(version: number) {
  const times = version === 1 ? leastCharacterNumbers : undefined;
  const { deadTicks, inCombatTicks, globalCooldownTicks } = times ?? {
    ...{ deadTicks: 90, inCombatTicks: 250, globalCooldownTicks: 17 },
  };
  const most = 4_294_967_295;
  const aldric = storedCharacter({
    ...{ characterId: 7, health: 0, savedUnixMs: 200, cooldowns: [], sales: [] },
    ...{ deadTicks, inCombatTicks: 0, globalCooldownTicks: 0 },
  });
  const ünal = storedCharacter({
    ...{
      characterId: 8,
      accountId: '6f0a8d0e-1c53-4b0e-9d1a-0c8a5e1f2b3c',
      name: 'Ünal',
      mapKey: 'cave',
      x: 1,
      y: 2,
    },
    ...{ level: 255, health: 65_535, mana: 65_535, kills: most, deaths: most },
    ...{ playedSeconds: most, inCombatTicks, globalCooldownTicks, savedUnixMs: 250 },
    sales: [],
    cooldowns: version === 1 ? [] : [0, 7].map((slot) => ({ slot, ticks: slot === 0 ? 60 : most })),
  });
  return [aldric, ünal];
}

describe('a file of an earlier version', () => {
  it('is kept of every version that there was', () => {
    const versions = Array.from({ length: migrations.length - 1 }, (_, i) => i + 1);
    const kept = files.map(([version]) => version);
    const missing = versions.filter((version) => !kept.includes(version));
    expect(missing.map((version) => `version-${version}.sql is missing: ${howToWrite}`)).toEqual([]);
    expect(kept.sort((a, b) => a - b)).toEqual(versions);
  });

  it('was made by migrations that never change again', () => {
    const locked = JSON.parse(readFileSync(lockFile, 'utf8')) as Record<string, string>;
    const unlocked = migrations.filter(({ name }) => locked[name] === undefined);
    expect(unlocked.map(({ name }) => `the sum of '${name}' is missing: ${howToWrite}`)).toEqual([]);
    expect(Object.fromEntries(migrations.map((each) => [each.name, sumOf(each)]))).toEqual(locked);
  });

  it('is written where it is missing, from the one before, with all that was in it', () => {
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    const newest = pathOf(copy, migrations.length - 1);
    const was = dump(loaded(readFileSync(newest, 'utf8')));
    rmSync(newest);
    writeMissingFiles(copy, migrations);
    const text = readFileSync(newest, 'utf8');
    expect(text).toBe(was);
    expect(dump(loaded(text))).toBe(text);
  });

  it('has room beside the others, however many there will be', () => {
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    const made = (_: unknown, i: number) => ({ name: `later ${i}`, sql: 'SELECT 1', tables: {} });
    writeMissingFiles(copy, [...migrations, ...Array.from({ length: filesMax }, made)]);
    const paths = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.sql$/.test(path),
    );
    expect(paths).toHaveLength(migrations.length - 1 + filesMax);
    expect(crowdedFolders(paths.map((path) => path.replaceAll('\\', '/')))).toEqual([]);
  });

  it('gets the sum of a migration that has none yet, and keeps those that are there', () => {
    const path = join(temporaryFolder(), 'lock.json');
    writeFileSync(path, '{"first":"as it was"}');
    const made = (name: string) => ({ name, sql: 'SELECT 1' });
    writeMissingSums(path, [made('first'), made('second')]);
    const written: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(written).toEqual({ first: 'as it was', second: sumOf(made('second')) });
  });

  it.each(files)('%i opens, holds everybody as they were, and takes them back', async (version) => {
    const store = await SqliteCharacterStore.open(fileOf(version));
    expect(store.opened.migrated).toEqual(migrations.slice(version).map((migration) => migration.name));
    expect(store.opened.recovered).toBe(false);
    for (const character of expected(version)) {
      expect(await store.find(character.name.toUpperCase())).toEqual(character);
      const later = { ...character, kills: 5, cooldowns: [{ slot: 1, ticks: 3 }] };
      await store.save([later], 300);
      expect(await store.find(character.name)).toEqual({ ...later, savedUnixMs: 300 });
    }
    await store.close();
  });

  it.each(files)('%i opens its journal with what everybody owned, wherever that lay', async (version) => {
    const path = fileOf(version);
    for (let start = 0; start < 2; start++) {
      const file = await openGameFile(path);
      const journal = new SqliteJournal(file);
      const { inventory } = HolderKind;
      expect(journal.stacksIn(inventory, 7).map(({ slot, item, count }) => [slot, item, count])).toEqual([
        [0, 1, 20],
        [31, 65_535, 65_535],
      ]);
      expect(journal.stacksIn(inventory, 8)).toEqual([]);
      const { wallet } = PurseKind;
      expect([7, 8].map((id) => [journal.coinsIn(wallet, id), journal.experienceOf(id)])).toEqual([
        [17, 1234],
        [4_294_967_295, 4_294_967_295],
      ]);
      journal.close();
      closeGameFile(file);
    }
  });
});
