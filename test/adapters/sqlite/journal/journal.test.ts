// The journal in the game's SQLite file keeps the port's promises, over being opened anew as well.

import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { testJournal } from '../../../contract/journal.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const files: GameFile[] = [];
afterEach(() => {
  for (const file of files.splice(0)) closeGameFile(file);
});

testJournal('SqliteJournal', async (options = {}) => {
  const path = join(temporaryFolder(), 'game.sqlite');
  const open = async (): Promise<SqliteJournal> => {
    const file = await openGameFile(path);
    files.push(file);
    return new SqliteJournal(file, options);
  };
  const journal = await open();
  const reopen = (): Promise<SqliteJournal> => {
    journal.close();
    closeGameFile(files.pop()!);
    return open();
  };
  return { journal, reopen };
});
