#!/usr/bin/env bash
# better-sqlite3 13.2.0 (SQLite's WAL mode): opening a cleanly closed file with `readonly: true` makes two files beside it,
# -shm and an empty -wal, with the first read, and closing leaves them there: a read-only connection may not take them
# away. Expected of a reader of an archived copy: the folder is as it was. So a tool that only looks has to look at a copy
# of its own; and whoever puts another file of that name in its place later puts it beside a stranger's -wal.
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
const { mkdirSync, readdirSync } = require('node:fs');
const Database = require('better-sqlite3');

mkdirSync('archive');
const there = (when) => console.log(`${when}: ${readdirSync('archive').sort().join(' ')}`);
const writer = new Database('archive/game.db');
writer.pragma('journal_mode = wal');
writer.exec('create table coins (n int); insert into coins values (7)');
there('while it is written');
writer.close();
there('closed by its writer');
const reader = new Database('archive/game.db', { readonly: true });
there('opened read-only');
reader.prepare('select n from coins').all();
there('read');
reader.close();
there('closed by its reader');
JS
node try.cjs | tee seen.txt

diff seen.txt - <<'SEEN'
while it is written: game.db game.db-shm game.db-wal
closed by its writer: game.db
opened read-only: game.db
read: game.db game.db-shm game.db-wal
closed by its reader: game.db game.db-shm game.db-wal
SEEN
