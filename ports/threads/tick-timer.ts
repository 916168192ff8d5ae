// Measures where a tick's time goes. The simulation names what it does next; whoever has a clock measures.

export interface TickTimer {
  /** Phase `phase` (its index in `phaseNames` of application/tick/run-tick) begins, and the one before it ends. */
  begin(phase: number): void;
  /** The last phase ended. */
  end(): void;
}
