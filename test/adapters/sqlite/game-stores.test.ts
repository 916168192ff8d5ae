// The stores in the game's SQLite file keep the promises of their ports.

import { join } from 'node:path';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { sqliteGameStores } from '#src/game-server/game-stores.js';
import { testGameStores } from '../../support/storage/store-contracts.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

async function openedAt(path: string) {
  const characters = await SqliteCharacterStore.open(path);
  const journal = new SqliteJournal(characters.file);
  const close = async (): Promise<void> => {
    journal.close();
    await characters.close();
  };
  return { stores: sqliteGameStores({ characters, journal }), journal, close };
}

testGameStores('in a file', async () => {
  const path = join(temporaryFolder(), 'game.sqlite');
  let opened = await openedAt(path);
  const { stores, journal } = opened;
  const reopen = async () => {
    await opened.close();
    opened = await openedAt(path);
    return opened.stores;
  };
  return { stores, journal, reopen, close: () => opened.close() };
});
