// How long measurements are kept, and the round that sums them up and forgets them.

import type { AdminPorts } from '../access/admin-ports.js';
import { clockSlackMs } from './ingest-telemetry.js';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** What this needs of the disk is in docs/monitoring. */
export const historyKept = {
  /** Each sample, one a second. */
  samplesMs: 6 * hourMs,
  minutesMs: 35 * dayMs,
  hoursMs: 400 * dayMs,
};

/** Reports wait for half a minute at most: what comes later than this costs summing up anew. */
const lateMs = 60_000;
/** So that what is asked for to the last minute is still there. */
const spareMs = hourMs;

/**
 * What is forgotten cannot be measured again, and one clock may be wrong: only what is too old, or lies ahead, by this one and
 * by the store's is forgotten.
 */
export async function tendHistory({ history, clock }: Pick<AdminPorts, 'history' | 'clock'>): Promise<void> {
  const storesUnixMs = await history.unixMs();
  const ownUnixMs = clock.unixMs();
  const [earlyUnixMs, lateUnixMs] = [Math.min(ownUnixMs, storesUnixMs), Math.max(ownUnixMs, storesUnixMs)];
  await history.tend({
    sumUpTo: earlyUnixMs - lateMs,
    samplesFrom: earlyUnixMs - historyKept.samplesMs - spareMs,
    minutesFrom: earlyUnixMs - historyKept.minutesMs - spareMs,
    hoursFrom: earlyUnixMs - historyKept.hoursMs - 2 * spareMs,
    to: lateUnixMs + clockSlackMs,
  });
}
