#!/usr/bin/env bash
# better-sqlite3 13.2.0 (SQLite's online backup): the backup of a database that another connection keeps locked does not
# fail. The promise resolves with { totalPages: 0, remainingPages: 0 }, the progress callback is never called, and no file
# is written; an older copy under that name stays as it was. Expected: a rejection with SQLITE_BUSY, as a query of the same
# connection gets. So whoever takes the promise's word has no backup, or yesterday's: let the connection that owns the
# lock make the copy, and open and check what came of it.
#
# Seen 2026-11-28, Node 26.10.0, Linux x64. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@26.10.0 better-sqlite3@13.2.0 >/dev/null
export PATH=$folder/node_modules/.bin:$PATH
npm rebuild --silent better-sqlite3 >/dev/null

cat >try.cjs <<'JS'
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const Database = require('better-sqlite3');

async function backUp(reader, target) {
  let calls = 0;
  const answer = await reader.backup(target, { progress: () => (calls++, 100) }).then(
    (result) => `resolved with ${JSON.stringify(result)}`,
    (error) => `rejected with ${error.code}`,
  );
  return `${answer}, ${calls} calls of progress`;
}

async function main() {
  const owner = new Database('game.db');
  owner.pragma('locking_mode = exclusive');
  owner.pragma('journal_mode = wal');
  owner.exec('create table coins (n int); insert into coins values (7)');

  const reader = new Database('game.db', { timeout: 100 });
  try {
    reader.prepare('select n from coins').all();
    console.log('a query: answered');
  } catch (error) {
    console.log(`a query: ${error.code}`);
  }
  console.log(`backup: ${await backUp(reader, 'copy.db')}, copy: ${existsSync('copy.db')}`);
  writeFileSync('older.db', 'yesterday');
  console.log(`onto an older copy: ${await backUp(reader, 'older.db')}, then: ${readFileSync('older.db', 'utf8')}`);
  console.log(`by the owner: ${await backUp(owner, 'good.db')}, copy: ${existsSync('good.db')}`);
  console.log(`coins in it: ${new Database('good.db').prepare('select n from coins').pluck().get()}`);
}
void main();
JS
node try.cjs | tee seen.txt

diff seen.txt - <<'SEEN'
a query: SQLITE_BUSY
backup: resolved with {"totalPages":0,"remainingPages":0}, 0 calls of progress, copy: false
onto an older copy: resolved with {"totalPages":0,"remainingPages":0}, 0 calls of progress, then: yesterday
by the owner: resolved with {"totalPages":2,"remainingPages":0}, 1 calls of progress, copy: true
coins in it: 7
SEEN
