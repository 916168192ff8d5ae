// What other replicas tell by NOTIFY, heard on a connection of its own (postgresql.org/docs/18/sql-notify.html): a pool
// gives its connections to others in between. Connects when somebody first listens, and again whenever the connection
// is lost or gives no answer; what was said meanwhile is lost, so that listeners are told to look for themselves then.

import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '#ports/system/log.js';
import { boundedClients } from './bounded-client.js';
import { OpenConnections } from './open-connections.js';
import { sayGoodbye } from './say-goodbye.js';

const answerMsMax = 3_000;
const askEveryMs = 3_000;
const againAfterMs = 1_000;

/** Undefined: notices may have been missed. */
type Listener = (payload: string | undefined) => void;

export class Notices {
  readonly #open = new OpenConnections();
  readonly #makeClient = boundedClients(answerMsMax, this.#open);
  readonly #listeners = new Map<string, Set<Listener>>();
  #client: pg.Client | undefined;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {}

  /** `channel` is a name that needs no quotes. Returns how to leave. */
  listen(channel: string, listener: Listener): () => void {
    const known = this.#listeners.get(channel);
    if (known === undefined) {
      this.#listeners.set(channel, new Set([listener]));
      // A connection that fails is told of by its end.
      this.#client?.query(`listen ${channel}`).catch(() => undefined);
    } else known.add(listener);
    this.#running ??= this.#run();
    return () => this.#listeners.get(channel)?.delete(listener);
  }

  close(): void {
    this.#closed = true;
    this.#open.abandon(new Error('the notices are closed'));
  }

  async #run(): Promise<void> {
    let wasLost = false;
    while (!this.#closed) {
      try {
        await this.#hear(() => {
          if (wasLost) this.log.info('notices of other replicas are heard again');
          wasLost = false;
        });
      } catch (error) {
        if (!wasLost && !this.#closed)
          this.log.warn('notices of other replicas are not heard', { reason: String(error) });
        wasLost = true;
      }
      if (!this.#closed) await sleep(againAfterMs, undefined, { ref: false });
    }
  }

  /** Rejects when the connection is lost. */
  async #hear(onHeard: () => void): Promise<never> {
    const client = new this.#makeClient({
      connectionString: this.url,
      connectionTimeoutMillis: answerMsMax,
      statement_timeout: answerMsMax,
      application_name: 'tos-notices',
    });
    // The query under way, or the next one, rejects by itself.
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''));
    try {
      await client.connect();
      this.#client = client;
      for (const channel of this.#listeners.keys()) await client.query(`listen ${channel}`);
      onHeard();
      for (const channel of this.#listeners.keys()) this.#tell(channel, undefined);
      for (;;) {
        await client.query('select 1');
        await sleep(askEveryMs, undefined, { ref: false });
      }
    } finally {
      this.#client = undefined;
      void sayGoodbye(client);
    }
  }

  #tell(channel: string, payload: string | undefined): void {
    for (const listener of this.#listeners.get(channel) ?? []) listener(payload);
  }
}
