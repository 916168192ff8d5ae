// The end of a pool, within a bound: also when its database stands still, or somebody never gives a connection back.

import type { MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenConnections } from './open-connections.js';

/** For who still uses one; then for what is left of them once they are destroyed. */
const patienceMs = 2_000;
const goneMs = 1_000;

/** What waits for an answer after that time fails with `reason`. */
export async function closeOrm(orm: MikroORM, open: OpenConnections, reason: Error): Promise<void> {
  const closed = orm.close(true);
  closed.catch(() => undefined);
  if (await within(closed, patienceMs)) return;
  open.abandon(reason);
  await within(closed, goneMs);
}

async function within(done: Promise<unknown>, ms: number): Promise<boolean> {
  const given = new AbortController();
  const late = sleep(ms, 'late', { signal: given.signal }).catch(() => 'late');
  try {
    return (await Promise.race([done, late])) !== 'late';
  } finally {
    given.abort();
  }
}
