// Smoothed round-trip time and retransmission time-out after RFC 6298, in whole milliseconds.
// The floor is lower than the RFC's second: games send many packets, and a late resend costs more than a needless one.

/** Before the first sample. */
const initialTimeoutMs = 400;
/** The other side may hold an acknowledgement back by 25 ms; clocks here tick in milliseconds. */
const timeoutFloorMs = 100;
const timeoutCeilingMs = 4000;
const backoffMax = 6;

export class RoundTrip {
  /** 0 before the first sample. */
  smoothedMs = 0;
  variationMs = 0;
  latestMs = 0;
  samples = 0;
  /** Time-outs in a row without an acknowledgement. */
  private backoff = 0;

  reset(): void {
    this.smoothedMs = 0;
    this.variationMs = 0;
    this.latestMs = 0;
    this.samples = 0;
    this.backoff = 0;
  }

  sample(roundTripMs: number): void {
    const measured = Math.max(0, roundTripMs);
    if (this.samples === 0) {
      this.smoothedMs = measured;
      this.variationMs = measured / 2;
    } else {
      this.variationMs += (Math.abs(this.smoothedMs - measured) - this.variationMs) / 4;
      this.smoothedMs += (measured - this.smoothedMs) / 8;
    }
    this.latestMs = measured;
    this.samples++;
  }

  /** Something was acknowledged. */
  progress(): void {
    this.backoff = 0;
  }

  timedOut(): void {
    if (this.backoff < backoffMax) this.backoff++;
  }

  /** How long a packet may go unacknowledged before its reliable messages are sent again. */
  timeoutMs(): number {
    const base =
      this.samples === 0
        ? initialTimeoutMs
        : Math.max(timeoutFloorMs, this.smoothedMs + Math.max(1, 4 * this.variationMs) + 25);
    return Math.min(timeoutCeilingMs, Math.ceil(base * 2 ** this.backoff)) | 0;
  }

  /** Age at which a packet that newer ones have overtaken counts as lost, not as reordered. */
  reorderMs(): number {
    return Math.ceil(Math.max(this.smoothedMs, this.latestMs) + Math.max(2, 2 * this.variationMs)) | 0;
  }
}
