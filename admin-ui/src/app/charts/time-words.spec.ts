import { axisTime, spanInWords, tipTime } from './time-words';

const minute = 60_000;
const day = 24 * 60 * minute;
const at = new Date(2026, 10, 5, 14, 30, 15).getTime();
const shown = (spanMs: number, stepMs = 0) => ({ fromMs: at, toMs: at + spanMs, stepMs });

describe('a moment of a chart', () => {
  it('is a time of day within a day, a day within months, and a month within a year', () => {
    expect(axisTime(at, shown(2 * minute))).toBe('14:30:15');
    expect(axisTime(at, shown(60 * minute))).toBe('14:30');
    expect(axisTime(at, shown(7 * day))).toMatch(/^(5 Nov|Nov 5|5\. Nov)/);
    expect(axisTime(at, shown(365 * day))).toMatch(/Nov.* 2026/);
  });

  it('is told from when to when where it stands for longer', () => {
    expect(tipTime(at, shown(60 * minute, 10_000))).toBe('14:30:15');
    expect(tipTime(at, shown(day, 5 * minute))).toBe('14:30 to 14:35');
    expect(tipTime(at, shown(7 * day, 30 * minute))).toMatch(/2026, 14:30 to 15:00$/);
    expect(tipTime(at, shown(365 * day, day))).toMatch(/2026, from 14:30 for a day$/);
    expect(tipTime(Number.NaN, shown(day))).toBe('–');
  });
});

describe('a span in words', () => {
  it('is in the unit that people would take', () => {
    expect([1, 15, 60, 24 * 60, 7 * 24 * 60, 365 * 24 * 60].map((it) => spanInWords(it * minute))).toEqual([
      ...['minute', '15 minutes', 'hour', '24 hours', '7 days', '365 days'],
    ]);
  });
});
