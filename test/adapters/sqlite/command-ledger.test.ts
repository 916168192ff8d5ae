// The ledger of commands in the game's SQLite file keeps the port's promises.

import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { closeGameFile, openGameFile, type GameFile } from '#adapters/sqlite/game-file.js';
import { SqliteCommandLedger } from '#adapters/sqlite/sqlite-command-ledger.js';
import { testCommandLedger } from '../../contract/command-ledger.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let file: GameFile | undefined;
afterEach(() => {
  if (file !== undefined) closeGameFile(file);
  file = undefined;
});

testCommandLedger('SqliteCommandLedger', async () => {
  const path = join(temporaryFolder(), 'game.sqlite');
  const open = async () => new SqliteCommandLedger((file = await openGameFile(path)));
  const reopen = () => {
    closeGameFile(file!);
    return open();
  };
  return { ledger: await open(), reopen };
});
