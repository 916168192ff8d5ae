// What the guard learned about a request, for handlers to read.

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller, Origin } from '#application/admin/access/caller.js';
import type { AuthenticatedKey } from '#application/admin/tokens/authenticate-api-key.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Canonical; set before anything looks at the request. */
    clientAddress: string;
    browserToken?: string | undefined;
    caller?: Caller;
    serverToken?: ServerToken;
    loginServiceToken?: ServerToken;
    apiKey?: AuthenticatedKey;
  }
}

export function originOf(request: FastifyRequest): Origin {
  return {
    address: request.clientAddress,
    userAgent: request.headers['user-agent'] ?? '',
    requestId: request.id,
    browserToken: request.browserToken,
  };
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** Handler parameter: the logged-in operator. Only on routes with a permission. */
export const FromCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = requestOf(context);
  if (!caller) throw new Error('a route without permission asks for its caller');
  return caller;
});

/** Handler parameter: the game server's token. Only on routes for servers. */
export const FromServer = createParamDecorator((_: unknown, context: ExecutionContext): ServerToken => {
  const { serverToken } = requestOf(context);
  if (!serverToken) throw new Error('a route that is not for servers asks for a server token');
  return serverToken;
});

/** Handler parameter: the login service's token. Only on routes for login services. */
export const FromLoginService = createParamDecorator((_: unknown, context: ExecutionContext): ServerToken => {
  const { loginServiceToken } = requestOf(context);
  if (!loginServiceToken) throw new Error('a route that is not for login services asks for their token');
  return loginServiceToken;
});

/** Handler parameter: the API key, with whose it is. Only on routes for keys. */
export const FromApiKey = createParamDecorator((_: unknown, context: ExecutionContext): AuthenticatedKey => {
  const { apiKey } = requestOf(context);
  if (!apiKey) throw new Error('a route that is not for API keys asks for one');
  return apiKey;
});

/** Handler parameter: where the request comes from. On any route. */
export const FromOrigin = createParamDecorator((_: unknown, context: ExecutionContext): Origin =>
  originOf(requestOf(context)),
);
