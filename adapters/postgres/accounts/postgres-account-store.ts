// Accounts in PostgreSQL. What concerns all accounts at once (the first one, the last owner, which roles there are) goes one
// after the other, under a lock of the transaction.

import { nameKey as keyOfName } from '#ports/names/name-key.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  accountsMax,
  holdsSame,
  type Account,
  type AccountChange,
  type AccountStore,
  type ChangeJudged,
  type HeldRole,
} from '#ports/admin/accounts/account-store.js';
import type { CustomRole, Role } from '#ports/admin/accounts/role.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { AccountRow } from '../rows/account-row.js';
import { CustomRoleRow } from '../rows/custom-role-row.js';
import {
  addCustomRole,
  changeCustomRole,
  findCustomRole,
  isRole,
  listCustomRoles,
  removeCustomRole,
} from './custom-roles.js';
import { CustomRolesTable } from './custom-roles-table.js';

const wholeTableLock = 0x746f7302;

export class PostgresAccountStore implements AccountStore {
  static readonly tables: StoreTables = {
    rows: [AccountRow, CustomRoleRow],
    migrations: [{ name: '2026-12-01-custom-roles', class: CustomRolesTable }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async find(id: string): Promise<Account | undefined> {
    return this.#findBy({ id });
  }

  async findByName(name: string): Promise<Account | undefined> {
    return this.#findBy({ nameKey: keyOfName(name) });
  }

  async list(): Promise<readonly Account[]> {
    const em = this.database.fork();
    const rows = await em.find(AccountRow, {}, { orderBy: { nameKey: 'asc' }, limit: accountsMax });
    const made = new Map((await listCustomRoles(em)).map((role) => [role.name, role]));
    return rows.map((row) => toAccount(row, made.get(row.role)));
  }

  async add(
    account: Account,
    judged?: HeldRole,
  ): Promise<'added' | 'name-taken' | 'too-many-accounts' | 'unknown-role' | 'role-changed'> {
    return this.#alone(async (em) => {
      if (!(await isRole(em, account.role))) return 'unknown-role';
      const held = withRole(account, await findCustomRole(em, account.role));
      if (judged && !holdsSame(held, judged)) return 'role-changed';
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

  async change(
    id: string,
    change: AccountChange,
    judged?: ChangeJudged,
  ): Promise<Account | 'unknown-account' | 'last-owner' | 'unknown-role' | 'role-changed'> {
    return this.#alone(async (em) => {
      const row = await em.findOne(AccountRow, { id });
      if (!row) return 'unknown-account';
      const before = toAccount(row, await findCustomRole(em, row.role));
      const changed = { ...toAccount(row), ...change };
      if (!(await isRole(em, changed.role))) return 'unknown-role';
      const after = withRole(changed, await findCustomRole(em, changed.role));
      if (judged && !(holdsSame(before, judged.before) && holdsSame(after, judged.after)))
        return 'role-changed';
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

  async resetPassword(
    id: string,
    passwordHash: string,
    judged: HeldRole,
  ): Promise<'reset' | 'unknown-account' | 'role-changed'> {
    return this.#alone(async (em) => {
      const row = await em.findOne(AccountRow, { id });
      if (!row) return 'unknown-account';
      if (!holdsSame(toAccount(row, await findCustomRole(em, row.role)), judged)) return 'role-changed';
      await em.nativeUpdate(AccountRow, { id }, { passwordHash, passwordChangeDue: true });
      return 'reset';
    });
  }

  async noteLogin(id: string, atUnixMs: number): Promise<void> {
    await this.database.fork().nativeUpdate(AccountRow, { id }, { lastLoginAt: new Date(atUnixMs) });
  }

  async customRoles(): Promise<readonly CustomRole[]> {
    return listCustomRoles(this.database.fork());
  }

  async addRole(role: CustomRole): Promise<'added' | 'role-name-taken' | 'too-many-roles'> {
    return this.#alone((em) => addCustomRole(em, role));
  }

  async changeRole(
    role: CustomRole,
    seen?: CustomRole,
  ): Promise<CustomRole | 'unknown-role' | 'role-changed'> {
    return this.#alone((em) => changeCustomRole(em, role, seen));
  }

  async removeRole(
    name: Role,
    seen?: CustomRole,
  ): Promise<CustomRole | 'unknown-role' | 'role-in-use' | 'role-changed'> {
    return this.#alone((em) => removeCustomRole(em, name, seen));
  }

  async #findBy(which: { id: string } | { nameKey: string }): Promise<Account | undefined> {
    const em = this.database.fork();
    const row = await em.findOne(AccountRow, which);
    return row ? toAccount(row, await findCustomRole(em, row.role)) : undefined;
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

function withRole(account: Account, custom: CustomRole | undefined): Account {
  return custom ? { ...account, customPermissions: custom.permissions } : account;
}

function toAccount(row: AccountRow, custom?: CustomRole): Account {
  const account = {
    id: row.id,
    name: row.name,
    role: row.role,
    disabled: row.disabled,
    passwordHash: row.passwordHash,
    passwordChangeDue: row.passwordChangeDue,
    createdAtUnixMs: row.createdAt.getTime(),
    lastLoginAtUnixMs: row.lastLoginAt?.getTime(),
  };
  return withRole(account, custom);
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
