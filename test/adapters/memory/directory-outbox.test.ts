import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { testDirectoryOutbox } from '../../contract/directory-outbox.js';

testDirectoryOutbox('MemoryDirectoryOutbox', async () => {
  const store = new MemoryCharacterStore();
  return { store, outbox: store.outbox, close: () => store.close() };
});
