// Smoothed round-trip time and retransmission time-out after RFC 6298, in whole milliseconds.
// The floor is lower than the RFC's second: games send many packets, and a late resend costs more than a needless one.

/** Before the first sample. */
const initialTimeoutMs = 400;
/** The other side may hold an acknowledgement back by 25 ms; clocks here tick in milliseconds. */
const timeoutFloorMs = 100;
const timeoutCeilingMs = 4000;
const backoffMax = 6;
/** What was learnt of late packets fades by this part with every round trip measured. */
const lateFadesBy = 256;
/** So much lateness is allowed for even where round trips are shorter. */
const lateFloorMs = 40;

export class RoundTrip {
  /** 0 before the first sample. */
  smoothedMs = 0;
  variationMs = 0;
  latestMs = 0;
  samples = 0;
  /** How much later than others packets have come lately. */
  private lateMs = 0;
  /** Time-outs in a row without an acknowledgement. */
  private backoff = 0;

  reset(): void {
    this.smoothedMs = 0;
    this.variationMs = 0;
    this.latestMs = 0;
    this.samples = 0;
    this.lateMs = 0;
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
    this.lateMs -= this.lateMs / lateFadesBy;
    this.samples++;
  }

  /** Something was acknowledged. */
  progress(): void {
    this.backoff = 0;
  }

  timedOut(): void {
    if (this.backoff < backoffMax) this.backoff++;
  }

  /**
   * A packet that counted as lost was acknowledged at this age: from now on others may come as late, up to another round
   * trip (RFC 8985, section 6.2, widens by steps instead).
   */
  cameLate(ageMs: number): void {
    const late = Math.min(ageMs - this.smoothedMs, Math.max(this.smoothedMs, lateFloorMs));
    if (late > this.lateMs) this.lateMs = late;
  }

  /** How long a packet may go unacknowledged before its reliable messages are sent again. */
  timeoutMs(): number {
    const base =
      this.samples === 0
        ? initialTimeoutMs
        : Math.max(timeoutFloorMs, this.smoothedMs + Math.max(1, 4 * this.variationMs) + 25);
    return Math.min(timeoutCeilingMs, Math.ceil(base * (1 << this.backoff))) | 0;
  }

  /** Age at which a packet that newer ones have overtaken counts as lost, not as reordered. */
  reorderMs(): number {
    return (
      Math.ceil(Math.max(this.smoothedMs, this.latestMs) + Math.max(2, 2 * this.variationMs, this.lateMs)) | 0
    );
  }
}
