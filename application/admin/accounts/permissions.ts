// What each role may do. The one table that guards, console and tests read; a role is only a name for its row.

import type { Role } from '#ports/admin/role.js';

export const permissions = [
  'account:self',
  'servers:read',
  'players:read',
  'maps:read',
  'live:read',
  'audit:read',
  'servers:manage',
  'tokens:manage',
  'accounts:unlock',
  'accounts:manage',
] as const;

export type Permission = (typeof permissions)[number];

const watching: readonly Permission[] = [
  'account:self',
  'servers:read',
  'players:read',
  'maps:read',
  'live:read',
];

const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: watching,
  // Sanctions against players will be what sets moderators apart; until they exist there is nothing more to hold.
  moderator: watching,
  admin: [...watching, 'audit:read', 'servers:manage', 'accounts:unlock'],
  owner: [
    ...watching,
    ...(['audit:read', 'servers:manage', 'tokens:manage', 'accounts:unlock', 'accounts:manage'] as const),
  ],
};

export function permissionsOf(role: Role): readonly Permission[] {
  return permissionsOfRole[role];
}

export function mayDo(role: Role, permission: Permission): boolean {
  return permissionsOfRole[role].includes(permission);
}

/** Nobody hands out, or takes away, more than they hold themselves. */
export function mayGrant(giver: Role, given: Role): boolean {
  return permissionsOfRole[given].every((permission) => mayDo(giver, permission));
}
