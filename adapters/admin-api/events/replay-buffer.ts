// The last events, for clients that come back: they name the last one they saw and get what followed. Bounded; the
// oldest are forgotten. Ids carry the process's own mark, so that an id of another process is not taken for one of ours.

import type { LiveEvent } from '#ports/admin/monitoring/live-feed.js';
import { withoutPlayers, type ForgottenPlayers } from './without-players.js';

interface Kept {
  /** Empty when nothing is left of it; its place stays. */
  text: string;
  readonly id: string;
  /** Of those that name players. */
  event: LiveEvent | undefined;
}

export class ReplayBuffer {
  readonly #kept: Kept[] = [];
  #next = 1;

  constructor(
    private readonly mark: string,
    private readonly eventsMax: number,
  ) {}

  /** Keeps what `makeText` writes for the id it is given, and returns it. */
  add(makeText: (id: string) => string, event?: LiveEvent): string {
    const id = `${this.mark}-${this.#next}`;
    const text = makeText(id);
    this.#kept[this.#next % this.eventsMax] = { text, id, event };
    this.#next++;
    return text;
  }

  /** `write` as `add` had it. */
  forget(players: ForgottenPlayers, write: (event: LiveEvent, id: string) => string): void {
    for (const kept of this.#kept) {
      // Nothing was added before the first one.
      if (kept?.event === undefined) continue;
      const left = withoutPlayers(kept.event, players);
      if (left === kept.event) continue;
      kept.event = left;
      kept.text = left === undefined ? '' : write(left, kept.id);
    }
  }

  /** What followed that event, or undefined when that cannot be told completely. */
  after(id: string): readonly string[] | undefined {
    const dash = id.lastIndexOf('-');
    const seen = Number(id.slice(dash + 1));
    if (id !== `${this.mark}-${seen}` || !Number.isSafeInteger(seen)) return undefined;
    const oldest = Math.max(1, this.#next - this.eventsMax);
    if (seen < oldest - 1 || seen >= this.#next) return undefined;
    return Array.from({ length: this.#next - 1 - seen }, (_, i) => {
      return this.#kept[(seen + 1 + i) % this.eventsMax]!.text;
    }).filter((text) => text !== '');
  }
}
