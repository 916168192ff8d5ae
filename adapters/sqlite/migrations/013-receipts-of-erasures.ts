// Who was erased is told to the player directory once more: now with the receipts by which this server knows it again.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'erasures are told with receipts',
  sql: `
      INSERT INTO directory_outbox (character, change, since_ms, pressing)
        SELECT character, changes, erased_at_ms, 1 FROM erased_characters, directory_telling
        WHERE erased_at_ms IS NOT NULL
        ON CONFLICT (character) DO UPDATE SET pressing = 1;
  `,
};
