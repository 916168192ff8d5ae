// The table's history: a list of the migrations that lie in its folder, and a new one for every number that is declared
// and in none of them. It is proposed once; from then on it is written by hand, and never changes once it was released.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PacketModel } from '../../model/schema-model.js';
import { tableNumbers, type StoredNumber } from '../../model/stored-model.js';
import type { GeneratedFile } from '../emitter.js';

const fileName = /^(\d{3})-[a-z0-9-]+\.ts$/;

export interface MigrationPaths {
  /** From the project's root. */
  readonly folder: string;
  readonly list: string;
}

export function emitMigrations(packet: PacketModel, root: string, paths: MigrationPaths): GeneratedFile[] {
  const folder = join(root, paths.folder);
  const there = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => fileName.test(name))
        .sort()
    : [];
  const written = there.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const missing = tableNumbers(packet).filter(({ column }) => !addsColumn(written, packet.stored!, column));
  const proposed = missing.map((number, i) => ({
    path: `${paths.folder}/${String(there.length + 1 + i).padStart(3, '0')}-${number.column.replaceAll('_', '-')}.ts`,
    text: migrationOf(packet, number),
  }));
  const names = [...there, ...proposed.map(({ path }) => path.slice(paths.folder.length + 1))];
  return [...proposed, { path: paths.list, text: listOf(names, paths.folder) }];
}

/** Whether one of the migrations gives the table this column. */
export function addsColumn(migrations: string, table: string, column: string): boolean {
  const added = new RegExp(`ALTER TABLE ${table} (?:ADD COLUMN|RENAME COLUMN \\w+ TO) ${column}\\b`);
  const created = new RegExp(`CREATE TABLE ${table} \\([^;]*?\\n\\s*${column}\\s+(?:INTEGER|REAL)\\b`);
  return added.test(migrations) || created.test(migrations);
}

function migrationOf(
  { name, stored }: PacketModel,
  { name: field, column, whole, min, max }: StoredNumber,
): string {
  return [
    `// ${name}.${field}. Proposed by \`npm run codegen\`; what those have who were stored before is decided here.`,
    '',
    "import type { Migration } from '../schema/migrate.js';",
    '',
    'export const migration: Migration = {',
    `name: '${column.replaceAll('_', ' ')} of ${stored}',`,
    'sql: `',
    `      ALTER TABLE ${stored} ADD COLUMN ${column} ${whole ? 'INTEGER' : 'REAL'} NOT NULL DEFAULT ${Math.max(0, min)}`,
    `        CHECK (${column} BETWEEN ${min} AND ${max});`,
    '    `,',
    '};',
    '',
  ].join('\n');
}

function listOf(names: readonly string[], folder: string): string {
  const local = (name: string): string => `migration${name.slice(0, 3)}`;
  const from = `../${folder.slice(folder.lastIndexOf('/') + 1)}`;
  return [
    `// Generated from the files in ${folder} by \`npm run codegen\`; changes here are lost.`,
    '// Oldest first: a file of SQLite has as many of them behind it as its user_version says.',
    '',
    "import type { Migration } from '../schema/migrate.js';",
    ...names.map(
      (name) => `import { migration as ${local(name)} } from '${from}/${name.replace(/\.ts$/, '.js')}';`,
    ),
    '',
    `export const migrations: readonly Migration[] = [${names.map(local).join(', ')}];`,
    '',
  ].join('\n');
}
