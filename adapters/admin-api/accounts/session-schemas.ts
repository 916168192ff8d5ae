// Bodies about sessions of operators. Never what opens one.

import { z } from 'zod';
import type { SeenSession } from '#application/admin/accounts/sessions.js';
import { hex, time, toTime } from '../http/wire-types.js';

/** Names a session; opens nothing. */
export const sessionId = hex(16);

const session = z
  .strictObject({
    id: sessionId,
    isOwn: z.boolean().meta({ description: 'The session that asks' }),
    address: z.string(),
    browser: z.string().meta({ description: 'As it named itself at the log-in' }),
    since: time,
    lastUsedAt: time.meta({ description: 'To the minute' }),
  })
  .meta({ id: 'OperatorSession' });

export const sessionsAnswer = z.strictObject({ sessions: z.array(session) }).meta({ id: 'SessionsAnswer' });
export type SessionsAnswer = z.infer<typeof sessionsAnswer>;

export function presentSessions(seen: readonly SeenSession[]): SessionsAnswer {
  return {
    sessions: seen.map(({ id, isOwn, session }) => ({
      id,
      isOwn,
      address: session.address,
      browser: session.userAgent,
      since: toTime(session.createdAtUnixMs),
      lastUsedAt: toTime(session.lastSeenAtUnixMs),
    })),
  };
}
