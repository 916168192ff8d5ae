// What each role may do. The one table that guards, console and tests read; a role is only a name for its row. What roles
// that owners made may do comes with the account.

import type { Account } from '#ports/admin/accounts/account-store.js';
import { isBuiltInRole, type BuiltInRole } from '#ports/admin/accounts/role.js';

export const permissions = [
  'account:self',
  'servers:read',
  'players:read',
  'maps:read',
  'live:read',
  'audit:read',
  'backups:read',
  'backups:make',
  'backups:verify',
  'commands:read',
  'players:kick',
  'players:help',
  'players:give',
  'players:approve',
  'players:mute',
  'players:ban',
  'players:lift',
  'players:note',
  'players:unnote',
  'players:sanction-long',
  'players:ledger',
  'players:export',
  'players:erase',
  'reports:read',
  'reports:resolve',
  'servers:broadcast',
  'servers:drain',
  'economy:read',
  'economy:switch',
  'servers:manage',
  'tokens:manage',
  'accounts:unlock',
  'accounts:read',
  'accounts:reset',
  'accounts:manage',
] as const;

export type Permission = (typeof permissions)[number];

const watching: readonly Permission[] = [
  'account:self',
  'servers:read',
  'players:read',
  'maps:read',
  'live:read',
  'backups:read',
];

/** Sanctions of a week at most: what is to hold longer, or longer ones lifted, is for who has `players:sanction-long`. */
const moderating: readonly Permission[] = [
  ...watching,
  'commands:read',
  'players:kick',
  'players:help',
  'players:mute',
  'players:ban',
  'players:lift',
  'players:note',
  'players:ledger',
  'reports:read',
  'reports:resolve',
  'economy:read',
  'servers:broadcast',
];

const administering: readonly Permission[] = [
  ...moderating,
  'audit:read',
  'players:give',
  'players:approve',
  'players:sanction-long',
  'players:unnote',
  'players:export',
  'players:erase',
  'servers:drain',
  'economy:switch',
  'backups:make',
  'backups:verify',
  'servers:manage',
  'accounts:unlock',
  'accounts:read',
  'accounts:reset',
];

const permissionsOfRole: Readonly<Record<BuiltInRole, readonly Permission[]>> = {
  viewer: watching,
  moderator: moderating,
  admin: administering,
  owner: [...administering, 'tokens:manage', 'accounts:manage'],
};

/** Of people alone: who may come in, and a second person's word. */
const forPeople: ReadonlySet<Permission> = new Set<Permission>([
  'account:self',
  'players:approve',
  'tokens:manage',
  'accounts:unlock',
  'accounts:reset',
  'accounts:manage',
]);

/** What API keys can be made for. */
export const keyPermissions: readonly Permission[] = permissions.filter((one) => !forPeople.has(one));

/** Every account may see to itself; what else a made role can be given. */
export const grantable: readonly Permission[] = permissions.filter((one) => one !== 'account:self');

/** Whose role it is, and what came with it. */
export type Holder = Pick<Account, 'role' | 'customPermissions'>;

export function permissionsOf({ role, customPermissions }: Holder): readonly Permission[] {
  return isBuiltInRole(role) ? permissionsOfRole[role] : permissionsAmong(customPermissions ?? []);
}

/** What a made role with these may do: of names that are not known today nothing comes. */
export function permissionsAmong(names: readonly string[]): readonly Permission[] {
  return permissions.filter((one) => one === 'account:self' || names.includes(one));
}

export function mayDo(holder: Holder, permission: Permission): boolean {
  return permissionsOf(holder).includes(permission);
}

/** What API keys of this account open at most. */
export function openableBy(holder: Holder): readonly Permission[] {
  return keyPermissions.filter((permission) => mayDo(holder, permission));
}

/** Nobody hands out, or takes away, more than they hold themselves. */
export function mayGrant(giver: Holder, given: readonly Permission[]): boolean {
  return given.every((permission) => mayDo(giver, permission));
}
