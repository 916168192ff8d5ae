// Opens the journal of a game file, and is killed when it rewrites the window that ends with the entry. Runs on the build.
// Usage: words-apart.mjs <path> <entry>

import { openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';

const [path, entry] = process.argv.slice(2);
const file = await openGameFile(path);
file.db.function('die', () => process.kill(process.pid, 'SIGKILL'));
file.db.pragma('trusted_schema = ON');
file.db
  .exec(`CREATE TEMP TRIGGER die AFTER UPDATE OF entries ON journal WHEN new.last = ${Number(entry)} BEGIN
  SELECT die(); END`);
new SqliteJournal(file);
