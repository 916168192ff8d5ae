import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { migrations } from '#adapters/sqlite/generated/migration-list.js';
import { SqliteCharacterStore, type CharacterQuery } from '#adapters/sqlite/sqlite-character-store.js';

import { storedCharacter } from '../../contract/storage/character-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

describe('SqliteCharacterStore', () => {
  it('still knows everybody after it was closed and opened again', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const first = await SqliteCharacterStore.open(path);
    const characterId = await first.create(storedCharacter(), 1);
    await first.close();

    const second = await SqliteCharacterStore.open(path);
    expect(await second.find('Aldric')).toEqual(storedCharacter({ characterId, savedUnixMs: 1 }));
    await second.close();
  });

  it('opens a file of the first version: its characters have no cooldowns, and the dead are dead since then', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const old = await openGameFile(path, { migrations: migrations.slice(0, 1) });
    old.db.exec(`
      INSERT INTO characters VALUES (7, '00000000-0000-0000-0000-000000000000', 'Aldric', 'aldric', 'meadow', 12.5,
        900.015625, 3, 1234, 0, 0, 17, 2, 1, 3600, 100, 200);
      INSERT INTO items VALUES (7, 0, 1, 20), (7, 31, 65535, 65535);`);
    closeGameFile(old);

    const store = await SqliteCharacterStore.open(path);
    expect(store.opened.migrated).toEqual(migrations.slice(1).map(({ name }) => name));
    const none = { deadTicks: 0, inCombatTicks: 0, globalCooldownTicks: 0, cooldowns: [], sales: [] };
    const aldric = storedCharacter({ ...none, characterId: 7, health: 0, savedUnixMs: 200 });
    expect(await store.find('Aldric')).toEqual(aldric);
    await store.save([{ ...aldric, deadTicks: 9, cooldowns: [{ slot: 1, ticks: 3 }] }], 300);
    expect(await store.find('Aldric')).toMatchObject({ deadTicks: 9, cooldowns: [{ slot: 1, ticks: 3 }] });
    await store.close();
  });

  it('tells of every query, refused ones too', async () => {
    const queries: CharacterQuery[] = [];
    const path = join(temporaryFolder(), 'game.sqlite');
    const store = await SqliteCharacterStore.open(path, {
      onQuery: (query, durationMs) => {
        expect(durationMs).toBeGreaterThanOrEqual(0);
        queries.push(query);
      },
    });
    await store.create(storedCharacter(), 1);
    await store.find('nobody');
    await expect(store.save([storedCharacter({ characterId: 9 })], 1)).rejects.toThrow();
    await store.close();
    expect(queries).toEqual(['create', 'find', 'save']);
  });
});
