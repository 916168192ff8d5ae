// Who works out what creatures ask themselves (see domain/space/navigation/path-queue): in the simulation's own thread a piece
// a tick, or in others beside it. The answers are the same; only who has the work differs.

export interface Deliberation {
  /**
   * Once a tick: all questions with numbers below `end` are written and may be worked on. Who does so in the simulation's
   * own thread takes about `steps` now.
   */
  ponder(end: number, steps: number): void;
  /** Comes back when the answer to question `number`, one of those pondered, stands in the columns. */
  settle(number: number): void;
  /** Answers that were due before they were worked out, since the start: the simulation waited, or did it itself. */
  readonly late: number;
}
