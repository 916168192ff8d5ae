// What each role may do. The one table that guards, console and tests read; a role is only a name for its row.

import type { Role } from '#ports/admin/accounts/role.js';

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

const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
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

export function permissionsOf(role: Role): readonly Permission[] {
  return permissionsOfRole[role];
}

export function mayDo(role: Role, permission: Permission): boolean {
  return permissionsOfRole[role].includes(permission);
}

/** What API keys of somebody with this role open at most. */
export function openableBy(role: Role): readonly Permission[] {
  return keyPermissions.filter((permission) => mayDo(role, permission));
}

/** Nobody hands out, or takes away, more than they hold themselves. */
export function mayGrant(giver: Role, given: Role): boolean {
  return permissionsOfRole[given].every((permission) => mayDo(giver, permission));
}
