// Stacks, purses, experience, done commands and the ground follow the journal (journal/following-tables.ts): up to which
// entry stands beside it. In files of before they hold all.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'tables that follow the journal',
  sql: `
      ALTER TABLE journal_state ADD COLUMN followed INTEGER NOT NULL DEFAULT 0;
      UPDATE journal_state SET followed = coalesce((SELECT max(last) FROM journal), 0);
  `,
};
