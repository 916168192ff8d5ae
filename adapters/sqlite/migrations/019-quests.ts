// What characters have to do with quests: what they took on, and what they completed.

import type { Migration } from '../schema/migrate.js';

const quests = (set: 'ledger' | 'base'): string => `
      CREATE TABLE ${set}_quests (
        character     INTEGER NOT NULL,
        quest         INTEGER NOT NULL,
        stage         INTEGER NOT NULL,
        progress      INTEGER NOT NULL,
        completed     INTEGER NOT NULL,
        until_seconds INTEGER NOT NULL,
        PRIMARY KEY (character, quest)
      ) STRICT, WITHOUT ROWID;
`;

export const migration: Migration = {
  name: 'quests',
  // stage: 0 for one that is not in the log. progress: three decimal digits for each objective of the stage.
  sql: quests('ledger') + quests('base'),
};
