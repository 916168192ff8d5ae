// The end of a connection, and of waiting on one, within a bound: a PostgreSQL that stands still takes no goodbye and gives no
// answer, and would keep for ever whoever waits for it.

import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSilence } from './database-silence.js';

/** PostgreSQL closes a connection at once where it runs. */
const goodbyeMsMax = 500;

/** Never rejects. The connection is gone afterwards, whether PostgreSQL heard of it or not. */
export async function sayGoodbye(client: pg.Client): Promise<void> {
  const given = new AbortController();
  const said = client.end().catch(() => undefined);
  await Promise.race([said, pause(goodbyeMsMax, given.signal)]);
  given.abort();
  cutOff(client);
}

export interface GoodbyePatience {
  /** Then the connection is destroyed, and the call rejects with a `DatabaseSilence`. */
  readonly withinMs: number;
  /** The same with its reason. */
  readonly stopAsked?: AbortSignal | undefined;
}

/** What is asked on `client`, or whyever there is no answer. */
export async function answered<Answer>(
  client: pg.Client,
  { withinMs, stopAsked }: GoodbyePatience,
  asked: Promise<Answer>,
): Promise<Answer> {
  // It rejects by itself when the connection is destroyed.
  asked.catch(() => undefined);
  const given = new AbortController();
  const signals = stopAsked === undefined ? [given.signal] : [given.signal, stopAsked];
  const late = pause(withinMs, AbortSignal.any(signals)).then(() => {
    if (given.signal.aborted) return undefined as never;
    const reason = stopAsked?.aborted === true ? stopAsked.reason : new DatabaseSilence(withinMs);
    cutOff(client, reason instanceof Error ? reason : undefined);
    throw reason;
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    given.abort();
  }
}

/** At once; what is asked on it fails. */
export function cutOff(client: pg.Client, reason?: Error): void {
  const { stream } = (client as unknown as { connection: { stream: { destroy(error?: Error): void } } })
    .connection;
  stream.destroy(reason);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
