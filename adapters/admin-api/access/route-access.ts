// Who may call a route, declared on its handler. There is no default: a route without a declaration stops the boot.

import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { keyPermissions, type Permission as PermissionName } from '#application/admin/access/permissions.js';

export type RouteAccess =
  | { readonly kind: 'public' }
  | { readonly kind: 'server' }
  | { readonly kind: 'login-service' }
  | { readonly kind: 'api-key' }
  | { readonly kind: 'permission'; readonly permission: PermissionName };

export const routeAccessKey = 'tos:route-access';

/** Names of the ways to prove who one is, in the document. */
export const sessionScheme = 'session';
export const serverTokenScheme = 'serverToken';
export const loginServiceScheme = 'loginServiceToken';
export const apiKeyScheme = 'apiKey';

function declare(access: RouteAccess, ...more: MethodDecorator[]): MethodDecorator {
  return applyDecorators(SetMetadata(routeAccessKey, access), ...more);
}

/** Operators whose role holds the permission; and their programs, by keys that were made for it. */
export const Permission = (permission: PermissionName) =>
  declare(
    { kind: 'permission', permission },
    ApiSecurity(sessionScheme),
    ...(keyPermissions.includes(permission) ? [ApiSecurity(apiKeyScheme)] : []),
  );

/** Whatever API key is valid. */
export const ForApiKeys = () => declare({ kind: 'api-key' }, ApiSecurity(apiKeyScheme));

/** Game servers with a valid token. */
export const ForServers = () => declare({ kind: 'server' }, ApiSecurity(serverTokenScheme));

/** Login services with a valid token. */
export const ForLoginServices = () => declare({ kind: 'login-service' }, ApiSecurity(loginServiceScheme));

/** Anyone. */
export const Public = () => declare({ kind: 'public' });
