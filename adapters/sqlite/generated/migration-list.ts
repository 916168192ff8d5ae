// Generated from the files in adapters/sqlite/migrations by `npm run codegen`; changes here are lost.
// Oldest first: a file of SQLite has as many of them behind it as its user_version says.

import type { Migration } from '../schema/migrate.js';
import { migration as migration001 } from '../migrations/001-characters-and-items.js';
import { migration as migration002 } from '../migrations/002-running-times.js';
import { migration as migration003 } from '../migrations/003-operators-commands.js';

export const migrations: readonly Migration[] = [migration001, migration002, migration003];
