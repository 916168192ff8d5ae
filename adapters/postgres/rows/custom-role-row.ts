// Roles that owners made.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const CustomRoleRow = defineEntity({
  name: 'CustomRoleRow',
  tableName: 'custom_roles',
  properties: {
    name: p.string().length(32).primary(),
    means: p.string().length(200),
    permissions: p.json<string[]>(),
  },
});
export type CustomRoleRow = InferEntity<typeof CustomRoleRow>;
