// Which tables a database has, in an order in which they can be filled: those that others refer to come first.

import type pg from 'pg';
import { DumpError } from './dump-error.js';

export interface TableShape {
  readonly name: string;
  /** Without those that PostgreSQL works out itself. */
  readonly columns: readonly string[];
  /** Of the primary key; of a table without one, all. */
  readonly orderBy: readonly string[];
}

/** What a migration makes, and what migrations are noted in, which a backup names instead. */
const migrationsTable = 'schema_migrations';

interface TableRow {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[] | null;
  readonly refersTo: readonly string[];
}

export async function listTables(client: pg.ClientBase): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableRow>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       (select array_agg(a.attname::text order by k.at) from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (number, at)
         join pg_attribute a on a.attnum = k.number where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as key,
       array(select f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
         and f.confrelid <> c.oid) as "refersTo"
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> $1
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by c.relname collate "C"`,
    [migrationsTable],
  );
  return referredFirst(rows).map(({ name, columns, key }) => ({ name, columns, orderBy: key ?? columns }));
}

export async function listMigrations(client: pg.ClientBase): Promise<readonly string[]> {
  const there = await client.query<{ name: string | null }>('select to_regclass($1)::text as name', [
    migrationsTable,
  ]);
  if (there.rows[0]!.name === null)
    throw new DumpError(
      'other-version',
      'the database has no tables of the admin API: no server has run on it',
    );
  const { rows } = await client.query<{ name: string }>(
    `select name::text from ${migrationsTable} order by id`,
  );
  return rows.map(({ name }) => name);
}

export interface SequenceState {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

export async function listSequences(client: pg.ClientBase): Promise<readonly SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
       and not exists (select from pg_depend d join pg_class t on t.oid = d.refobjid
         where d.objid = c.oid and t.relname = $1)
     order by c.relname collate "C"`,
    [migrationsTable],
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const answer = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    );
    states.push({ name, ...answer.rows[0]! });
  }
  return states;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function referredFirst(rows: readonly TableRow[]): readonly TableRow[] {
  const waiting = [...rows];
  const ordered: TableRow[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ refersTo }) =>
      refersTo.every((name) => !waiting.some((other) => other.name === name)),
    );
    if (next < 0)
      throw new DumpError(
        'changed',
        `tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`,
      );
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}
