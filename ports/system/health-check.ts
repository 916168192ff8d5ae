// One thing that must be well for a program to work, with the reason when it is not.

/** A reason beside `ok: true` is what somebody should look at, though the program works without it. */
export type CheckResult =
  { readonly ok: true; readonly reason?: string } | { readonly ok: false; readonly reason: string };

export interface HealthCheck {
  /** A noun: 'simulation', 'database'. */
  readonly name: string;
  /** May throw, which is a failure. Callers bound its time. */
  check(): CheckResult | Promise<CheckResult>;
}
