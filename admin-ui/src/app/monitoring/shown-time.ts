// The times that can be chosen, and how they are moved into the past. Each is kept somewhere: by the second, the minute or the hour.

export interface TimeChoice {
  /** As it stands in the address. */
  readonly key: string;
  readonly name: string;
  readonly minutes: number;
}

const dayMinutes = 24 * 60;

export const timeChoices: readonly TimeChoice[] = [
  { key: '1h', name: '1 h', minutes: 60 },
  { key: '24h', name: '24 h', minutes: dayMinutes },
  { key: '7d', name: '7 d', minutes: 7 * dayMinutes },
  { key: '30d', name: '30 d', minutes: 30 * dayMinutes },
  { key: '1y', name: '1 year', minutes: 365 * dayMinutes },
];

export function timeChoice(key: string | undefined): TimeChoice {
  return timeChoices.find((choice) => choice.key === key) ?? timeChoices[0]!;
}

/** The end in the address, if it is a time of the past. */
export function endOf(until: string | undefined, nowMs: number): number | null {
  const ms = Date.parse(until ?? '');
  return Number.isFinite(ms) && ms < nowMs ? ms : null;
}

/** The end that is half the shown time earlier or later; null: now. */
export function movedEnd(endMs: number | null, minutes: number, way: -1 | 1, nowMs: number): number | null {
  const moved = (endMs ?? nowMs) + way * minutes * 30_000;
  return moved >= nowMs ? null : Math.max(0, moved);
}

/** How often the newest spans are asked for; they are no longer than their length old then. */
export function readEveryMs(stepMs: number): number {
  return Math.min(60_000, Math.max(5_000, stepMs));
}
