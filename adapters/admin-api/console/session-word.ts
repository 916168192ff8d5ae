// What the page is told about the visitor's session when it is asked for. Never keeps the page from being sent.

import type { FastifyRequest } from 'fastify';
import { authenticateSession } from '#application/admin/sign-in/authenticate-session.js';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Log } from '#ports/system/log.js';
import { tokenCharactersMax } from '../access/access-guard.js';
import { readCookie } from '../http/session-cookie.js';
import type { AdminApiSettings } from '../wiring/settings.js';
import type { SessionWord } from './console-page.js';

interface Parts {
  readonly ports: AdminPorts;
  readonly settings: AdminApiSettings;
  readonly log: Log;
}

/** Asks the database only for visitors who bring a cookie. */
export async function sessionWord(parts: Parts, request: FastifyRequest): Promise<SessionWord> {
  const token = readCookie('session', request, parts.settings);
  if (!token || token.length > tokenCharactersMax) return 'none';
  try {
    return (await authenticateSession(parts.ports, token)) ? 'alive' : 'none';
  } catch (error) {
    parts.log.warn('the page was sent without knowing the session', { reason: String(error) });
    return 'unknown';
  }
}
