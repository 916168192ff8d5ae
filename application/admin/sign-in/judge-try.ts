// A try is counted before it is judged, so that simultaneous guesses cannot pass together, and taken back unless it
// turns out wrong: who is right, and who could not be judged at all, pays nothing. Who finds the limit filled by tries that are
// being judged waits a moment, not the lock's time.

import type { AdminPorts } from '../access/admin-ports.js';
import type { CountedTry } from './login-limits.js';

export type TryVerdict =
  { readonly kind: 'right' | 'wrong' } | { readonly kind: 'locked-out'; readonly retryAfterSeconds: number };

export async function judgeTry(
  { attempts, mint, clock }: Pick<AdminPorts, 'attempts' | 'mint' | 'clock'>,
  tries: readonly CountedTry[],
  isRight: () => Promise<boolean>,
): Promise<TryVerdict> {
  const id = mint.uuid();
  const waitMs = await attempts.count(tries, clock.unixMs(), id);
  if (waitMs > 0) return { kind: 'locked-out', retryAfterSeconds: Math.ceil(waitMs / 1000) };
  const keys = tries.map(({ key }) => key);
  let wrong = false;
  try {
    wrong = !(await isRight());
  } finally {
    if (!wrong) await attempts.giveBack(keys, id);
  }
  if (wrong) await attempts.keep(keys, id);
  return { kind: wrong ? 'wrong' : 'right' };
}

/** Who has proven all that is asked for begins anew. Not before: half a proof would give new tries at the other half. */
export async function endTries(
  { attempts }: Pick<AdminPorts, 'attempts'>,
  tries: readonly CountedTry[],
): Promise<void> {
  await attempts.clear(tries.filter(({ endsWithSuccess }) => endsWithSuccess).map(({ key }) => key));
}
