import { waitMs } from './backoff';

describe('the pause before the next try', () => {
  it('doubles up to a limit', () => {
    expect([1, 2, 3, 4].map((failures) => waitMs(failures, 0))).toEqual([500, 1000, 2000, 4000]);
    expect(waitMs(50, 0)).toBe(15_000);
  });

  it('is shortened by at most a quarter', () => {
    expect(waitMs(2, 0.999999)).toBeGreaterThanOrEqual(750);
    expect(waitMs(2, 0.5)).toBe(875);
  });
});
