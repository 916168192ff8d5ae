// Stacks lie in the order of their owners: who is loaded reads one place, and there is no index to be kept beside them.

import type { Migration } from '../schema/migrate.js';

const stacksByOwner = (set: 'ledger' | 'base'): string => `
      CREATE TABLE ${set}_stacks_anew (
        owner    INTEGER NOT NULL,
        instance INTEGER NOT NULL,
        item     INTEGER NOT NULL,
        count    INTEGER NOT NULL CHECK (count > 0),
        holder   INTEGER NOT NULL,
        slot     INTEGER NOT NULL,
        wear     INTEGER NOT NULL,
        bound    INTEGER NOT NULL,
        PRIMARY KEY (owner, instance)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO ${set}_stacks_anew (owner, instance, item, count, holder, slot, wear, bound)
        SELECT owner, instance, item, count, holder, slot, wear, bound FROM ${set}_stacks ORDER BY owner, instance;
      DROP TABLE ${set}_stacks;
      ALTER TABLE ${set}_stacks_anew RENAME TO ${set}_stacks;
`;

export const migration: Migration = {
  name: 'stacks in the order of their owners',
  sql: stacksByOwner('ledger') + stacksByOwner('base'),
};
