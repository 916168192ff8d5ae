// A stream of messages that carry their number and know when they were queued: what arrives tells what was lost,
// repeated or overtaken, and how long it took.

export class NumberedMessages {
  /** Messages that arrived as the next one. */
  inOrder = 0;
  /** Messages that arrived again or too early, or could not be queued. */
  wrong = 0;
  private readonly queuedAtMs: number[] = [];
  private readonly tookMs: number[] = [];
  private readonly data: Uint8Array;
  private readonly view: DataView;

  /** `bytes` is at least 5: the packet's id and a number. */
  constructor(id: number, bytes: number) {
    this.data = new Uint8Array(bytes).fill(id);
    this.view = new DataView(this.data.buffer);
  }

  get missing(): number {
    return this.queuedAtMs.length - this.inOrder;
  }

  /** The next message; the same memory every time. */
  next(nowMs: number): Uint8Array {
    this.view.setUint32(1, this.queuedAtMs.length);
    this.queuedAtMs.push(nowMs);
    return this.data;
  }

  arrived(data: Uint8Array, at: number, nowMs: number): void {
    const number = new DataView(data.buffer, data.byteOffset + at).getUint32(1);
    if (number !== this.inOrder) {
      this.wrong++;
      return;
    }
    this.inOrder++;
    this.tookMs.push(nowMs - this.queuedAtMs[number]!);
  }

  /** `share` 0.5 is the median; 0 when nothing arrived. */
  latencyMs(share: number): number {
    const sorted = this.tookMs.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  }
}
