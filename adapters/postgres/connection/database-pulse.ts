// Whether the database answers, asked once a second on a connection of its own: a pool may be full, or hold connections
// that are dead without knowing. Says when that changes, and since when it is so.

import './own-settings.js';
import pg from 'pg';
import type { Log } from '#ports/system/log.js';
import { boundedClients } from './bounded-client.js';
import { OpenConnections } from './open-connections.js';

const everyMs = 1_000;
/** More than a busy machine takes, less than somebody at a console waits. */
const answerMsMax = 3_000;

export interface PulseState {
  readonly state: 'up' | 'down';
  readonly sinceUnixMs: number;
  /** When it answered last. */
  readonly answeredUnixMs: number;
}

export interface DatabasePulseOptions {
  readonly url: string;
  readonly log: Log;
  readonly unixMs: () => number;
  readonly onChange?: (state: PulseState) => void;
}

export class DatabasePulse {
  readonly #open = new OpenConnections();
  readonly #makeClient = boundedClients(answerMsMax, this.#open);
  #client: pg.Client | undefined;
  #state: PulseState;
  #timer: NodeJS.Timeout | undefined;
  #asking: Promise<boolean> | undefined;
  #stopped = false;

  /** It has just been used: it is taken to be up. */
  constructor(private readonly options: DatabasePulseOptions) {
    const now = options.unixMs();
    this.#state = { state: 'up', sinceUnixMs: now, answeredUnixMs: now };
    this.#timer = setInterval(() => void this.ask(), everyMs);
  }

  get current(): PulseState {
    return this.#state;
  }

  /** Asks now, or waits for the answer to what is being asked; false within some seconds when there is none. */
  ask(): Promise<boolean> {
    return (this.#asking ??= this.#ask().finally(() => (this.#asking = undefined)));
  }

  /** For readiness: the last word, without a wait. */
  requireUp(): void {
    if (this.#state.state === 'down') throw new Error('the database does not answer');
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
    this.#open.abandon(new Error('stopped'));
  }

  async #ask(): Promise<boolean> {
    try {
      this.#client ??= await this.#connect();
      await this.#client.query('select 1');
      this.#note('up');
      return true;
    } catch (error) {
      this.#client = undefined;
      if (!this.#stopped) this.#note('down', String(error));
      return false;
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = new this.#makeClient({
      connectionString: this.options.url,
      connectionTimeoutMillis: answerMsMax,
      statement_timeout: answerMsMax,
      application_name: 'tos-pulse',
    });
    // The query under way, or the next one, rejects by itself.
    client.on('error', () => undefined);
    await client.connect();
    client.once('end', () => {
      if (!this.#stopped && this.#client === client) void this.ask();
    });
    return client;
  }

  #note(state: 'up' | 'down', reason?: string): void {
    const { log, unixMs, onChange } = this.options;
    const before = this.#state;
    const now = unixMs();
    this.#state = {
      state,
      sinceUnixMs: before.state === state ? before.sinceUnixMs : now,
      answeredUnixMs: state === 'up' ? now : before.answeredUnixMs,
    };
    if (before.state === state) return;
    if (state === 'down') log.error('the database does not answer', { reason });
    else log.info('the database answers again', { awayMs: now - before.sinceUnixMs });
    onChange?.(this.#state);
  }
}
