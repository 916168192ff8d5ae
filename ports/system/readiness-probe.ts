// Something the process cannot do its work without.

export interface ReadinessProbe {
  readonly name: string;
  /** Resolves when it works now; rejects with the reason when not. Callers bound its time. */
  check(): Promise<void>;
}
