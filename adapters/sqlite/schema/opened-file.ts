// The game's SQLite file as its opener (`openGameFile`) gives it to the stores in it. It stands below them, so that a store may
// bring migrations of its own, which opening needs.

import type { Database } from 'better-sqlite3';

export interface GameFile {
  readonly db: Database;
  readonly path: string;
  /** Names of the migrations that opening applied. */
  readonly migrated: readonly string[];
  /** The copy that was made of it before they were. */
  readonly keptAs: string | undefined;
  /** True when the last owner did not close the file; its journal was replayed and the file checked. */
  readonly recovered: boolean;
}
