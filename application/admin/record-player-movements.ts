// Who came to and went from a game server, and whose level or map changed; the directory remembers, the console shows.

import type { ChangedPlayer, JoinedPlayer, LeftPlayer } from '#ports/player-directory.js';
import type { ServerToken } from '#ports/server-token-store.js';
import type { AdminPorts } from './admin-ports.js';
import { findOwnServer } from './own-server.js';
import type { ServerCallResult } from './record-heartbeat.js';

export interface PlayerMovements {
  readonly joined: readonly JoinedPlayer[];
  readonly left: readonly LeftPlayer[];
  readonly changed: readonly ChangedPlayer[];
  /** Everyone who is online there, when the server (re)registers; applied before the others. */
  readonly online: readonly JoinedPlayer[] | undefined;
}

export async function recordPlayerMovements(
  ports: Pick<AdminPorts, 'servers' | 'players' | 'live' | 'clock'>,
  token: ServerToken,
  serverId: string,
  movements: PlayerMovements,
): Promise<ServerCallResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  const atUnixMs = ports.clock.unixMs();
  if (movements.online) await ports.players.replaceOnline(serverId, movements.online, atUnixMs);
  if (movements.left.length > 0) await ports.players.noteLeft(serverId, movements.left, atUnixMs);
  if (movements.joined.length > 0) await ports.players.noteJoined(serverId, movements.joined, atUnixMs);
  if (movements.changed.length > 0) await ports.players.noteChanged(serverId, movements.changed, atUnixMs);

  for (const { name, level } of movements.left) {
    ports.live.publish({ type: 'player', change: 'left', name, level, serverId, map: null, atUnixMs });
  }
  for (const { name, level, map } of movements.joined) {
    ports.live.publish({ type: 'player', change: 'joined', name, level, serverId, map, atUnixMs });
  }
  if (movements.changed.length > 0) {
    ports.live.publish({ type: 'players-changed', serverId, players: movements.changed, atUnixMs });
  }
  return { ok: true, watchedMaps: ports.live.watchedMaps() };
}
