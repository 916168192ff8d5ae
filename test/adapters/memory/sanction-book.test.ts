import { MemorySanctionBook } from '#adapters/memory/storage/sanction-book.js';
import { testSanctionBook } from '../../contract/sanction-book.js';

testSanctionBook('MemorySanctionBook', async () => ({
  book: new MemorySanctionBook(),
  close: async () => undefined,
}));
