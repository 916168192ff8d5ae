import {
  bytesAmount,
  formatAgo,
  formatBytes,
  formatCount,
  formatDuration,
  formatMs,
  formatPercent,
  formatUtc,
  formatWholeBytes,
} from './format';

describe('numbers and times as the console writes them', () => {
  it('groups digits', () => {
    expect(formatCount(1234567)).toBe('1,234,567');
    expect(formatCount(0)).toBe('0');
  });

  it('writes a dash for what is not known', () => {
    for (const format of [formatCount, formatMs, formatPercent, formatBytes, formatDuration]) {
      expect(format(null)).toBe('–');
      expect(format(undefined)).toBe('–');
      expect(format(Number.NaN)).toBe('–');
    }
  });

  it('gives small times more places than large ones', () => {
    expect(formatMs(2.1)).toBe('2.10');
    expect(formatMs(16.666)).toBe('16.7');
    expect(formatMs(812.4)).toBe('812');
  });

  it('writes bytes in powers of 1024', () => {
    expect(formatBytes(0)).toBe('0 B');
    expect(formatBytes(1024)).toBe('1.0 KiB');
    expect(formatBytes(190e6)).toBe('181 MiB');
    expect(bytesAmount(3 * 1024 ** 3)).toEqual({ value: '3.0', unit: 'GiB' });
    expect(formatBytes(1024 ** 6)).toBe('1,048,576 TiB');
    expect(formatWholeBytes(64 * 1024 ** 2)).toBe('64 MiB');
    expect(formatWholeBytes(0)).toBe('0 B');
  });

  it('says a length of time in its two largest units', () => {
    expect(formatDuration(59.9)).toBe('59 s');
    expect(formatDuration(725)).toBe('12 min 5 s');
    expect(formatDuration(3 * 86_400 + 4 * 3600 + 59)).toBe('3 d 4 h');
    expect(formatDuration(-5)).toBe('0 s');
  });

  it('takes a moment in the near future as now, because clocks differ', () => {
    expect(formatAgo(10_000, 4000)).toBe('now');
    expect(formatAgo(10_000, 11_900)).toBe('now');
    expect(formatAgo(10_000, 15_000)).toBe('5 s ago');
    expect(formatAgo(0, 7_200_000)).toBe('2 h ago');
  });

  it('says the same moment in UTC', () => {
    expect(formatUtc(Date.UTC(2026, 10, 21, 1, 15, 26))).toBe('2026-11-21 01:15:26 UTC');
    expect(formatUtc(Number.NaN)).toBe('–');
  });
});
