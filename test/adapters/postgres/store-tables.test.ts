// The order in which migrations of several stores are applied.

import { describe, expect, it } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import { tablesOf } from '#adapters/postgres/connection/store-tables.js';
import { commonMigrations } from '#adapters/postgres/migrations/list.js';

class Nothing extends Migration {
  override up(): void {}
}
const store = (...names: string[]) => ({
  rows: [],
  migrations: names.map((name) => ({ name, class: Nothing })),
});
const namesOf = (...stores: ReturnType<typeof store>[]) =>
  tablesOf(stores).migrations.map(({ name }) => name);

describe('migrations of several stores', () => {
  const common = commonMigrations.map(({ name }) => name);

  it('are in the order of their days, those of one day as they are listed', () => {
    const notes = store('2027-01-02-notes', '2027-03-01-longer-notes');
    const flags = store('2027-01-02-flags', '2027-02-01-more-flags');
    expect(namesOf(notes, flags)).toEqual([
      ...common,
      '2027-01-02-notes',
      '2027-01-02-flags',
      '2027-02-01-more-flags',
      '2027-03-01-longer-notes',
    ]);
  });

  it('come behind the common ones of their day', () => {
    const names = namesOf(store(`${common[0]!.slice(0, 10)}-a`));
    expect(names.slice(0, 3)).toEqual([common[0], common[1], `${common[0]!.slice(0, 10)}-a`]);
  });

  it('must be named by their day', () => {
    expect(() => namesOf(store('notes'))).toThrow('The migration notes is not named by its day');
  });
});
