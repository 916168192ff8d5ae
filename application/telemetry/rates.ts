// Numbers as reports tell them.

export function perSecond(before: number, now: number, windowSeconds: number): number {
  return rounded(Math.max(0, now - before) / windowSeconds);
}

/** Three digits after the point are more than anything here is measured to, and keep the JSON short. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
