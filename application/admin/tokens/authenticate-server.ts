// From a machine's bearer token to what it stands for. Tokens are found by the SHA-256 of 256 random bits: how long a
// search takes tells nothing of use about any of them.

import type { ServerToken, MachineTokenKind } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { tokenPrefixes } from '../sign-in/session-life.js';

type Ports = Pick<AdminPorts, 'serverTokens' | 'mint' | 'clock'>;

/** Use is written down at most this often, to spare the database a write per request. */
export const tokenTouchMs = 60_000;

export async function authenticateServer(ports: Ports, token: string): Promise<ServerToken | undefined> {
  return findLiveToken(ports, token, 'game-server');
}

/** The digest covers the prefix: a token proves what it is for, too. */
export async function findLiveToken(
  ports: Ports,
  token: string,
  kind: MachineTokenKind,
): Promise<ServerToken | undefined> {
  if (!token.startsWith(tokenPrefixes[kind])) return undefined;
  const found = await ports.serverTokens.find(ports.mint.digest(token));
  const nowUnixMs = ports.clock.unixMs();
  if (found?.kind !== kind || !isTokenLive(found, nowUnixMs)) return undefined;
  if (nowUnixMs - (found.lastUsedAtUnixMs ?? 0) >= tokenTouchMs) {
    await ports.serverTokens.noteUsed(found.id, nowUnixMs);
  }
  return found;
}

export function isTokenLive(
  token: Pick<ServerToken, 'revokedAtUnixMs' | 'expiresAtUnixMs'>,
  nowUnixMs: number,
): boolean {
  if (token.revokedAtUnixMs !== undefined) return false;
  return token.expiresAtUnixMs === undefined || token.expiresAtUnixMs > nowUnixMs;
}
