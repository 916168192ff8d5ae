// Bodies about what happened. The live stream sends the same, without `type`, under that name.

import { z } from 'zod';
import { serverStatusName } from '../servers/server-schemas.js';
import { count, id, time, toTime } from '../http/wire-types.js';
import type { RecentEvent } from './recent-events.js';

const playerEvent = z
  .strictObject({
    type: z.literal('player'),
    at: time,
    change: z.enum(['joined', 'left']),
    characterId: z.int(),
    name: z.string(),
    level: count,
    serverId: id,
    map: z.string().nullable(),
  })
  .meta({ id: 'PlayerEvent' });

const serverEvent = z
  .strictObject({
    type: z.literal('server'),
    at: time,
    serverId: id,
    name: z.string(),
    status: serverStatusName,
  })
  .meta({ id: 'ServerEvent' });

export const recentEventsAnswer = z
  .strictObject({ events: z.array(z.discriminatedUnion('type', [playerEvent, serverEvent])) })
  .meta({ id: 'RecentEventsAnswer' });
export type RecentEventsAnswer = z.infer<typeof recentEventsAnswer>;

export function presentRecent({ atUnixMs, ...event }: RecentEvent): RecentEventsAnswer['events'][number] {
  return { at: toTime(atUnixMs), ...event };
}
