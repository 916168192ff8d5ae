import { MetricPoint, appendPoint, mergePoints, pointsMax, pointsSince, shownSpanMs } from './metric-history';

function point(atMs: number, players = 1): MetricPoint {
  return {
    atMs,
    players,
    tickMsP50: 1,
    tickMsP99: 2,
    packetsInPerSecond: 3,
    packetsOutPerSecond: 4,
    memoryBytes: 5,
  };
}
const times = (points: readonly MetricPoint[]): number[] => points.map(({ atMs }) => atMs);

describe('the recent past of a server', () => {
  it('joins history and live points in order, the live one where both have a moment', () => {
    const joined = mergePoints([point(3), point(1), point(2)], [point(2, 9), point(4)]);
    expect(times(joined)).toEqual([1, 2, 3, 4]);
    expect(joined[1]?.players).toBe(9);
  });

  it('drops points without a time', () => {
    expect(mergePoints([point(Number.NaN)], [point(1)])).toHaveLength(1);
    expect(appendPoint([point(1)], point(Number.NaN))).toHaveLength(1);
  });

  it('puts a late point in its place', () => {
    expect(times(appendPoint([point(1), point(5)], point(3)))).toEqual([1, 3, 5]);
  });

  it('never holds more than its cap; the oldest go', () => {
    let points: readonly MetricPoint[] = Array.from({ length: pointsMax }, (_, i) => point(i));
    points = appendPoint(points, point(pointsMax));
    expect(points).toHaveLength(pointsMax);
    expect(points[0]?.atMs).toBe(1);
  });

  it('shows only the asked-for span', () => {
    const points = [point(1000), point(2000), point(3000)];
    expect(times(pointsSince(points, 3500, 1500))).toEqual([2000, 3000]);
    expect(pointsSince(points, 9000, 1000)).toEqual([]);
    expect(pointsSince(points, 3000, 60_000)).toBe(points);
  });
});

describe('the time shown', () => {
  const now = 10 * 60_000;
  const span = (firstSecond: number) =>
    shownSpanMs([point(firstSecond * 1000), point(now)], now, 5 * 60_000) / 1000;

  it('is what was asked for while all of it was measured, or was and then not', () => {
    expect([span(0), span(300), span(310)]).toEqual([300, 300, 300]);
    expect(shownSpanMs([], now, 60_000)).toBe(60_000);
  });

  it('begins with the first measurement of a server just started, and is never under a minute', () => {
    expect([span(420), span(590)]).toEqual([180, 60]);
  });
});
