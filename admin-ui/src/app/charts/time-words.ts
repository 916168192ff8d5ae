// Moments and spans of charts in words, in the reader's own time zone: shorter the less there is to tell apart.
import { formatClock, formatDateTime, unknown } from '../ui/format';

export interface ShownTime {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs?: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A shorter span is told to the second: minutes alone would repeat. */
const secondsBelowMs = 4 * minuteMs;
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric' });
const date = new Intl.DateTimeFormat(undefined, { day: '2-digit', month: 'short', year: 'numeric' });

/** Under an axis. */
export function axisTime(atMs: number, { fromMs, toMs }: ShownTime): string {
  const spanMs = toMs - fromMs;
  if (spanMs > 120 * dayMs) return month.format(atMs);
  if (spanMs > 2 * dayMs) return day.format(atMs);
  return formatClock(atMs).slice(0, spanMs < secondsBelowMs ? 8 : 5);
}

/** At the head of a tool tip: from when to when, where a point stands for longer than some seconds. */
export function tipTime(atMs: number, { fromMs, toMs, stepMs = 0 }: ShownTime): string {
  if (!Number.isFinite(atMs)) return unknown;
  const isLong = toMs - fromMs > dayMs;
  if (stepMs >= dayMs) return `${date.format(atMs)}, from ${formatClock(atMs).slice(0, 5)} for a day`;
  const begin = isLong ? formatDateTime(atMs).slice(0, -3) : formatClock(atMs);
  if (stepMs < minuteMs) return begin;
  return `${isLong ? begin : begin.slice(0, 5)} to ${formatClock(atMs + stepMs).slice(0, 5)}`;
}

export function spanInWords(spanMs: number): string {
  const minutes = Math.round(spanMs / minuteMs);
  const told = (count: number, one: string): string => (count === 1 ? one : `${count} ${one}s`);
  if (minutes < 120) return minutes === 60 ? 'hour' : told(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours <= 48 ? told(hours, 'hour') : told(Math.round(hours / 24), 'day');
}
