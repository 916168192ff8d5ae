// A try is counted before it is judged, so that simultaneous guesses cannot pass together, and taken back unless it
// turns out wrong: who is right, and who could not be judged at all, pays nothing.

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
  const lockedMs = await attempts.count(tries, clock.unixMs(), id);
  if (lockedMs > 0) return { kind: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
  let wrong = false;
  try {
    wrong = !(await isRight());
  } finally {
    if (!wrong)
      await attempts.giveBack(
        tries.map(({ key }) => key),
        id,
      );
  }
  if (wrong) return { kind: 'wrong' };
  await attempts.clear(tries.filter(({ endsWithSuccess }) => endsWithSuccess).map(({ key }) => key));
  return { kind: 'right' };
}
