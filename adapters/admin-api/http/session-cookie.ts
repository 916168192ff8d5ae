// The cookies of a console: the session, the word by which a browser is known again at its next log-in, and the one that
// opens the second step of a log-in. Over HTTPS
// they have the `__Host-` prefix, with which browsers guarantee that no other host or path set them; on plain
// http://localhost, where browsers refuse that prefix, plain names. Browsers keep one jar for all ports of a host, so the
// names end in the port that stands in the address bar: two consoles on one host do not log each other out.

import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { halfLoginMsMax } from '#application/admin/sign-in/half-log-in.js';
import { knownOriginMsMax } from '#application/admin/sign-in/known-origin.js';
import { sessionMsMax } from '#application/admin/sign-in/session-life.js';
import { isHttps, type AdminApiSettings } from '../wiring/settings.js';

const lifeMs = { session: sessionMsMax, browser: knownOriginMsMax, login: halfLoginMsMax } as const;
type Kind = keyof typeof lifeMs;

export function readCookie(
  kind: Kind,
  request: FastifyRequest,
  settings: AdminApiSettings,
): string | undefined {
  return request.cookies[nameOf(kind, request, settings)];
}

export function setCookie(kind: Kind, token: string, reply: FastifyReply, settings: AdminApiSettings): void {
  void reply.setCookie(nameOf(kind, reply.request, settings), token, {
    ...attributes(settings),
    maxAge: Math.floor(lifeMs[kind] / 1000),
  });
}

export function clearCookie(kind: Kind, reply: FastifyReply, settings: AdminApiSettings): void {
  void reply.clearCookie(nameOf(kind, reply.request, settings), attributes(settings));
}

function nameOf(kind: Kind, request: FastifyRequest, settings: AdminApiSettings): string {
  return `${isHttps(settings) ? '__Host-' : ''}tos_${kind}_${consolePort(request, settings)}`;
}

/**
 * Behind HTTPS the proxy may send any Host: the configured address counts. On plain HTTP the browser's own Host does, and
 * is right through a tunnel too.
 */
function consolePort(request: FastifyRequest, settings: AdminApiSettings): string {
  if (isHttps(settings)) return new URL(settings.publicUrl).port || '443';
  return /:(\d{1,5})$/.exec(request.headers.host ?? '')?.[1] ?? '80';
}

function attributes(settings: AdminApiSettings): {
  path: '/';
  httpOnly: true;
  sameSite: 'strict';
  secure: boolean;
} {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(settings) };
}
