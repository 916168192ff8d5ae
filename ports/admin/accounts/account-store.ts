// Operators' accounts at rest. The store keeps two promises on its own, whatever callers race for: names are unique
// without regard to case, and at least one enabled owner remains.

import type { Role } from './role.js';

export interface Account {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
  /** As `PasswordHasher` made it. */
  readonly passwordHash: string;
  /** Somebody else knows the password: the account may do nothing but choose another. */
  readonly passwordChangeDue: boolean;
  readonly createdAtUnixMs: number;
  readonly lastLoginAtUnixMs: number | undefined;
}

export interface AccountChange {
  readonly role?: Role;
  readonly disabled?: boolean;
}

export interface AccountStore {
  find(id: string): Promise<Account | undefined>;
  /** Without regard to case. */
  findByName(name: string): Promise<Account | undefined>;
  /** Ordered by name; at most `accountsMax`. */
  list(): Promise<readonly Account[]>;
  /** Changes nothing and answers 'name-taken' or 'too-many-accounts' when it cannot be added. */
  add(account: Account): Promise<'added' | 'name-taken' | 'too-many-accounts'>;
  /** Adds only when no account exists yet, even if several processes try at once. */
  addFirst(account: Account): Promise<boolean>;
  /** Answers 'last-owner' and changes nothing when no enabled owner would be left. */
  change(id: string, change: AccountChange): Promise<Account | 'unknown-account' | 'last-owner'>;
  /** Another hash of the same password. False, and nothing changes, when the stored one is not `judged` any more. */
  renewPasswordHash(id: string, judged: string, passwordHash: string): Promise<boolean>;
  /**
   * Another password; `changeDue` becomes `passwordChangeDue`. False, and nothing changes, when the stored hash is not
   * `judged`, against which the old password was held; whatever is stored is replaced where none was.
   */
  setPassword(id: string, passwordHash: string, changeDue: boolean, judged?: string): Promise<boolean>;
  noteLogin(id: string, atUnixMs: number): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly accounts: AccountStore;
  }
}

/** Operators, not players: a list without pages is enough below this. */
export const accountsMax = 500;
