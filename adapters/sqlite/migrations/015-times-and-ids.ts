// When a window was stored is covered by its checksum; the base knows how far ids of letters went, and how far those of
// listings.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'times of windows in their checksums, ids of letters and listings apart',
  // times_from: the first entry whose window has its time in its checksum; those before it stay as they are.
  // Letters and listings are counted apart until a start, which goes on above both. Of what an older program took into the
  // base only those that there still are can say how far each count went.
  sql: `
      ALTER TABLE journal_state ADD COLUMN times_from INTEGER NOT NULL DEFAULT 1;
      UPDATE journal_state SET times_from = 1 + max(
        coalesce((SELECT max(last) FROM journal), 0), (SELECT number FROM journal_base));
      ALTER TABLE journal_base ADD COLUMN letter INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE journal_base ADD COLUMN listing INTEGER NOT NULL DEFAULT 0;
      UPDATE journal_base SET
        letter = coalesce((SELECT max(letter) FROM base_letters), 0),
        listing = coalesce((SELECT max(listing) FROM base_listings), 0);
  `,
};
