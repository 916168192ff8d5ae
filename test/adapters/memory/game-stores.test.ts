// The memory twins of the game file's stores keep the promises of their ports.

import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { memoryGameStores } from '#src/game-server/game-stores.js';
import { testGameStores } from '../../support/storage/store-contracts.js';

testGameStores('in memory', async () => {
  const [characters, journal] = [new MemoryCharacterStore(), new MemoryJournal()];
  const stores = memoryGameStores({ characters, journal });
  return { stores, journal, reopen: async () => stores, close: () => characters.close() };
});
