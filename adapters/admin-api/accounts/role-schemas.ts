// Bodies about roles.

import { z } from 'zod';
import { grantable, permissions } from '#application/admin/access/permissions.js';
import type { ListedRole, RoleWish } from '#application/admin/accounts/custom-roles.js';
import { customRolePattern } from '#ports/admin/accounts/role.js';
import { count, role, roleRule } from '../http/wire-types.js';
import { shown } from '../operations/said.js';

const listedRole = z
  .strictObject({
    name: role,
    means: z.string().meta({ description: 'What it is for; empty for the four that are always there' }),
    permissions: z.array(z.enum(permissions)),
    builtIn: z.boolean().meta({ description: 'One of the four, which cannot be changed' }),
    holders: count.meta({ description: 'Accounts that hold it, disabled ones too' }),
  })
  .meta({ id: 'ListedRole' });
type ListedRoleView = z.infer<typeof listedRole>;

export const rolesAnswer = z
  .strictObject({
    roles: z.array(listedRole),
    grantable: z.array(z.enum(grantable)).meta({ description: 'What a role can be made of' }),
  })
  .meta({ id: 'RolesAnswer' });
export type RolesAnswer = z.infer<typeof rolesAnswer>;

export const roleAnswer = z.strictObject({ role: listedRole }).meta({ id: 'RoleAnswer' });
export type RoleAnswer = z.infer<typeof roleAnswer>;

/** account:self comes with every role. */
const contents = {
  means: shown(200).meta({ example: 'Answers reports at night' }),
  permissions: z
    .array(z.enum(grantable))
    .max(grantable.length)
    .meta({ description: 'Of those that the own role holds; the own account is open to every role' }),
};

export const createRoleBody = z
  .strictObject({
    name: z.string().regex(customRolePattern, roleRule).meta({ example: 'night-watch' }),
    ...contents,
  })
  .meta({ id: 'CreateRoleBody' });
export type CreateRoleBody = z.infer<typeof createRoleBody>;

const seen = z
  .strictObject({
    means: z.string().max(200),
    permissions: z.array(z.enum(permissions)).max(permissions.length),
  })
  .meta({
    description: 'As it was when it was read: refused when it is another by now. Left out: whatever it is',
  });

export const changeRoleBody = z
  .strictObject({ ...contents, was: seen.optional() })
  .meta({ id: 'ChangeRoleBody' });
export type ChangeRoleBody = z.infer<typeof changeRoleBody>;

export function toRoleWish(name: string, { means, permissions }: Omit<ChangeRoleBody, 'was'>): RoleWish {
  return { name, means, permissions: [...new Set(permissions)] };
}

export function presentRole({ name, means, permissions, isBuiltIn, holders }: ListedRole): ListedRoleView {
  return { name, means, permissions: [...permissions], builtIn: isBuiltIn, holders };
}
