// The game file of the version before a new migration, as SQL text (files/), and the sum of the migration: what is missing of
// both is written, what is there stays as it is.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { migrate, type Migration } from '#adapters/sqlite/schema/migrate.js';

export const sumOf = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex');

/** Files of versions that lie side by side: as many as a folder may hold (test/architecture/folders). */
const versionsInFolder = 20;

/** Where the file of a version is kept. */
export function pathOf(folder: string, version: number): string {
  const first = version - ((version - 1) % versionsInFolder);
  return join(folder, `from-${first}`, `version-${version}.sql`);
}

/** A file of each version but the newest: that of the version before, with everybody in it, and one migration more. */
export function writeMissingFiles(folder: string, migrations: readonly Migration[]): void {
  for (let version = 2; version < migrations.length; version += 1) {
    const path = pathOf(folder, version);
    if (existsSync(path)) continue;
    const db = loaded(readFileSync(pathOf(folder, version - 1), 'utf8'));
    migrate(db, migrations.slice(0, version));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, dump(db));
    db.close();
  }
}

export function writeMissingSums(path: string, migrations: readonly Migration[]): void {
  const known = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const sums = Object.fromEntries(migrations.map((each) => [each.name, known[each.name] ?? sumOf(each)]));
  writeFileSync(path, `${JSON.stringify({ ...known, ...sums }, undefined, 2)}\n`);
}

export function loaded(sql: string, path = ':memory:'): Database {
  const db = new SqliteDatabase(path);
  db.exec(sql);
  return db;
}

/** Tables with their rows, then what stands on them, in the order in which they were made. */
export function dump(db: Database): string {
  const [version, application] = ['user_version', 'application_id'].map((name) => {
    return db.pragma(name, { simple: true }) as number;
  });
  const made = db
    .prepare<[], { type: string; name: string; sql: string }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid",
    )
    .all();
  return [
    `-- A game file as programs of version ${version} left it. Never changes: those files are out there.`,
    // Tables may stand before those that they refer to.
    'PRAGMA foreign_keys = OFF;',
    ...made
      .filter(({ type }) => type === 'table')
      .flatMap(({ name, sql }) => [`${sql};`, ...rowsOf(db, name)]),
    'DELETE FROM sqlite_sequence;',
    ...rowsOf(db, 'sqlite_sequence'),
    ...made.filter(({ type }) => type !== 'table').map(({ sql }) => `${sql};`),
    `PRAGMA application_id = 0x${application!.toString(16)};`,
    `PRAGMA user_version = ${version};`,
    '',
  ].join('\n');
}

function rowsOf(db: Database, table: string): string[] {
  const columns = db.prepare<[], { name: string }>(`PRAGMA table_info("${table}")`).all();
  const quoted = columns.map(({ name }) => `quote("${name}")`).join(" || ',' || ");
  return db
    .prepare<[], string>(`SELECT 'INSERT INTO "${table}" VALUES(' || ${quoted} || ');' FROM "${table}"`)
    .pluck()
    .all();
}
