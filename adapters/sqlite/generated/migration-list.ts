// Generated from the files in adapters/sqlite/migrations by `npm run codegen`; changes here are lost.
// Oldest first: a file of SQLite has as many of them behind it as its user_version says.

import type { Migration } from '../schema/migrate.js';
import { migration as migration001 } from '../migrations/001-characters-and-items.js';
import { migration as migration002 } from '../migrations/002-running-times.js';
import { migration as migration003 } from '../migrations/003-operators-commands.js';
import { migration as migration004 } from '../migrations/004-journal.js';
import { migration as migration005 } from '../migrations/005-directory-outbox.js';
import { migration as migration006 } from '../migrations/006-letters-and-listings.js';
import { migration as migration007 } from '../migrations/007-journal-base.js';
import { migration as migration008 } from '../migrations/008-erasure.js';
import { migration as migration009 } from '../migrations/009-what-the-journal-keeps.js';
import { migration as migration010 } from '../migrations/010-tables-that-follow.js';
import { migration as migration011 } from '../migrations/011-stacks-by-owner.js';
import { migration as migration012 } from '../migrations/012-packed-windows.js';
import { migration as migration013 } from '../migrations/013-receipts-of-erasures.js';
import { migration as migration014 } from '../migrations/014-sanctions.js';
import { migration as migration015 } from '../migrations/015-times-and-ids.js';
import { migration as migration016 } from '../migrations/016-prices-of-sales.js';
import { migration as migration017 } from '../migrations/017-index-of-entries.js';
import { migration as migration018 } from '../migrations/018-professions.js';
import { migration as migration019 } from '../migrations/019-quests.js';

export const migrations: readonly Migration[] = [
  migration001,
  migration002,
  migration003,
  migration004,
  migration005,
  migration006,
  migration007,
  migration008,
  migration009,
  migration010,
  migration011,
  migration012,
  migration013,
  migration014,
  migration015,
  migration016,
  migration017,
  migration018,
  migration019,
];
