// Accounts in memory, for tests and for the API's document. The same promises as the database, in one thread for free.

import { nameKey } from '#ports/names/name-key.js';
import {
  accountsMax,
  type Account,
  type AccountChange,
  type AccountStore,
} from '#ports/admin/accounts/account-store.js';

export class MemoryAccountStore implements AccountStore {
  readonly #accounts = new Map<string, Account>();

  async find(id: string): Promise<Account | undefined> {
    return this.#accounts.get(id);
  }

  async findByName(name: string): Promise<Account | undefined> {
    const wanted = nameKey(name);
    return [...this.#accounts.values()].find((account) => nameKey(account.name) === wanted);
  }

  async list(): Promise<readonly Account[]> {
    return [...this.#accounts.values()].sort((a, b) => compare(nameKey(a.name), nameKey(b.name)));
  }

  async add(account: Account): Promise<'added' | 'name-taken' | 'too-many-accounts'> {
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

  async change(id: string, change: AccountChange): Promise<Account | 'unknown-account' | 'last-owner'> {
    const before = this.#accounts.get(id);
    if (!before) return 'unknown-account';
    const after = { ...before, ...change };
    if (isActiveOwner(before) && !isActiveOwner(after)) {
      const owners = [...this.#accounts.values()].filter(isActiveOwner);
      if (owners.length === 1) return 'last-owner';
    }
    this.#accounts.set(id, after);
    return after;
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

  async noteLogin(id: string, atUnixMs: number): Promise<void> {
    this.#update(id, { lastLoginAtUnixMs: atUnixMs });
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
