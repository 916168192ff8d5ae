// A connection that goes back to its pool by itself when it can serve nobody any more. Kysely gives the connection of a
// transaction back only once its rollback succeeded (github.com/kysely-org/kysely/issues/1990): each that was lost inside
// of one, or on which none could be begun or undone, would keep its place in the pool for good, and the pool from ending.

import './own-settings.js';
import pg from 'pg';
import type { OpenConnections } from './open-connections.js';

type GiveBack = (error?: Error | boolean) => void;

/** What leaves nobody knowing what the next statement would be part of, when it fails. */
const bounds = /^\s*(?:begin|start transaction|rollback)\s*(?:$|;|isolation|read)/i;

/** For connections whose user may not be told to hurry. The driver takes the number 0 for "not said". */
export const unlimited = '0' as unknown as number;

export abstract class PooledClient extends pg.Client {
  abstract readonly siblings: OpenConnections;
  #giveBack: GiveBack | undefined;
  #takenAtMs: number | undefined;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.once('end', () => this.release?.(true));
  }

  get takenAtMs(): number | undefined {
    return this.#takenAtMs;
  }

  /** What the pool puts here when it hands the client out. Who gives it back late, after it went by itself, does no harm. */
  get release(): GiveBack | undefined {
    return this.#giveBack;
  }

  set release(giveBack: GiveBack) {
    this.#takenAtMs = performance.now();
    let isBack = false;
    this.#giveBack = (error) => {
      if (isBack) return;
      isBack = true;
      this.#takenAtMs = undefined;
      giveBack(error);
    };
  }

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

  override query(...parts: unknown[]): never {
    const asked: unknown = Reflect.apply(super.query as unknown as () => unknown, this, parts);
    if (asked instanceof Promise && typeof parts[0] === 'string' && bounds.test(parts[0]))
      asked.catch(() => this.release?.(true));
    return asked as never;
  }
}

/** For a pool: makes clients that are in `open` while they are. */
export function pooledClients(open: OpenConnections): typeof pg.Client {
  return class extends PooledClient {
    readonly siblings = open;

    constructor(config?: string | pg.ClientConfig) {
      super(config);
      open.add(this);
    }
  };
}
