// The open connections of a pool: to be given up together, and asked whether one of them is free.

export interface OpenConnection {
  /** When it was taken out of the pool, by `performance.now()`; undefined while nobody has it. */
  readonly takenAtMs: number | undefined;
  /** Whatever waits on it fails with `reason`. */
  abandon(reason: Error): void;
  once(event: 'end', listener: () => void): unknown;
}

export class OpenConnections {
  readonly #open = new Set<OpenConnection>();
  #reason: Error | undefined;

  add(connection: OpenConnection): void {
    this.#open.add(connection);
    connection.once('end', () => this.#open.delete(connection));
  }

  /** Why no more are made; undefined while they are. */
  get abandonedFor(): Error | undefined {
    return this.#reason;
  }

  /** How many have been taken for longer than `ms`. */
  takenFor(ms: number): number {
    const latest = performance.now() - ms;
    return [...this.#open].filter(({ takenAtMs }) => takenAtMs !== undefined && takenAtMs < latest).length;
  }

  /** Whatever waits on them fails now, and whoever wants a new one fails at once. */
  abandon(reason: Error): void {
    this.#reason = reason;
    for (const connection of this.#open) connection.abandon(reason);
  }
}
