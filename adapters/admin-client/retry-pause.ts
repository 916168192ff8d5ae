// How long to wait after `failures` failures in a row: doubling from half a second to half a minute, and somewhere
// between half and all of that, so that many servers do not come back to a restarted API at once.

const firstMs = 500;
const longestMs = 30_000;

export function retryPauseMs(failures: number, random: () => number): number {
  const fullMs = Math.min(longestMs, firstMs * 2 ** Math.max(0, Math.min(failures, 16) - 1));
  return fullMs * (0.5 + random() / 2);
}
