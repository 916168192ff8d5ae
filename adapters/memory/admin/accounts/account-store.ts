// Accounts in memory, for tests and for the API's document. The same promises as the database, in one thread for free.

import { nameKey } from '#ports/names/name-key.js';
import {
  accountsMax,
  holdsSame,
  type Account,
  type AccountChange,
  type AccountStore,
  type ChangeJudged,
  type HeldRole,
} from '#ports/admin/accounts/account-store.js';
import {
  customRolesMax,
  isBuiltInRole,
  isSameRole,
  type CustomRole,
  type Role,
} from '#ports/admin/accounts/role.js';

export class MemoryAccountStore implements AccountStore {
  readonly #accounts = new Map<string, Account>();
  readonly #roles = new Map<Role, CustomRole>();

  async find(id: string): Promise<Account | undefined> {
    return this.#withRole(this.#accounts.get(id));
  }

  async findByName(name: string): Promise<Account | undefined> {
    const wanted = nameKey(name);
    return this.#withRole([...this.#accounts.values()].find(({ name }) => nameKey(name) === wanted));
  }

  async list(): Promise<readonly Account[]> {
    const sorted = [...this.#accounts.values()].sort((a, b) => compare(nameKey(a.name), nameKey(b.name)));
    return sorted.map((account) => this.#withRole(account));
  }

  async add(
    account: Account,
    judged?: HeldRole,
  ): Promise<'added' | 'name-taken' | 'too-many-accounts' | 'unknown-role' | 'role-changed'> {
    if (!this.#isRole(account.role)) return 'unknown-role';
    if (judged && !holdsSame(this.#withRole(account), judged)) return 'role-changed';
    if (await this.findByName(account.name)) return 'name-taken';
    if (this.#accounts.size >= accountsMax) return 'too-many-accounts';
    this.#accounts.set(account.id, account);
    return 'added';
  }

  async addFirst(account: Account): Promise<boolean> {
    if (this.#accounts.size > 0) return false;
    this.#accounts.set(account.id, account);
    return true;
  }

  async change(
    id: string,
    change: AccountChange,
    judged?: ChangeJudged,
  ): Promise<Account | 'unknown-account' | 'last-owner' | 'unknown-role' | 'role-changed'> {
    const before = this.#accounts.get(id);
    if (!before) return 'unknown-account';
    const after = { ...before, ...change };
    if (!this.#isRole(after.role)) return 'unknown-role';
    if (judged && !this.#isAsJudged(before, after, judged)) return 'role-changed';
    if (isActiveOwner(before) && !isActiveOwner(after)) {
      const owners = [...this.#accounts.values()].filter(isActiveOwner);
      if (owners.length === 1) return 'last-owner';
    }
    this.#accounts.set(id, after);
    return this.#withRole(after);
  }

  async renewPasswordHash(id: string, judged: string, passwordHash: string): Promise<boolean> {
    return this.#holds(id, judged) && this.#update(id, { passwordHash });
  }

  async setPassword(
    id: string,
    passwordHash: string,
    passwordChangeDue: boolean,
    judged?: string,
  ): Promise<boolean> {
    const change = { passwordHash, passwordChangeDue };
    return (judged === undefined || this.#holds(id, judged)) && this.#update(id, change);
  }

  async resetPassword(
    id: string,
    passwordHash: string,
    judged: HeldRole,
  ): Promise<'reset' | 'unknown-account' | 'role-changed'> {
    const account = this.#withRole(this.#accounts.get(id));
    if (!account) return 'unknown-account';
    if (!holdsSame(account, judged)) return 'role-changed';
    this.#update(id, { passwordHash, passwordChangeDue: true });
    return 'reset';
  }

  async noteLogin(id: string, atUnixMs: number): Promise<void> {
    this.#update(id, { lastLoginAtUnixMs: atUnixMs });
  }

  async customRoles(): Promise<readonly CustomRole[]> {
    return [...this.#roles.values()].sort((a, b) => compare(a.name, b.name));
  }

  async addRole(role: CustomRole): Promise<'added' | 'role-name-taken' | 'too-many-roles'> {
    if (this.#isRole(role.name)) return 'role-name-taken';
    if (this.#roles.size >= customRolesMax) return 'too-many-roles';
    this.#roles.set(role.name, role);
    return 'added';
  }

  async changeRole(
    role: CustomRole,
    seen?: CustomRole,
  ): Promise<CustomRole | 'unknown-role' | 'role-changed'> {
    const before = this.#roles.get(role.name);
    if (before === undefined) return 'unknown-role';
    if (seen && !isSameRole(before, seen)) return 'role-changed';
    this.#roles.set(role.name, role);
    return before;
  }

  async removeRole(
    name: Role,
    seen?: CustomRole,
  ): Promise<CustomRole | 'unknown-role' | 'role-in-use' | 'role-changed'> {
    const before = this.#roles.get(name);
    if (before === undefined) return 'unknown-role';
    if (seen && !isSameRole(before, seen)) return 'role-changed';
    if ([...this.#accounts.values()].some(({ role }) => role === name)) return 'role-in-use';
    this.#roles.delete(name);
    return before;
  }

  #isAsJudged(before: Account, after: Account, judged: ChangeJudged): boolean {
    return holdsSame(this.#withRole(before), judged.before) && holdsSame(this.#withRole(after), judged.after);
  }

  #isRole(name: Role): boolean {
    return isBuiltInRole(name) || this.#roles.has(name);
  }

  #withRole<Found extends Account | undefined>(account: Found): Found {
    const custom = account && this.#roles.get(account.role);
    return custom ? { ...account, customPermissions: custom.permissions } : account;
  }

  #holds(id: string, passwordHash: string): boolean {
    return this.#accounts.get(id)?.passwordHash === passwordHash;
  }

  /** Whether there is such an account. */
  #update(id: string, part: Partial<Account>): boolean {
    const account = this.#accounts.get(id);
    if (account) this.#accounts.set(id, { ...account, ...part });
    return account !== undefined;
  }
}

function isActiveOwner(account: Account): boolean {
  return account.role === 'owner' && !account.disabled;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
