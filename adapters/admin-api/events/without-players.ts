// An event without players that are to be forgotten.

import type { LiveEvent } from '#ports/admin/monitoring/live-feed.js';

export interface ForgottenPlayers {
  readonly serverId: string;
  /** Undefined: all of that server. */
  readonly characterIds: readonly number[] | undefined;
}

/** The same event where none of them is in it; undefined where nothing is left to tell. */
export function withoutPlayers<Event extends LiveEvent>(
  event: Event,
  { serverId, characterIds }: ForgottenPlayers,
): Event | undefined {
  if (event.serverId !== serverId) return event;
  const goes = ({ characterId }: { characterId: number }): boolean =>
    characterIds?.includes(characterId) ?? true;
  if (event.type === 'player') return goes(event) ? undefined : event;
  if (event.type !== 'players-changed' || !event.players.some(goes)) return event;
  return { ...event, players: event.players.filter((player) => !goes(player)) };
}
