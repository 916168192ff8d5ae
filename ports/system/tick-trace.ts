// What each of the last ticks did with its time.

export interface TracedTick {
  /** Since it ended. */
  readonly agoMs: number;
  /** What each phase took, in their order, in µs. */
  readonly us: readonly number[];
}

export interface TickTrace {
  /** Ticks that ended within the last `ms`, oldest first; of 35 s at most. */
  last(ms: number): readonly TracedTick[];
}
