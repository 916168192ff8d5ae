// Numbers, amounts and times as the console writes them: grouped digits, a unit, no more places than are read.
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** What stands where nothing is known. */
export const unknown = '–';

export interface Amount {
  readonly value: string;
  readonly unit: string;
}

export function formatCount(value: number | null | undefined): string {
  return value === null || value === undefined || !Number.isFinite(value) ? unknown : whole.format(value);
}

/** Milliseconds: two places under 10 ms, one under 100 ms. */
export function formatMs(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return unknown;
  if (ms < 10) return twoDigits.format(ms);
  return ms < 100 ? oneDigit.format(ms) : whole.format(ms);
}

export function formatPercent(percent: number | null | undefined): string {
  if (percent === null || percent === undefined || !Number.isFinite(percent)) return unknown;
  return percent < 10 ? twoDigits.format(percent) : oneDigit.format(percent);
}

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes in powers of 1024 with three leading digits or so. */
export function bytesAmount(bytes: number | null | undefined): Amount {
  if (bytes === null || bytes === undefined || !Number.isFinite(bytes)) return { value: unknown, unit: 'B' };
  let value = bytes;
  let step = 0;
  while (value >= 1024 && step < byteUnits.length - 1) {
    value /= 1024;
    step++;
  }
  const digits = step > 0 && value < 100 ? oneDigit : whole;
  return { value: digits.format(value), unit: byteUnits[step] ?? 'B' };
}

export function formatBytes(bytes: number | null | undefined): string {
  const { value, unit } = bytesAmount(bytes);
  return value === unknown ? unknown : `${value} ${unit}`;
}

/** As formatBytes without places, for axes with even steps. */
export function formatWholeBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${whole.format(bytes / 1024 ** step)} ${byteUnits[step] ?? 'B'}`;
}

/** A length of time in its two largest units: "3 d 4 h", "12 min 5 s". */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return unknown;
  const total = Math.max(0, Math.floor(seconds));
  const days = Math.floor(total / 86_400);
  const hours = Math.floor((total % 86_400) / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${total % 60} s` : `${total} s`;
}

/** How long ago, in one unit; "now" within two seconds, a moment in the future counts as now (clocks differ). */
export function formatAgo(atMs: number, nowMs: number): string {
  const seconds = Math.floor((nowMs - atMs) / 1000);
  if (!Number.isFinite(seconds)) return unknown;
  if (seconds < 2) return 'now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} d ago`;
}

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const date = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: '2-digit' });

/** Local time of day, 24 h. */
export function formatClock(atMs: number): string {
  return Number.isFinite(atMs) ? clock.format(atMs) : unknown;
}

/** Local date and time of day. */
export function formatDateTime(atMs: number): string {
  return Number.isFinite(atMs) ? `${date.format(atMs)}, ${clock.format(atMs)}` : unknown;
}

/** The same moment in UTC, for titles: "2026-11-21 01:15:26 UTC". */
export function formatUtc(atMs: number): string {
  return Number.isFinite(atMs)
    ? `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`
    : unknown;
}
