#!/usr/bin/env bash
# better-sqlite3 13.2.0: a new file put into WAL mode reads back `synchronous` 2 (FULL: each commit is synced), and 1
# (NORMAL: it is not) after the first write, without anybody having set it. The build has another default for WAL files,
# and SQLite takes it up only when it first looks at the file's mode for a write. Expected: what is read back after opening
# holds. So a check of the setting at opening passes, and the server loses its last commits with the power all the same;
# killing the process never shows it. Set it by hand, which stays, and read it back after a write.
#
# Seen 2026-11-29, Node 26.10.0, Linux x64. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@26.10.0 better-sqlite3@13.2.0 >/dev/null
export PATH=$folder/node_modules/.bin:$PATH
npm rebuild --silent better-sqlite3 >/dev/null

cat >try.cjs <<'JS'
const Database = require('better-sqlite3');

function start(file, isSetByHand) {
  const db = new Database(file);
  const synchronous = () => db.pragma('synchronous', { simple: true });
  const mode = db.pragma('journal_mode = wal', { simple: true });
  if (isSetByHand) db.pragma('synchronous = full');
  const opened = synchronous();
  db.exec('create table if not exists coins (n int); insert into coins values (7)');
  console.log(`${file}: ${mode}, synchronous ${opened} when opened, ${synchronous()} after the first write`);
  db.close();
}

start('left-alone.db', false);
start('set.db', true);
JS
node try.cjs | tee seen.txt

diff seen.txt - <<'SEEN'
left-alone.db: wal, synchronous 2 when opened, 1 after the first write
set.db: wal, synchronous 2 when opened, 2 after the first write
SEEN
