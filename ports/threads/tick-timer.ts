// Measures where a tick's time goes. The simulation names what it does next; whoever has a clock measures.

/** What a gateway's turn does, in order. Waiting also takes in the first datagrams after the wait. */
export const gatewayPhases = ['receive', 'wait', 'records', 'replicate', 'send'] as const;

export interface TickTimer {
  /**
   * Phase `phase` begins, and the one before it ends: its index in `gatewayPhases`, or for the simulation in `phaseNames`
   * of application/tick/run-tick.
   */
  begin(phase: number): void;
  /** The last phase ended. */
  end(): void;
}
