// The file's history: a list of the migrations that lie in their folder or stand with the store whose tables they make, and
// a new one for every number that is declared and in none of them. It is proposed once; from then on it is written by hand,
// and never changes once it was released.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path/posix';
import type { PacketModel } from '../../model/schema-model.js';
import { tableNumbers, type StoredNumber } from '../../model/stored-model.js';
import type { GeneratedFile } from '../emitter.js';

const fileName = /^(\d{3})-[a-z0-9-]+\.ts$/;
/** In the file of a store: of its own tables. */
const ofStore = /^export const migration(\d{3}): Migration = /gm;

export interface MigrationPaths {
  /** From the project's root. */
  readonly folder: string;
  readonly stores: string;
  readonly list: string;
}

interface WrittenMigration {
  /** Three digits, as many as have come before it and one more. */
  readonly number: string;
  /** Under which its file exports it. */
  readonly name: string;
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

export function emitMigrations(packet: PacketModel, root: string, paths: MigrationPaths): GeneratedFile[] {
  const there = inOrder([...inFolder(root, paths.folder), ...inStores(root, paths.stores)]);
  const written = there.map(({ text }) => text).join('\n');
  const missing = tableNumbers(packet).filter(({ column }) => !addsColumn(written, packet.stored!, column));
  const proposed = missing.map((stored, i) => {
    const number = threeDigits(there.length + 1 + i);
    const path = `${paths.folder}/${number}-${stored.column.replaceAll('_', '-')}.ts`;
    return { number, name: 'migration', path, text: migrationOf(packet, stored) };
  });
  return [
    ...proposed.map(({ path, text }) => ({ path, text })),
    { path: paths.list, text: listOf([...there, ...proposed], paths) },
  ];
}

function inFolder(root: string, folder: string): WrittenMigration[] {
  return namesIn(root, folder).flatMap((name) => {
    const number = fileName.exec(name)?.[1];
    const path = `${folder}/${name}`;
    if (number === undefined) return [];
    return [{ number, name: 'migration', path, text: readFileSync(join(root, path), 'utf8') }];
  });
}

function inStores(root: string, folder: string): WrittenMigration[] {
  return namesIn(root, folder).flatMap((file) => {
    const path = `${folder}/${file}`;
    const text = readFileSync(join(root, path), 'utf8');
    return [...text.matchAll(ofStore)].map(([, number]) => {
      return { number: number!, name: `migration${number}`, path, text };
    });
  });
}

function namesIn(root: string, folder: string): string[] {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path).sort() : [];
}

/** Numbers that do not follow each other, in one line that says what to do. */
export class MigrationNumberFault extends Error {
  readonly code = 'migration-number';
}

/** Throws MigrationNumberFault where one is missing or given twice: a game file has as many behind it as its user_version says. */
function inOrder(migrations: readonly WrittenMigration[]): WrittenMigration[] {
  const sorted = [...migrations].sort((a, b) => a.number.localeCompare(b.number));
  sorted.forEach(({ number, path }, i) => {
    const expected = threeDigits(i + 1);
    if (number === expected) return;
    if (number > expected)
      throw new MigrationNumberFault(
        `${path}: error: migration ${number} must have the number ${expected}: one is left out`,
      );
    const other = sorted[i - 1]!.path;
    throw new MigrationNumberFault(
      `${path}: error: migration ${number} is that of ${other} already: give the one of both that no server has run yet ` +
        `the number ${threeDigits(sorted.length)} (${placesIn(path, other)}) and run \`npm run codegen\` again`,
    );
  });
  return sorted;
}

/** Where the number stands, of a file in a folder and of a store. */
function placesIn(...paths: readonly string[]): string {
  const words = paths.map((path) =>
    fileName.test(basename(path)) ? 'in the name of its file' : 'in a store `export const migration…`',
  );
  return [...new Set(words)].join(', or ');
}

function threeDigits(number: number): string {
  return String(number).padStart(3, '0');
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

function listOf(
  migrations: readonly Omit<WrittenMigration, 'text'>[],
  { folder, stores, list }: MigrationPaths,
): string {
  const local = (number: string): string => `migration${number}`;
  return [
    `// Generated by \`npm run codegen\` from the files in ${folder} and the stores that`,
    `// bring migrations of their own (${stores}); changes here are lost.`,
    '// Oldest first: a file of SQLite has as many of them behind it as its user_version says.',
    '',
    "import type { Migration } from '../schema/migrate.js';",
    ...migrations.map(({ number, name, path }) => {
      const as = name === local(number) ? name : `${name} as ${local(number)}`;
      return `import { ${as} } from '${relative(dirname(list), path).replace(/\.ts$/, '.js')}';`;
    }),
    '',
    `export const migrations: readonly Migration[] = [${migrations.map(({ number }) => local(number)).join(', ')}];`,
    '',
  ].join('\n');
}
