// What a store on PostgreSQL brings with it: its tables as rows declare them, and the migrations that are its own.

import type { EntitySchema, MigrationObject } from '@mikro-orm/core';
import { commonMigrations } from '../migrations/list.js';

export interface StoreTables {
  readonly rows: readonly EntitySchema[];
  /** Named by their day, `2026-11-29-operator-commands`. Applied ones are never changed; a new one is added at the end. */
  readonly migrations?: readonly MigrationObject[];
}

/** Of all stores together. */
export type DatabaseTables = Required<StoreTables>;

/** Migrations in the order of their days; those of one day: the common ones first, then the stores' as they are listed. */
export function tablesOf(stores: readonly StoreTables[]): DatabaseTables {
  const migrations = [...commonMigrations, ...stores.flatMap((store) => store.migrations ?? [])];
  return {
    rows: stores.flatMap(({ rows }) => rows),
    migrations: migrations.sort((a, b) => dayOf(a).localeCompare(dayOf(b))),
  };
}

function dayOf({ name }: MigrationObject): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=-)/.exec(name)?.[0];
  if (day === undefined) throw new Error(`The migration ${name} is not named by its day`);
  return day;
}
