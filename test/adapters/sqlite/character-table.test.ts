// The table that the migrations make is the one that the schema declares: no number without a column, none left over.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { addsColumn, emitMigrations, MigrationNumberFault } from '#codegen/emit/stored/scaffold-migration.js';
import { storedPackets, tableNumbers } from '#codegen/model/stored-model.js';
import { loadSchema } from '#codegen/load-schema.js';
import { schemaOf } from '../../codegen/support/schema-text.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const paths = {
  folder: 'adapters/sqlite/migrations',
  stores: 'adapters/sqlite/stores',
  list: 'adapters/sqlite/generated/migration-list.ts',
};
/** What a character is besides its numbers. */
const others = ['id', 'account_id', 'name', 'name_key', 'map_key', 'created_at_ms', 'saved_at_ms'];

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

describe('the table of characters', () => {
  const packet = storedPackets(loadSchema('protocol-schema'))[0]!;

  it('has a column of the right kind for every number that is declared, and no other', async () => {
    const file = await openGameFile(join(temporaryFolder(), 'game.sqlite'));
    const columns = file.db.pragma(`table_info(${packet.stored!})`) as Column[];
    closeGameFile(file);
    const declared = tableNumbers(packet).map(({ column, whole }) => [column, whole ? 'INTEGER' : 'REAL', 1]);
    const numbers = columns.filter(({ name }) => !others.includes(name));
    expect(numbers.map(({ name, type, notnull }) => [name, type, notnull]).sort()).toEqual(declared.sort());
  });

  it('needs no migration that is not there', () => {
    expect(emitMigrations(packet, '.', paths).map(({ path }) => path)).toEqual([paths.list]);
  });

  it.each([
    [
      'given twice',
      '001',
      'is that of migrations/001-things.ts already: give the one of both that no server has run yet the number 002 ' +
        '(in a store `export const migration…`, or in the name of its file) and run `npm run codegen` again',
    ],
    ['left out', '003', 'must have the number 002: one is left out'],
  ])('takes no migration whose number is %s, and says what to do', (_, number, what) => {
    const root = temporaryFolder();
    for (const folder of ['migrations', 'stores']) mkdirSync(join(root, folder));
    writeFileSync(join(root, 'migrations/001-things.ts'), '');
    const store = `export const migration${number}: Migration = { name: 'more', sql: '' };`;
    writeFileSync(join(root, 'stores/sqlite-thing-book.ts'), store);
    const refused = new MigrationNumberFault(
      `stores/sqlite-thing-book.ts: error: migration ${number} ${what}`,
    );
    expect(() =>
      emitMigrations(packet, root, { folder: 'migrations', stores: 'stores', list: 'list.ts' }),
    ).toThrow(refused);
  });

  it('is proposed a migration for a number that is declared and has none', async () => {
    const schema = schemaOf(
      'packet ThingRecord = 1 internal stored "characters" {\n  thingId: u32\n  level: u8\n  honourWon: u16\n}',
    );
    const files = emitMigrations(storedPackets(schema)[0]!, '.', paths);
    expect(files[0]!.path).toMatch(/^adapters\/sqlite\/migrations\/\d{3}-honour-won\.ts$/);
    expect(files.at(-1)!.text).toContain('honour-won.js');
    const sql = /sql: `([^`]*)`/.exec(files[0]!.text)![1]!;
    expect(addsColumn(sql, 'characters', 'honour_won')).toBe(true);
    const file = await openGameFile(join(temporaryFolder(), 'game.sqlite'));
    file.db.exec(sql);
    const columns = file.db.pragma('table_info(characters)') as Column[];
    const texts: Record<string, string> = {
      account_id: `'${'0'.repeat(36)}'`,
      name: "'A'",
      name_key: "'a'",
      map_key: "'m'",
    };
    const insert = (honour: number): void => {
      const values = columns.map(({ name }) => texts[name] ?? (name === 'honour_won' ? honour : 1));
      file.db.exec(`INSERT INTO characters VALUES (${values.join(', ')})`);
    };
    expect(() => insert(65_536)).toThrow('CHECK');
    expect(() => insert(65_535)).not.toThrow();
    closeGameFile(file);
  });
});
