// The player directory's pages.

import { z } from 'zod';
import type { ListedPlayer, PlayerCursor } from '#application/admin/players/list-players.js';
import { count, id, nonNegative, text, time, toTime, wholeNumber } from '../http/wire-types.js';

export const player = z
  .strictObject({
    id,
    characterId: count.nullable().meta({
      description: 'As its server numbers it; null for who has not played since servers tell it',
    }),
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

/** Id and name of the last player of a page; clients need not know. */
const cursor = text(36 + 24)
  .min(37)
  .refine((written) => id.safeParse(written.slice(0, 36)).success, 'Not a cursor that this route gave');

export function cursorText(last: PlayerCursor | null): string | null {
  return last && last.id + last.name;
}

export function readCursor(written: string | undefined): PlayerCursor | undefined {
  return written === undefined ? undefined : { id: written.slice(0, 36), name: written.slice(36) };
}

export const playersQuery = z.strictObject({
  search: text(64).optional(),
  online: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  limit: wholeNumber(1, 200).default(50),
  cursor: cursor.optional(),
});
export type PlayersQuery = z.infer<typeof playersQuery>;

export function presentPlayer(player: ListedPlayer): PlayerView {
  return {
    id: player.id,
    characterId: player.characterId ?? null,
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
