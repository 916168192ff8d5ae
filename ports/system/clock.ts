// Time for everything outside the domain; the domain itself counts ticks.

export interface Clock {
  /** Milliseconds since an arbitrary start; never goes back. Fractions allowed. */
  nowMs(): number;
  /** Milliseconds since 1970-01-01T00:00Z; may jump when the system's clock is set. */
  unixMs(): number;
}
