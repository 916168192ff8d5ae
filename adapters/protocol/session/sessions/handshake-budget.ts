// Public-key operations cost tenths of a millisecond: an endpoint does no more of them a second than it may.

export class HandshakeBudget {
  /** Thousandths of an operation. */
  private tokens: number;

  constructor(
    private readonly perSecond: number,
    private filledMs: number,
  ) {
    this.tokens = perSecond * 1000;
  }

  /** Takes one, or `cost`; false when there is none left just now, or none but the `leave` that others need more. */
  spend(nowMs: number, leave = 0, cost = 1): boolean {
    if (this.isSpent(nowMs, leave)) return false;
    this.tokens -= 1000 * cost;
    return true;
  }

  /** Takes one of what others do not need now: a quarter of what a second brings stays for them. */
  spendSpare(nowMs: number): boolean {
    return this.spend(nowMs, this.perSecond / 4);
  }

  isSpent(nowMs: number, leave = 0): boolean {
    const elapsedMs = Math.min(1000, Math.max(0, (nowMs - this.filledMs) | 0));
    this.filledMs = nowMs;
    this.tokens = Math.min(this.perSecond * 1000, this.tokens + elapsedMs * this.perSecond);
    return this.tokens < (leave + 1) * 1000;
  }
}
