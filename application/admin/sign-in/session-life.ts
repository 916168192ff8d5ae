// How long a session lives, and how its cookie's token is told from other secrets.

import type { MachineTokenKind } from '#ports/admin/tokens/server-token-store.js';
import type { AdminSession } from '#ports/admin/sign-in/session-store.js';

export const sessionTokenPrefix = 'tos_ses_';
export const serverTokenPrefix = 'tos_srv_';
export const loginServiceTokenPrefix = 'tos_lgn_';
export const apiKeyPrefix = 'tos_key_';
export const tokenPrefixes: Readonly<Record<MachineTokenKind, string>> = {
  'game-server': serverTokenPrefix,
  'login-service': loginServiceTokenPrefix,
};

/** An open console's event stream counts as use. */
export const sessionIdleMsMax = 60 * 60_000;
export const sessionMsMax = 12 * 3_600_000;

/** Use is written down at most this often, to spare the database a write per request. */
export const sessionTouchMs = 60_000;

if (sessionTouchMs * 2 > sessionIdleMsMax) throw new Error('a used session would count as idle');

export function isSessionAlive(session: AdminSession, nowUnixMs: number): boolean {
  return (
    nowUnixMs - session.createdAtUnixMs < sessionMsMax &&
    nowUnixMs - session.lastSeenAtUnixMs < sessionIdleMsMax
  );
}
