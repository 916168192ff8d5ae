import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';

import { testCharacterStore } from '../../contract/character-store.js';

testCharacterStore('MemoryCharacterStore', async () => new MemoryCharacterStore());
