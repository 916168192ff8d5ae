import { MemoryEconomyStore } from '#adapters/memory/storage/economy-store.js';
import { testEconomyStore } from '../../contract/economy-store.js';

testEconomyStore('memory', () => new MemoryEconomyStore());
