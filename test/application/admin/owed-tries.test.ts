// Who could not be judged pays nothing, also when the ledger of tries is away just then.

import { describe, expect, it } from '@jest/globals';
import { logIn } from '#application/admin/sign-in/log-in.js';
import { OwedTries } from '#application/admin/sign-in/owed-tries.js';
import { MemoryAttemptLedger } from '#adapters/memory/admin/sign-in/attempt-ledger.js';
import { AdminWorld, goodPassword, someOrigin } from '../../support/admin/admin-world.js';

describe('a try that could not be taken back', () => {
  it.each(['giveBack', 'count'] as const)('does not count what was tried while %s failed', async (step) => {
    const memory = new MemoryAttemptLedger();
    const world = new AdminWorld({ attempts: new OwedTries(memory) });
    await world.addAccount('ann', 'viewer');
    const bad = { name: 'ann', password: 'not the password' };
    const right = { name: 'ann', password: goodPassword };
    expect(await logIn(world.ports, bad, someOrigin)).toMatchObject({ reason: 'wrong-credentials' });
    const away = Object.assign(new Error('away'), { code: 'unavailable' });
    const [count, giveBack] = [memory.count.bind(memory), memory.giveBack.bind(memory)];
    let isAway = true;
    memory.count = async (...given) => {
      const lockedMs = await count(...given);
      // Counted, and nobody hears of it.
      if (isAway && step === 'count') throw away;
      return lockedMs;
    };
    memory.giveBack = (...given) => (isAway ? Promise.reject(away) : giveBack(...given));
    const { hasher } = world.ports;
    const verify = hasher.verify.bind(hasher);
    hasher.verify = () => Promise.reject(away);
    for (let i = 0; i < 20; i++) await expect(logIn(world.ports, right, someOrigin)).rejects.toBe(away);
    isAway = false;
    hasher.verify = verify;
    // The one wrong try from before stays counted.
    for (let i = 0; i < 4; i++)
      expect(await logIn(world.ports, bad, someOrigin)).toMatchObject({ reason: 'wrong-credentials' });
    expect(await logIn(world.ports, bad, someOrigin)).toMatchObject({ reason: 'locked-out' });
  });

  it('is not counted for ever where nobody tries again: housekeeping takes back what is owed', async () => {
    const memory = new MemoryAttemptLedger();
    const owed = new OwedTries(memory);
    const tries = [{ key: 'ann', limit: { attemptsMax: 1, windowMs: 60_000 } }];
    expect(await owed.count(tries, 1_000, 'a')).toBe(0);
    const giveBack = memory.giveBack.bind(memory);
    memory.giveBack = () => Promise.reject(new Error('away'));
    await owed.giveBack(['ann'], 'a');
    // A refused one is not counted.
    expect(await memory.count(tries, 1_000)).toBe(1_000);
    await expect(owed.count(tries, 1_000, 'b')).rejects.toThrow('away');
    memory.giveBack = giveBack;
    await owed.removeExpired(1_000);
    expect(await memory.count(tries, 1_000)).toBe(0);
  });
});
