// A connection on which no query waits for ever. A PostgreSQL that stands still keeps its connections open and says
// nothing; what was asked would hang as long as it does. The client that waited too long is destroyed, and all that is
// queued on it fails at once: a rollback that stayed behind in the queue would never be sent, and the next user of the
// connection would commit what was to be undone.

import pg from 'pg';

/** Told apart from other failures by its code, like those of the network. */
export class DatabaseSilence extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(ms: number) {
    super(`the database did not answer within ${ms} ms`);
  }
}

/** The open connections of a pool, to be given up together. */
export class OpenConnections {
  readonly #open = new Set<BoundedClient>();
  #reason: Error | undefined;

  add(client: BoundedClient): void {
    this.#open.add(client);
    client.once('end', () => this.#open.delete(client));
  }

  /** Why no more are made; undefined while they are. */
  get abandonedFor(): Error | undefined {
    return this.#reason;
  }

  /** Whatever waits on them fails now, and whoever wants a new one fails at once. */
  abandon(reason: Error): void {
    this.#reason = reason;
    for (const client of this.#open) client.abandon(reason);
  }
}

abstract class BoundedClient extends pg.Client {
  abstract readonly queryMsMax: number;
  abstract readonly siblings: OpenConnections;

  override connect(callback?: (error: Error) => void): never {
    const reason = this.siblings.abandonedFor;
    if (reason === undefined) return Reflect.apply(super.connect as () => unknown, this, [callback]) as never;
    if (callback === undefined) return Promise.reject(reason) as never;
    process.nextTick(callback, reason);
    return undefined as never;
  }

  abandon(reason: Error): void {
    const { stream } = (this as unknown as { connection: { stream: { destroy(error: Error): void } } })
      .connection;
    stream.destroy(reason);
  }

  /** Asked with a promise or a callback; cursors, which nobody here uses, have their own life. */
  override query(...parts: unknown[]): never {
    const { queryMsMax } = this;
    const timer = setTimeout(() => this.abandon(new DatabaseSilence(queryMsMax)), queryMsMax);
    const done = (): void => clearTimeout(timer);
    const told = parts.at(-1);
    const asking =
      typeof told === 'function' ? [...parts.slice(0, -1), telling(told as Callback, done)] : parts;
    const asked: unknown = Reflect.apply(super.query as unknown as () => unknown, this, asking);
    if (asked instanceof Promise) asked.then(done, done);
    else if (typeof told !== 'function') done();
    return asked as never;
  }
}

type Callback = (...results: unknown[]) => unknown;

function telling(told: Callback, done: () => void): (...results: unknown[]) => void {
  return (...results) => {
    done();
    Reflect.apply(told, undefined, results);
  };
}

/** For a pool: makes clients that are in `open` while they are. */
export function boundedClients(queryMsMax: number, open: OpenConnections): typeof pg.Client {
  return class extends BoundedClient {
    readonly queryMsMax = queryMsMax;
    readonly siblings = open;

    constructor(config?: string | pg.ClientConfig) {
      super(config);
      open.add(this);
    }
  };
}
