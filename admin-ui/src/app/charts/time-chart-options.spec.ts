import { binaryAxis, withGaps } from './time-chart-options';

describe('an axis of memory', () => {
  it('has at most four steps, each a power of two', () => {
    const mebibyte = 1024 ** 2;
    expect(binaryAxis(182 * mebibyte)).toEqual({ interval: 64 * mebibyte, max: 192 * mebibyte });
    for (const highest of [0, 1, 3, 1000, 5e6, 190e6, 3e9]) {
      const { interval, max } = binaryAxis(highest);
      expect(max).toBeGreaterThanOrEqual(highest);
      expect(max / interval).toBeLessThanOrEqual(4);
      expect(Number.isInteger(Math.log2(interval))).toBe(true);
    }
  });
});

describe('a curve', () => {
  it('breaks where nothing was measured', () => {
    expect(
      withGaps([
        [0, 1],
        [1000, 2],
        [60_000, 3],
      ]),
    ).toEqual([
      [0, 1],
      [1000, 2],
      [1001, null],
      [60_000, 3],
    ]);
  });
});
