// Roles that owners made, in PostgreSQL. Whoever changes which there are, or who holds one, does so under the lock of the
// account store.

import type { EntityManager } from '@mikro-orm/postgresql';
import {
  customRolesMax,
  isBuiltInRole,
  isSameRole,
  type CustomRole,
  type Role,
} from '#ports/admin/accounts/role.js';
import { AccountRow } from '../rows/account-row.js';
import { CustomRoleRow } from '../rows/custom-role-row.js';

export async function listCustomRoles(em: EntityManager): Promise<readonly CustomRole[]> {
  const rows = await em.find(CustomRoleRow, {}, { orderBy: { name: 'asc' }, limit: customRolesMax });
  return rows.map(toRole);
}

/** Undefined for one of the four, and where there is none. */
export async function findCustomRole(em: EntityManager, name: Role): Promise<CustomRole | undefined> {
  const row = isBuiltInRole(name) ? null : await em.findOne(CustomRoleRow, { name });
  return row ? toRole(row) : undefined;
}

export async function isRole(em: EntityManager, name: Role): Promise<boolean> {
  return isBuiltInRole(name) || (await em.count(CustomRoleRow, { name })) > 0;
}

export async function addCustomRole(
  em: EntityManager,
  role: CustomRole,
): Promise<'added' | 'role-name-taken' | 'too-many-roles'> {
  if (await isRole(em, role.name)) return 'role-name-taken';
  if ((await em.count(CustomRoleRow)) >= customRolesMax) return 'too-many-roles';
  await em.insert(CustomRoleRow, toRow(role));
  return 'added';
}

export async function changeCustomRole(
  em: EntityManager,
  role: CustomRole,
  seen: CustomRole | undefined,
): Promise<CustomRole | 'unknown-role' | 'role-changed'> {
  const before = await findCustomRole(em, role.name);
  if (before === undefined) return 'unknown-role';
  if (seen && !isSameRole(before, seen)) return 'role-changed';
  const { name, ...rest } = toRow(role);
  await em.nativeUpdate(CustomRoleRow, { name }, rest);
  return before;
}

export async function removeCustomRole(
  em: EntityManager,
  name: Role,
  seen: CustomRole | undefined,
): Promise<CustomRole | 'unknown-role' | 'role-in-use' | 'role-changed'> {
  const before = await findCustomRole(em, name);
  if (before === undefined) return 'unknown-role';
  if (seen && !isSameRole(before, seen)) return 'role-changed';
  if ((await em.count(AccountRow, { role: name })) > 0) return 'role-in-use';
  await em.nativeDelete(CustomRoleRow, { name });
  return before;
}

function toRole({ name, means, permissions }: CustomRoleRow): CustomRole {
  return { name, means, permissions };
}

function toRow({ name, means, permissions }: CustomRole) {
  return { name, means, permissions: [...permissions] };
}
