// Times as players read them.

/** Whole minutes, hours or days where it is one of them; else seconds. */
export function spanInWords(seconds: number): string {
  for (const [unit, length] of units) {
    const count = seconds / length;
    // A minute and a half is told as 90 seconds, and two hours as 120 minutes until they are over.
    if (Number.isInteger(count) && count > 0) return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
  }
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** By UTC, with the day where that is not the one of `now`; both as `2030-01-31T04:00:00.000Z`. */
export function momentInWords(at: string, now: string): string {
  const [day, time] = [at.slice(0, 10), at.slice(11, 16)];
  return day === now.slice(0, 10) ? `at ${time} UTC` : `on ${day} at ${time} UTC`;
}
