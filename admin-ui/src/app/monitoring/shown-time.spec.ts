import { endOf, movedEnd, readEveryMs, timeChoice } from './shown-time';

const now = Date.parse('2026-12-01T12:00:00Z');
const hour = 3_600_000;

describe('the time shown', () => {
  it('is an hour where the address asks for none that there is', () => {
    expect([undefined, 'x', '7d'].map((key) => timeChoice(key).name)).toEqual(['1 h', '1 h', '7 d']);
  });

  it('ends now, or at a moment of the past', () => {
    expect(endOf(undefined, now)).toBeNull();
    expect(endOf('nonsense', now)).toBeNull();
    expect(endOf('2027-01-01T00:00:00Z', now)).toBeNull();
    expect(endOf('2026-11-30T12:00:00Z', now)).toBe(now - 24 * hour);
  });

  it('moves by half of it, and no further than now', () => {
    expect(movedEnd(null, 60, -1, now)).toBe(now - hour / 2);
    expect(movedEnd(now - 2 * hour, 60, 1, now)).toBe(now - 1.5 * hour);
    expect(movedEnd(now - hour / 4, 60, 1, now)).toBeNull();
  });

  it('is read anew with its spans, at most every 5 s and at least once a minute', () => {
    expect([1_000, 10_000, 300_000].map(readEveryMs)).toEqual([5_000, 10_000, 60_000]);
  });
});
