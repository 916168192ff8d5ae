// One look at the system's health for all who ask at a time.

import { describe, expect, it } from '@jest/globals';
import { SharedLook } from '#adapters/admin-api/health/shared-look.js';

describe('a shared look', () => {
  it('is taken once for all who ask while it is under way or good, then anew', async () => {
    const looks: PromiseWithResolvers<number>[] = [];
    const look = new SharedLook(() => {
      const begun = Promise.withResolvers<number>();
      looks.push(begun);
      return begun.promise;
    }, 2_000);
    const first = [look.take(0), look.take(1_000), look.take(9_000)];
    looks[0]!.resolve(7);
    expect(await Promise.all(first)).toEqual([7, 7, 7]);
    expect(looks).toHaveLength(1);
    void look.take(9_001);
    expect(looks).toHaveLength(2);
    looks[1]!.resolve(8);
    expect(await look.take(11_000)).toBe(8);
    expect(looks).toHaveLength(2);
  });

  it('that failed is tried anew by who asks next', async () => {
    let tries = 0;
    const look = new SharedLook(async () => {
      tries += 1;
      if (tries === 1) throw new Error('away');
      return tries;
    }, 2_000);
    await expect(look.take(0)).rejects.toThrow('away');
    expect(await look.take(1)).toBe(2);
  });
});
