// The recent past of one server as columns of points, oldest first: history from the API joined with what is pushed.
// Points are unique by time and at most `pointsMax` are kept; the oldest go.
import { HistoryPoint } from '../api/models';

/** 30 minutes at one a second. */
export const pointsMax = 1800;

export interface MetricPoint {
  readonly atMs: number;
  readonly players: number;
  readonly tickMsP50: number;
  readonly tickMsP99: number;
  readonly packetsInPerSecond: number;
  readonly packetsOutPerSecond: number;
  /** Null where it was not measured. */
  readonly memoryBytes: number | null;
}

export function metricPoint(point: HistoryPoint): MetricPoint {
  const { players, tickMsP50, tickMsP99, packetsInPerSecond, packetsOutPerSecond, memoryBytes } = point;
  const atMs = Date.parse(point.at);
  return { atMs, players, tickMsP50, tickMsP99, packetsInPerSecond, packetsOutPerSecond, memoryBytes };
}

/** Joins two runs of points, each in any order; where both have a moment, `newer` wins. */
export function mergePoints(
  older: readonly MetricPoint[],
  newer: readonly MetricPoint[],
): readonly MetricPoint[] {
  const byMoment = new Map<number, MetricPoint>();
  for (const point of older) byMoment.set(point.atMs, point);
  for (const point of newer) byMoment.set(point.atMs, point);
  byMoment.delete(Number.NaN);
  return [...byMoment.values()].sort((a, b) => a.atMs - b.atMs).slice(-pointsMax);
}

/** Adds one point at the end; one that is not later than the last is merged in its place. */
export function appendPoint(points: readonly MetricPoint[], point: MetricPoint): readonly MetricPoint[] {
  if (!Number.isFinite(point.atMs)) return points;
  const last = points.at(-1);
  if (last !== undefined && point.atMs <= last.atMs) return mergePoints(points, [point]);
  const kept = points.length >= pointsMax ? points.slice(points.length - pointsMax + 1) : points;
  return [...kept, point];
}

/** Less is never shown, however little there is. */
const shownMsMin = 60_000;

/**
 * How much of the asked-for time to show: where nothing was measured before some moment in it, only what follows, so
 * that a server just started does not hide at the edge of an empty chart.
 */
export function shownSpanMs(points: readonly MetricPoint[], nowMs: number, windowMs: number): number {
  const first = pointsSince(points, nowMs, windowMs)[0];
  // What was measured before that time and then not is an outage, which must not be hidden.
  if (first === undefined || first !== points[0]) return windowMs;
  const measuredMs = nowMs - first.atMs;
  // History comes in steps of some seconds: a first point a little inside is no beginning.
  return measuredMs > windowMs * 0.9 ? windowMs : Math.max(Math.min(shownMsMin, windowMs), measuredMs);
}

/** The points of the last `windowMs` before `nowMs`. */
export function pointsSince(
  points: readonly MetricPoint[],
  nowMs: number,
  windowMs: number,
): readonly MetricPoint[] {
  const from = nowMs - windowMs;
  const first = points.findIndex((point) => point.atMs >= from);
  return first <= 0 ? (first === 0 ? points : []) : points.slice(first);
}
