// With which errors a route may refuse, for the document: those of its own (access/refuses), and those of all routes of its kind.

import { keyPermissions } from '#application/admin/access/permissions.js';
import type { RouteAccess } from '../access/route-access.js';
import type { ErrorCode } from '../http/error-codes.js';

export interface RefusingRoute {
  readonly method: string;
  readonly access: RouteAccess | undefined;
  /** Its own. */
  readonly refusals: readonly ErrorCode[];
  /** Whether it is given anything to check: a body, or parameters. */
  readonly takes: { readonly body: boolean; readonly parameters: boolean };
}

/** All of them, each once. */
export function refusalsOf(route: RefusingRoute): readonly ErrorCode[] {
  const { method, access, refusals, takes } = route;
  return [
    ...new Set<ErrorCode>([
      ...(takes.body || takes.parameters ? (['invalid-request'] as const) : []),
      ...(takes.body ? ofBodies : []),
      ...ofAccess(access),
      ...(method === 'GET' ? [] : (['cross-origin'] as const)),
      ...refusals,
      ...ofAll,
    ]),
  ];
}

const ofBodies = [
  ...(['invalid-json', 'invalid-encoding', 'json-too-deep'] as const),
  ...(['body-too-large', 'unsupported-media-type'] as const),
];

/** Use of a session is written down, so that also what reads may find the disk full. */
const ofAll = ['internal', 'shutting-down', 'database-full', 'unavailable'] as const;

function ofAccess(access: RouteAccess | undefined): readonly ErrorCode[] {
  switch (access?.kind) {
    case 'server':
      return ['invalid-server-token'];
    case 'login-service':
      return ['invalid-login-service-token'];
    case 'api-key':
      return ['invalid-api-key'];
    case 'permission': {
      const { permission } = access;
      const due: readonly ErrorCode[] =
        permission === 'account:self' ? [] : ['password-change-due', 'second-factor-due'];
      const byKey: readonly ErrorCode[] = keyPermissions.includes(permission) ? ['invalid-api-key'] : [];
      return ['not-authenticated', ...byKey, 'not-permitted', ...due];
    }
    default:
      return [];
  }
}
