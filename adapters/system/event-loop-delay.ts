// How late this thread's timers are, over windows of 10 s. Node's monitor measures the distance between two firings of
// its own timer, so an idle thread shows that timer's step; it is taken off here. Who asks twice, or from two pages,
// gets the same figures: asking changes nothing.

import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Wakes an idle process 50 times a second; a delay is known to about a millisecond. */
export const stepMs = 20;
const windowMs = 10_000;

export interface EventLoopDelay {
  readonly minSeconds: number;
  readonly maxSeconds: number;
  readonly meanSeconds: number;
  readonly stddevSeconds: number;
  readonly p50Seconds: number;
  readonly p90Seconds: number;
  readonly p99Seconds: number;
}

type Histogram = Pick<
  ReturnType<typeof monitorEventLoopDelay>,
  'count' | 'min' | 'max' | 'mean' | 'stddev' | 'percentile'
>;

/** Undefined for a histogram that holds nothing. */
export function delayIn(histogram: Histogram): EventLoopDelay | undefined {
  if (Number(histogram.count) === 0) return undefined;
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - stepMs / 1000);
  return {
    minSeconds: late(histogram.min),
    maxSeconds: late(histogram.max),
    meanSeconds: late(histogram.mean),
    stddevSeconds: Number.isFinite(histogram.stddev) ? histogram.stddev / 1e9 : 0,
    p50Seconds: late(histogram.percentile(50)),
    p90Seconds: late(histogram.percentile(90)),
    p99Seconds: late(histogram.percentile(99)),
  };
}

export class EventLoopMonitor {
  readonly #histogram = monitorEventLoopDelay({ resolution: stepMs });
  readonly #timer: NodeJS.Timeout;
  #window: EventLoopDelay | undefined;

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => this.closeWindow(), windowMs).unref();
  }

  /** The last whole window; before it, what there is so far, and undefined when that is nothing. */
  newest(): EventLoopDelay | undefined {
    return this.#window ?? delayIn(this.#histogram);
  }

  /** What the timer does every 10 s. */
  closeWindow(): void {
    this.#window = delayIn(this.#histogram);
    this.#histogram.reset();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }
}
