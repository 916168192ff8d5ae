// Files that earlier versions of the server left, kept as SQL text: they open, and everybody in them is who they were.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';
import { migrations } from '#adapters/sqlite/generated/migration-list.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const folder = join(import.meta.dirname, 'files');
const files = readdirSync(folder).map(
  (name) => [Number(/^version-(\d+)\.sql$/.exec(name)![1]), name] as const,
);

function fileOf(name: string): string {
  const path = join(temporaryFolder(), 'game.sqlite');
  const db = new SqliteDatabase(path);
  db.exec(readFileSync(join(folder, name), 'utf8'));
  db.close();
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
    expect(files.map(([version]) => version).sort((a, b) => a - b)).toEqual(versions);
  });

  it('was made by migrations that never change again', () => {
    const sumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');
    const now = Object.fromEntries(migrations.map(({ name, sql }) => [name, sumOf(sql)]));
    // A new one is added to the file; what stands there stays.
    expect(now).toEqual(JSON.parse(readFileSync(join(import.meta.dirname, 'migrations.lock.json'), 'utf8')));
  });

  it.each(files)('%i opens, holds everybody as they were, and takes them back', async (version, name) => {
    const store = await SqliteCharacterStore.open(fileOf(name));
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

  it.each(files)('%i opens its journal with what everybody owned, wherever that lay', async (_, name) => {
    const path = fileOf(name);
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
