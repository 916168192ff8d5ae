// A game server introduces itself, on every start of its own or of the admin API.

import type { ServerDescription } from '#ports/server-registry.js';
import type { ServerToken } from '#ports/server-token-store.js';
import type { AdminPorts } from './admin-ports.js';
import { heartbeatSeconds, telemetrySeconds } from './server-status.js';
import { acceptedIssuers } from './token-issuers.js';

export type RegisterResult =
  | {
      readonly ok: true;
      readonly heartbeatSeconds: number;
      readonly telemetrySeconds: number;
      /** See acceptedIssuers. */
      readonly tokenIssuers: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'foreign-server' | 'too-many-servers' };

export async function registerServer(
  ports: Pick<AdminPorts, 'servers' | 'live' | 'tokenIssuers' | 'clock'>,
  token: ServerToken,
  server: ServerDescription,
): Promise<RegisterResult> {
  const nowUnixMs = ports.clock.unixMs();
  const answer = await ports.servers.register(server, token.id, nowUnixMs);
  if (answer === 'foreign-token') return { ok: false, reason: 'foreign-server' };
  if (answer === 'too-many-servers') return { ok: false, reason: answer };
  ports.live.publish({
    type: 'server',
    serverId: server.id,
    name: server.name,
    status: 'online',
    atUnixMs: nowUnixMs,
  });
  return { ok: true, heartbeatSeconds, telemetrySeconds, tokenIssuers: await acceptedIssuers(ports) };
}
