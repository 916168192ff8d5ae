// What happened lately, for a console that was not open then: players who came and went, servers whose status changed.
// At most so many; the oldest are forgotten, and all of them with the process.

import type { LiveEvent } from '#ports/admin/monitoring/live-feed.js';
import { withoutPlayers, type ForgottenPlayers } from './without-players.js';

export const recentEventsMax = 200;

export type RecentEvent = Extract<LiveEvent, { type: 'player' | 'server' }>;

export class RecentEvents {
  #events: RecentEvent[] = [];

  add(event: LiveEvent): void {
    if (event.type !== 'player' && event.type !== 'server') return;
    // Not its status changed.
    if (event.type === 'server' && (event.closedVerbs ?? event.planned) !== undefined) return;
    this.#events.push(event);
    if (this.#events.length > recentEventsMax) this.#events.shift();
  }

  forget(players: ForgottenPlayers): void {
    this.#events = this.#events.filter((event) => withoutPlayers(event, players) !== undefined);
  }

  /** Oldest first. */
  all(): readonly RecentEvent[] {
    return this.#events;
  }
}
