// What kinds of operators there are: the four that are always there, and those that owners make. What each of the four may
// do is declared in application/admin/access/permissions; what a made one may do is kept with the accounts.

export const roles = ['owner', 'admin', 'moderator', 'viewer'] as const;

export type BuiltInRole = (typeof roles)[number];

/** The name of one of the four, or of one that was made. */
export type Role = string;

export interface CustomRole {
  /** As `customRolePattern`, and none of the four. Accounts name it, so it never changes. */
  readonly name: Role;
  /** For people: what it is for. */
  readonly means: string;
  /** Names of permissions (application/admin/access/permissions); of others than are known today nothing comes. */
  readonly permissions: readonly string[];
}

/** Whether both are made of the same, in whatever order. */
export function isSameRole(one: CustomRole, other: CustomRole): boolean {
  const [ours, theirs] = [one, other].map(({ permissions }) => [...new Set(permissions)].sort().join());
  return one.name === other.name && one.means === other.means && ours === theirs;
}

export const customRolePattern = /^[a-z][a-z0-9-]{1,31}$/;

export const customRolesMax = 50;

export function isBuiltInRole(role: Role): role is BuiltInRole {
  return (roles as readonly string[]).includes(role);
}
