import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryErasureBook } from '#adapters/memory/storage/erasure-book.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { testErasureBook } from '../../contract/erasure-book.js';

testErasureBook('MemoryErasureBook', async () => {
  const store = new MemoryCharacterStore();
  const journal = new MemoryJournal();
  const book = new MemoryErasureBook(store, journal);
  return { store, journal, outbox: store.outbox, book, close: () => store.close() };
});
