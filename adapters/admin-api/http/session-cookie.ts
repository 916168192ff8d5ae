// The cookie that carries a session. Over HTTPS it has the `__Host-` prefix, with which browsers guarantee that no other
// host or path set it; on plain http://localhost, where browsers refuse that prefix, its plain name.

import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionMsMax } from '#application/admin/session-life.js';
import { isHttps, type AdminApiSettings } from '../settings.js';

export function sessionCookieName(settings: AdminApiSettings): string {
  return isHttps(settings) ? '__Host-tos_session' : 'tos_session';
}

export function readSessionCookie(request: FastifyRequest, settings: AdminApiSettings): string | undefined {
  return request.cookies[sessionCookieName(settings)];
}

export function setSessionCookie(reply: FastifyReply, settings: AdminApiSettings, token: string): void {
  void reply.setCookie(sessionCookieName(settings), token, {
    ...attributes(settings),
    maxAge: Math.floor(sessionMsMax / 1000),
  });
}

export function clearSessionCookie(reply: FastifyReply, settings: AdminApiSettings): void {
  void reply.clearCookie(sessionCookieName(settings), attributes(settings));
}

function attributes(settings: AdminApiSettings): {
  path: '/';
  httpOnly: true;
  sameSite: 'strict';
  secure: boolean;
} {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(settings) };
}
