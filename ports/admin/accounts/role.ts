// What kinds of operators there are. What each may do is declared in application/admin/access/permissions.

export const roles = ['owner', 'admin', 'moderator', 'viewer'] as const;

export type Role = (typeof roles)[number];
