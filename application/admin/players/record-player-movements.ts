// Who came to and went from a game server, and whose level or map changed; the directory remembers, the console shows.

import type { ChangedPlayer, JoinedPlayer, LeftPlayer } from '#ports/admin/players/player-directory.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { findOwnServer } from '../access/own-server.js';
import type { ServerCallResult } from '../servers/record-heartbeat.js';
import type { BudgetLimit, ReportBudget } from '../servers/report-budget.js';

export interface PlayerMovements {
  readonly joined: readonly JoinedPlayer[];
  readonly left: readonly LeftPlayer[];
  readonly changed: readonly ChangedPlayer[];
  /** Everyone who is online there, when the server (re)registers; applied before the others. */
  readonly online: readonly JoinedPlayer[] | undefined;
}

type Ports = Pick<AdminPorts, 'servers' | 'players' | 'live' | 'clock'>;

/** In one report everybody may have left and as many others come, or all may be told again: twice what it can hold. */
function onlineMax(playersMax: number): number {
  return 2 * playersMax + 50;
}

/** Everybody twice at once, and again within four minutes. */
function reportLimit(playersMax: number): BudgetLimit {
  return { burst: 2 * playersMax + 1_000, perSecond: playersMax / 120 + 20 };
}

function entriesOf({ joined, left, changed, online }: PlayerMovements): number {
  return joined.length + left.length + changed.length + (online?.length ?? 0);
}

export async function recordPlayerMovements(
  ports: Ports,
  budget: ReportBudget,
  token: ServerToken,
  serverId: string,
  movements: PlayerMovements,
): Promise<ServerCallResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  const { playersMax } = own.server;
  const waitS = budget.take(serverId, entriesOf(movements), reportLimit(playersMax));
  if (waitS > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: waitS };
  const atUnixMs = ports.clock.unixMs();
  const before = movements.online?.length ?? (await ports.players.countOnline(serverId));
  if (before + movements.joined.length > onlineMax(playersMax))
    return { ok: false, reason: 'too-many-players' };
  if (movements.online) await ports.players.replaceOnline(serverId, movements.online, atUnixMs);
  if (movements.left.length > 0) await ports.players.noteLeft(serverId, movements.left, atUnixMs);
  if (movements.joined.length > 0) await ports.players.noteJoined(serverId, movements.joined, atUnixMs);
  if (movements.changed.length > 0) await ports.players.noteChanged(serverId, movements.changed, atUnixMs);

  const about = { type: 'player', serverId, atUnixMs } as const;
  for (const { characterId, name, level } of movements.left) {
    ports.live.publish({ ...about, change: 'left', characterId, name, level, map: null });
  }
  for (const { characterId, name, level, map } of movements.joined) {
    ports.live.publish({ ...about, change: 'joined', characterId, name, level, map });
  }
  if (movements.changed.length > 0) {
    ports.live.publish({ type: 'players-changed', serverId, players: movements.changed, atUnixMs });
  }
  return { ok: true, watchedMaps: ports.live.watchedMaps() };
}
