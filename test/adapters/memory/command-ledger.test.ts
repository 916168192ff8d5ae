// The memory twin of the ledger of commands keeps the port's promises.

import { MemoryCommandLedger } from '#adapters/memory/storage/command-ledger.js';
import { testCommandLedger } from '../../contract/command-ledger.js';

testCommandLedger('MemoryCommandLedger', async () => {
  const ledger = new MemoryCommandLedger();
  return { ledger, reopen: async () => ledger };
});
