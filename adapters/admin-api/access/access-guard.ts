// Lets a request through to its handler only as the handler's declaration says.

import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { authenticateLoginService } from '#application/admin/tokens/authenticate-login-service.js';
import { authenticateServer } from '#application/admin/tokens/authenticate-server.js';
import { authenticateSession } from '#application/admin/sign-in/authenticate-session.js';
import { findDue } from '#application/admin/sign-in/what-is-due.js';
import type { Caller } from '#application/admin/access/caller.js';
import { permissionsOf, type Permission } from '#application/admin/access/permissions.js';
import { apiKeyPrefix } from '#application/admin/sign-in/session-life.js';
import {
  authenticateApiKey,
  permissionsOfKey,
  type AuthenticatedKey,
} from '#application/admin/tokens/authenticate-api-key.js';
import { recordAudit } from '#application/admin/audit/record-audit.js';
import { ApiError } from '../http/api-error.js';
import { pathOf } from '../http/error-filter.js';
import { readCookie } from '../http/session-cookie.js';
import type { AdminApiSettings } from '../wiring/settings.js';
import { ADMIN_PORTS, SETTINGS } from '../wiring/tokens.js';
import { originOf } from './request-identity.js';
import { routeAccessKey, type RouteAccess } from './route-access.js';

/** Longer is not one of ours, and would only cost a digest. */
export const tokenCharactersMax = 100;

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ADMIN_PORTS) private readonly ports: AdminPorts,
    @Inject(SETTINGS) private readonly settings: AdminApiSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.reflector.get<RouteAccess | undefined>(routeAccessKey, context.getHandler());
    // The boot refuses undeclared routes; this is for one that slipped past it.
    if (!access) throw new ApiError('not-permitted');
    if (access.kind === 'server') await this.admitServer(request);
    if (access.kind === 'login-service') await this.admitLoginService(request);
    if (access.kind === 'api-key') await this.admitKey(request);
    if (access.kind === 'permission') await this.admitOperator(request, access.permission);
    return true;
  }

  private async admitServer(request: FastifyRequest): Promise<void> {
    const token = bearerOf(request);
    const serverToken = token === undefined ? undefined : await authenticateServer(this.ports, token);
    if (!serverToken) throw new ApiError('invalid-server-token');
    request.serverToken = serverToken;
  }

  private async admitLoginService(request: FastifyRequest): Promise<void> {
    const token = bearerOf(request);
    const found = token === undefined ? undefined : await authenticateLoginService(this.ports, token);
    if (!found) throw new ApiError('invalid-login-service-token');
    request.loginServiceToken = found;
  }

  private async admitKey(request: FastifyRequest): Promise<AuthenticatedKey> {
    const token = bearerOf(request);
    const found = token === undefined ? undefined : await authenticateApiKey(this.ports, token);
    if (!found) throw new ApiError('invalid-api-key');
    request.apiKey = found;
    return found;
  }

  private async admitOperator(request: FastifyRequest, permission: Permission): Promise<void> {
    const { caller, held } = await this.identify(request);
    request.caller = caller;
    // A first password opens nothing but the way to another one, and likewise where a second factor is lacking.
    const due = permission === 'account:self' ? undefined : await findDue(this.ports, caller.account);
    if (due !== undefined) throw new ApiError(due);
    if (held.includes(permission)) return;
    await recordAudit(this.ports, caller, {
      action: 'access',
      outcome: 'refused',
      target: `${request.method} ${pathOf(request).slice(0, 200)}`,
      details: { permission, role: caller.account.role },
    });
    throw new ApiError('not-permitted');
  }

  /** By a key where one is sent, whatever cookie comes with it. */
  private async identify(
    request: FastifyRequest,
  ): Promise<{ readonly caller: Caller; readonly held: readonly Permission[] }> {
    const origin = originOf(request);
    if (bearerOf(request)?.startsWith(apiKeyPrefix)) {
      const found = await this.admitKey(request);
      const { id, label, tokenDigest } = found.key;
      const opens = permissionsOfKey(found);
      const caller = { ...origin, account: found.account, tokenDigest, apiKey: { id, label, opens } };
      return { caller, held: opens };
    }
    const token = readCookie('session', request, this.settings);
    if (!token || token.length > tokenCharactersMax) throw new ApiError('not-authenticated');
    const session = await authenticateSession(this.ports, token);
    if (!session) throw new ApiError('not-authenticated');
    return { caller: { ...origin, ...session }, held: permissionsOf(session.account) };
  }
}

function bearerOf(request: FastifyRequest): string | undefined {
  const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'bearer' || !token || token.length > tokenCharactersMax) return undefined;
  return token;
}
