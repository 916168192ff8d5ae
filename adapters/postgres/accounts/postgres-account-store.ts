// Accounts in PostgreSQL. What concerns all accounts at once (the first one, the last owner) goes one after the other,
// under a lock of the transaction.

import { nameKey as keyOfName } from '#ports/names/name-key.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  accountsMax,
  type Account,
  type AccountChange,
  type AccountStore,
} from '#ports/admin/accounts/account-store.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { AccountRow } from '../rows/account-row.js';

const wholeTableLock = 0x746f7302;

export class PostgresAccountStore implements AccountStore {
  static readonly tables: StoreTables = { rows: [AccountRow] };

  constructor(private readonly database: AdminDatabase) {}

  async find(id: string): Promise<Account | undefined> {
    const row = await this.database.fork().findOne(AccountRow, { id });
    return row ? toAccount(row) : undefined;
  }

  async findByName(name: string): Promise<Account | undefined> {
    const row = await this.database.fork().findOne(AccountRow, { nameKey: keyOfName(name) });
    return row ? toAccount(row) : undefined;
  }

  async list(): Promise<readonly Account[]> {
    const rows = await this.database
      .fork()
      .find(AccountRow, {}, { orderBy: { nameKey: 'asc' }, limit: accountsMax });
    return rows.map(toAccount);
  }

  async add(account: Account): Promise<'added' | 'name-taken' | 'too-many-accounts'> {
    return this.#alone(async (em) => {
      if (await em.findOne(AccountRow, { nameKey: keyOfName(account.name) })) return 'name-taken';
      if ((await em.count(AccountRow)) >= accountsMax) return 'too-many-accounts';
      await em.insert(AccountRow, toRow(account));
      return 'added';
    });
  }

  async addFirst(account: Account): Promise<boolean> {
    return this.#alone(async (em) => {
      if ((await em.count(AccountRow)) > 0) return false;
      await em.insert(AccountRow, toRow(account));
      return true;
    });
  }

  async change(id: string, change: AccountChange): Promise<Account | 'unknown-account' | 'last-owner'> {
    return this.#alone(async (em) => {
      const row = await em.findOne(AccountRow, { id });
      if (!row) return 'unknown-account';
      const before = toAccount(row);
      const after = { ...before, ...change };
      if (isActiveOwner(before) && !isActiveOwner(after)) {
        const owners = await em.count(AccountRow, { role: 'owner', disabled: false });
        if (owners === 1) return 'last-owner';
      }
      await em.nativeUpdate(AccountRow, { id }, { role: after.role, disabled: after.disabled });
      return after;
    });
  }

  async renewPasswordHash(id: string, judged: string, passwordHash: string): Promise<boolean> {
    const stored = { id, passwordHash: judged };
    return (await this.database.fork().nativeUpdate(AccountRow, stored, { passwordHash })) > 0;
  }

  async setPassword(
    id: string,
    passwordHash: string,
    passwordChangeDue: boolean,
    judged?: string,
  ): Promise<boolean> {
    const stored = judged === undefined ? { id } : { id, passwordHash: judged };
    const change = { passwordHash, passwordChangeDue };
    return (await this.database.fork().nativeUpdate(AccountRow, stored, change)) > 0;
  }

  async noteLogin(id: string, atUnixMs: number): Promise<void> {
    await this.database.fork().nativeUpdate(AccountRow, { id }, { lastLoginAt: new Date(atUnixMs) });
  }

  #alone<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.fork().transactional(async (em) => {
      await em.execute('select pg_advisory_xact_lock(?)', [wholeTableLock]);
      return work(em as EntityManager);
    });
  }
}

function isActiveOwner(account: Account): boolean {
  return account.role === 'owner' && !account.disabled;
}

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    disabled: row.disabled,
    passwordHash: row.passwordHash,
    passwordChangeDue: row.passwordChangeDue,
    createdAtUnixMs: row.createdAt.getTime(),
    lastLoginAtUnixMs: row.lastLoginAt?.getTime(),
  };
}

function toRow(account: Account) {
  return {
    id: account.id,
    name: account.name,
    nameKey: keyOfName(account.name),
    role: account.role,
    disabled: account.disabled,
    passwordHash: account.passwordHash,
    passwordChangeDue: account.passwordChangeDue,
    createdAt: new Date(account.createdAtUnixMs),
    lastLoginAt: account.lastLoginAtUnixMs === undefined ? null : new Date(account.lastLoginAtUnixMs),
  };
}
