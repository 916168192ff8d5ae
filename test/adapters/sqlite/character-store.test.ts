import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { SqliteCharacterStore, type CharacterQuery } from '#adapters/sqlite/sqlite-character-store.js';

import { storedCharacter, testCharacterStore } from '../../contract/character-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let folder = '';

testCharacterStore(
  'SqliteCharacterStore',
  async () => {
    folder = temporaryFolder();
    return SqliteCharacterStore.open(join(folder, 'game.sqlite'));
  },
  async () => rmSync(folder, { recursive: true, force: true }),
);

describe('SqliteCharacterStore', () => {
  it('still knows everybody after it was closed and opened again', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const first = await SqliteCharacterStore.open(path);
    const characterId = await first.create(storedCharacter(), 1);
    await first.close();

    const second = await SqliteCharacterStore.open(path);
    expect(await second.find('Aldric')).toEqual(storedCharacter({ characterId }));
    await second.close();
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
