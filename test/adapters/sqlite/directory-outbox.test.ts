// The outbox in the game's SQLite file, beside the suite: it survives what the file survives.

import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SqliteDirectoryOutbox } from '#adapters/sqlite/stores/sqlite-directory-outbox.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { migrations } from '#adapters/sqlite/generated/migration-list.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const all = { limit: 100, restingSinceUnixMs: Infinity };

async function open(path: string) {
  const store = await SqliteCharacterStore.open(path);
  return { store, outbox: new SqliteDirectoryOutbox(store.file), close: () => store.close() };
}

describe('the outbox in the game file', () => {
  it('gives a batch again under its mark after a restart', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const before = await open(path);
    await before.store.create(storedCharacter(), 1);
    const given = await before.outbox.next(all);
    await before.close();
    const after = await open(path);
    expect(await after.outbox.next(all)).toEqual(given);
    await after.outbox.acknowledged(given!.mark, 2);
    await after.close();
    const last = await open(path);
    expect(await last.outbox.next(all)).toBeUndefined();
    await last.close();
  });

  it('tells of a character that is removed, whoever removes it', async () => {
    const { store, outbox, close } = await open(join(temporaryFolder(), 'game.sqlite'));
    const characterId = await store.create(storedCharacter(), 1);
    const told = await outbox.next(all);
    await outbox.acknowledged(told!.mark, 2);
    store.file.db.prepare('DELETE FROM characters WHERE id = ?').run(characterId);
    expect(await outbox.next(all)).toMatchObject({ characters: [], gone: [characterId] });
    await close();
  });

  it('tells everybody in a file from before there was an outbox', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const old = await openGameFile(path, { migrations: migrations.slice(0, 1) });
    old.db.exec(`
      INSERT INTO characters VALUES (7, '00000000-0000-0000-0000-000000000000', 'Aldric', 'aldric', 'meadow', 12.5,
        900.015625, 3, 1234, 0, 0, 17, 2, 1, 3600, 100, 200);`);
    closeGameFile(old);
    const { outbox, close } = await open(path);
    expect(await outbox.next(all)).toMatchObject({
      isWhole: true,
      characters: [{ characterId: 7, name: 'Aldric', createdAtUnixMs: 100, savedAtUnixMs: 200 }],
    });
    await close();
  });
});
