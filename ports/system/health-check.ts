// One thing that must be well for a program to work, with the reason when it is not.

export type CheckResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface HealthCheck {
  /** A noun: 'simulation', 'database'. */
  readonly name: string;
  /** May throw, which is a failure. Callers bound its time. */
  check(): CheckResult | Promise<CheckResult>;
}
