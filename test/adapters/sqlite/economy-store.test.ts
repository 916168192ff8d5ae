import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { SqliteEconomyStore } from '#adapters/sqlite/economy/sqlite-economy-store.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { testEconomyStore } from '../../contract/economy-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const files: GameFile[] = [];
afterEach(() => {
  for (const file of files.splice(0)) closeGameFile(file);
});

testEconomyStore('a game file', async () => {
  const file = await openGameFile(join(temporaryFolder(), `${files.length}.sqlite`));
  files.push(file);
  return new SqliteEconomyStore(file);
});
