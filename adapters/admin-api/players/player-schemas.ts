// The player directory's pages.

import { z } from 'zod';
import type { ListedPlayer } from '#application/admin/list-players.js';
import { characterName, count, id, nonNegative, text, time, toTime } from '../http/wire-types.js';

export const player = z
  .strictObject({
    id,
    name: z.string(),
    level: count,
    online: z.boolean(),
    serverId: id,
    serverName: z.string(),
    map: z.string(),
    lastSeenAt: time,
    firstSeenAt: time,
    playedSeconds: nonNegative,
  })
  .meta({ id: 'Player' });
export type PlayerView = z.infer<typeof player>;

export const playersAnswer = z
  .strictObject({ players: z.array(player), nextCursor: z.string().nullable(), total: count })
  .meta({ id: 'PlayersAnswer' });
export type PlayersAnswer = z.infer<typeof playersAnswer>;

export const playersQuery = z.strictObject({
  search: text(64).optional(),
  online: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
  cursor: characterName.optional(),
});
export type PlayersQuery = z.infer<typeof playersQuery>;

export function presentPlayer(player: ListedPlayer): PlayerView {
  return {
    id: player.id,
    name: player.name,
    level: player.level,
    online: player.online,
    serverId: player.serverId,
    serverName: player.serverName,
    map: player.map,
    lastSeenAt: toTime(player.lastSeenAtUnixMs),
    firstSeenAt: toTime(player.firstSeenAtUnixMs),
    playedSeconds: player.playedSeconds,
  };
}
