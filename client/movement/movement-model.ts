// How a character moves, as far as the client can know: handed in by the program, because the rules and the maps are the
// game's. Prediction is as good as this is: the more exactly it does what the server does, the less is corrected.

export interface MovementState {
  /** Numeric id of the map, as in Welcome and MapChanged. */
  map: number;
  /** Metres, east. */
  x: number;
  /** Metres, south. */
  y: number;
}

export interface MovementStep {
  /** Wished direction, east and south, each -1 … 1 in steps of 1/127, as the server gets it. May be longer than 1 together. */
  readonly moveX: number;
  readonly moveY: number;
  /** Where the player looks: 1/256 turn, 0 east, clockwise. */
  readonly facing: number;
}

export interface MovementModel {
  /**
   * Moves `state` by `ticks` world steps (1 … 6, each 1/60 s) of the step's wish. Both objects are reused: keep neither.
   * Must depend on its arguments alone, because steps are played again after a correction; should not allocate.
   */
  step(state: MovementState, step: MovementStep, ticks: number): void;
}
