// When killed creatures come back, in a table.

import type { Database, Statement } from 'better-sqlite3';
import type { FallenMember, LedgerState } from '#domain/ledger/state/ledger-state.js';
import type { TableSet } from '../schema/table-set.js';

const columns = 'map, spawn_group AS spawnGroup, member, due_tick AS dueTick';

export class FallenTable {
  readonly #put: Statement<[FallenMember]>;
  readonly #one: Statement<[number, string, number], FallenMember>;
  readonly #all: Statement<[], FallenMember>;

  constructor(db: Database, set: TableSet) {
    this.#put = db.prepare(
      `INSERT OR REPLACE INTO ${set}_fallen (map, spawn_group, member, due_tick)
       VALUES (@map, @spawnGroup, @member, @dueTick)`,
    );
    this.#one = db.prepare(
      `SELECT ${columns} FROM ${set}_fallen WHERE map = ? AND spawn_group = ? AND member = ?`,
    );
    this.#all = db.prepare(`SELECT ${columns} FROM ${set}_fallen ORDER BY map, spawn_group, member`);
  }

  /** Inside the transaction that stores the window. */
  write({ fallen }: LedgerState): void {
    for (const member of fallen.values()) this.#put.run(member);
  }

  one({ map, spawnGroup, member }: FallenMember): FallenMember | undefined {
    return this.#one.get(map, spawnGroup, member);
  }

  /** Ascending by map, group and member. */
  all(): FallenMember[] {
    return this.#all.all();
  }
}
