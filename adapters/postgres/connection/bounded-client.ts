// A connection on which no query waits for ever. A PostgreSQL that stands still keeps its connections open and says
// nothing; what was asked would hang as long as it does. The client that waited too long is destroyed, and all that is
// queued on it fails at once: a rollback that stayed behind in the queue would never be sent, and the next user of the
// connection would commit what was to be undone.

import type pg from 'pg';
import { DatabaseSilence } from './database-silence.js';
import type { OpenConnections } from './open-connections.js';
import { PooledClient } from './pooled-client.js';

abstract class BoundedClient extends PooledClient {
  abstract readonly queryMsMax: number;

  /** Asked with a promise or a callback; cursors, which nobody here uses, have their own life. */
  override query(...parts: unknown[]): never {
    const { queryMsMax } = this;
    const timer = setTimeout(() => this.abandon(new DatabaseSilence(queryMsMax)), queryMsMax);
    const done = (): void => clearTimeout(timer);
    const told = parts.at(-1);
    const asking =
      typeof told === 'function' ? [...parts.slice(0, -1), telling(told as Callback, done)] : parts;
    const asked: unknown = super.query(...asking);
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
