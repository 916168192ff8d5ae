// Entries of a window are packed: they are mostly zeros, and a journal that is kept is mostly entries.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'packed windows',
  // How many bytes the entries are when they are unpacked (journal/packed-entries.ts); NULL where they are as they are, as in
  // windows of before, which stay so.
  sql: `ALTER TABLE journal ADD COLUMN unpacked_bytes INTEGER;`,
};
