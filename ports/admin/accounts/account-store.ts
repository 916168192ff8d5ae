// Operators' accounts at rest, and the roles that owners made for them. The store keeps three promises on its own, whatever
// callers race for: names are unique without regard to case, at least one enabled owner remains, and every role that an
// account holds is there.

import type { CustomRole, Role } from './role.js';

export interface Account {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** What a made role may do, as it is now; undefined for one of the four. The store adds it. */
  readonly customPermissions?: readonly string[];
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

export type HeldRole = Pick<Account, 'role' | 'customPermissions'>;

/** What an account holds before and after a change, as whoever allowed it saw it. */
export interface ChangeJudged {
  readonly before: HeldRole;
  readonly after: HeldRole;
}

/** Whether both may do the same by the same role, in whatever order. */
export function holdsSame(one: HeldRole, other: HeldRole): boolean {
  const [ours, theirs] = [one, other].map(({ customPermissions }) =>
    [...new Set(customPermissions)].sort().join(),
  );
  return one.role === other.role && ours === theirs;
}

export interface AccountStore {
  find(id: string): Promise<Account | undefined>;
  /** Without regard to case. */
  findByName(name: string): Promise<Account | undefined>;
  /** Ordered by name; at most `accountsMax`. */
  list(): Promise<readonly Account[]>;
  /** Changes nothing and answers why when it cannot be added; with `judged`, 'role-changed' when its role holds something else by then. */
  add(
    account: Account,
    judged?: HeldRole,
  ): Promise<'added' | 'name-taken' | 'too-many-accounts' | 'unknown-role' | 'role-changed'>;
  /** Adds only when no account exists yet, even if several processes try at once. */
  addFirst(account: Account): Promise<boolean>;
  /**
   * Answers 'last-owner' and changes nothing when no enabled owner would be left; with `judged`, 'role-changed' when the account
   * holds something else by then, or would.
   */
  change(
    id: string,
    change: AccountChange,
    judged?: ChangeJudged,
  ): Promise<Account | 'unknown-account' | 'last-owner' | 'unknown-role' | 'role-changed'>;
  /** Another hash of the same password. False, and nothing changes, when the stored one is not `judged` any more. */
  renewPasswordHash(id: string, judged: string, passwordHash: string): Promise<boolean>;
  /**
   * Another password; `changeDue` becomes `passwordChangeDue`. False, and nothing changes, when the stored hash is not
   * `judged`, against which the old password was held; whatever is stored is replaced where none was.
   */
  setPassword(id: string, passwordHash: string, changeDue: boolean, judged?: string): Promise<boolean>;
  /** A password by somebody else, to be changed. Nothing changes when the account holds something else than `judged` by then. */
  resetPassword(
    id: string,
    passwordHash: string,
    judged: HeldRole,
  ): Promise<'reset' | 'unknown-account' | 'role-changed'>;
  noteLogin(id: string, atUnixMs: number): Promise<void>;
  /** Those that were made, by name; at most `customRolesMax`. */
  customRoles(): Promise<readonly CustomRole[]>;
  /** Changes nothing and answers why when it cannot be added. The four names are taken. */
  addRole(role: CustomRole): Promise<'added' | 'role-name-taken' | 'too-many-roles'>;
  /**
   * Replaces what it means and may do; answers what it was. Whoever holds it may do that from then on. With `seen`, only while
   * it is as that says: otherwise changes nothing and answers 'role-changed'.
   */
  changeRole(role: CustomRole, seen?: CustomRole): Promise<CustomRole | 'unknown-role' | 'role-changed'>;
  /**
   * Answers 'role-in-use' and changes nothing while an account, disabled or not, holds it; with `seen`, 'role-changed' when it
   * is not as that says.
   */
  removeRole(
    name: Role,
    seen?: CustomRole,
  ): Promise<CustomRole | 'unknown-role' | 'role-in-use' | 'role-changed'>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly accounts: AccountStore;
  }
}

/** Operators, not players: a list without pages is enough below this. */
export const accountsMax = 500;
