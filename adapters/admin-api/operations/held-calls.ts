// Requests of game servers that are held until there is something for them: one a server, a newer one frees the older.
// Nothing of the database is held meanwhile; what wakes them is told by the store.

/** Registered servers are at most as many; more than that are not held. */
export const heldMax = 1_000;

export interface HeldCall {
  /** Resolves with true when it was woken since the last call, with false after that time or when it is over. */
  wait(ms: number): Promise<boolean>;
  leave(): void;
}

export class HeldCalls {
  readonly #held = new Map<string, Held>();
  #isClosed = false;

  /** To be told of changes from now on; to be left in the end. */
  hold(serverId: string): HeldCall {
    const held = new Held(() => {
      if (this.#held.get(serverId) === held) this.#held.delete(serverId);
    });
    this.#held.get(serverId)?.leave();
    if (this.#isClosed || this.#held.size >= heldMax) held.leave();
    else this.#held.set(serverId, held);
    return held;
  }

  /** Something may have changed for the server; for any when undefined. */
  wake(serverId: string | undefined): void {
    if (serverId !== undefined) this.#held.get(serverId)?.wake();
    else for (const held of this.#held.values()) held.wake();
  }

  /** Frees all, and whatever comes later at once. */
  close(): void {
    this.#isClosed = true;
    for (const held of this.#held.values()) held.leave();
  }
}

class Held implements HeldCall {
  isOver = false;
  #isWoken = false;
  #resolve: (() => void) | undefined;

  constructor(private readonly onLeave: () => void) {}

  async wait(ms: number): Promise<boolean> {
    if (!this.#isWoken && !this.isOver) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#resolve = undefined;
    const wasWoken = this.#isWoken && !this.isOver;
    this.#isWoken = false;
    return wasWoken;
  }

  wake(): void {
    this.#isWoken = true;
    this.#resolve?.();
  }

  leave(): void {
    this.isOver = true;
    this.onLeave();
    this.#resolve?.();
  }
}
