// The player's own movement: where the character will be once the server has applied every step sent so far
// (prediction), put right when the server says otherwise (reconciliation), and how it is shown meanwhile.
//
// After each step the position is noted under the step's number. A snapshot names the newest step applied and the
// position after it; when that differs from the note, the steps after it are played again from the server's position.
// What is shown moves evenly over each step's time and takes a correction up over a tenth of a second, so that it
// neither stutters nor jumps; a correction too large to be a mistake of prediction is a teleport and is shown at once.

import { type InputHistory, stepsKept } from './input-history.js';
import type { MovementModel, MovementState } from './movement-model.js';

/** Metres. Positions come in 1/1024 m, and where the client begins is rounded too. */
const agreementM = 1.001 / 1024;
/** Metres; at 5 m/s nobody mispredicts by this much within two seconds of walking against an unknown wall. */
const teleportM = 3;
/** Time in which a shown correction falls to 1/e. */
const correctionMs = 100;
const msPerTick = 1000 / 60;
const wishScale = 127;
const stepMask = stepsKept - 1;

// Indexes in `numbers`. Doubles in an array are no objects on the heap, wherever they are handed on.
const predictedX = 0;
const predictedY = 1;
const fromX = 2;
const fromY = 3;
const offsetX = 4;
const offsetY = 5;
const stepBeganMs = 6;
const stepLastsMs = 7;
const shownAtMs = 8;
const shownX = 9;
const shownY = 10;
const correctedM = 11;

export class OwnMovement {
  /** How often the server's position differed from the predicted one. */
  corrections = 0;
  /** How many of them were too large to be shown as a slide: teleports. */
  teleports = 0;
  /** Whether the character cannot move now (dead, stunned): its steps are applied without effect. */
  isHeld = false;
  private readonly numbers = new Float64Array(12);
  private readonly afterX = new Float64Array(stepsKept);
  private readonly afterY = new Float64Array(stepsKept);
  private readonly state: MovementState = { map: 0, x: 0, y: 0 };
  private readonly step = { moveX: 0, moveY: 0, facing: 0 };
  private isPlaced = false;
  /** What the notes say no longer holds. */
  private isOutdated = false;
  /** The newest step known to be applied; `afterX` holds the position after it. */
  private applied = 0;

  /** Without a model the character is predicted to be where the server saw it last. */
  constructor(
    private readonly inputs: InputHistory,
    private readonly model: MovementModel | undefined,
  ) {}

  /** Metres, east: predicted, with all steps sent so far. */
  get x(): number {
    return this.numbers[predictedX]!;
  }

  /** Metres, south. */
  get y(): number {
    return this.numbers[predictedY]!;
  }

  /** Metres, east: what to draw; as of the last call of `show`. */
  get shownX(): number {
    return this.numbers[shownX]!;
  }

  get shownY(): number {
    return this.numbers[shownY]!;
  }

  /** Size of the newest correction in metres. */
  get lastCorrectionM(): number {
    return this.numbers[correctedM]!;
  }

  /** Steps that the server has not applied as far as is known. */
  get unappliedSteps(): number {
    return (this.inputs.sequence - this.applied) & 0xffff;
  }

  /** A new session: nothing is known until the first snapshot. */
  reset(): void {
    this.isPlaced = false;
    this.applied = 0;
    this.isHeld = false;
    this.isOutdated = false;
  }

  /** After `inputs.add`: predicts the newest step. */
  predict(nowMs: number): void {
    const { numbers, inputs, state } = this;
    if (!this.isPlaced) return;
    numbers[fromX] = this.alongX(nowMs);
    numbers[fromY] = this.alongY(nowMs);
    state.x = numbers[predictedX]!;
    state.y = numbers[predictedY]!;
    this.play(inputs.sequence);
    numbers[predictedX] = state.x;
    numbers[predictedY] = state.y;
    numbers[stepBeganMs] = nowMs;
    numbers[stepLastsMs] = inputs.ticks[inputs.sequence & stepMask]! * msPerTick;
  }

  /** The steps not applied by now never will be: the next snapshot's position is where it stands. */
  abandon(): void {
    const { inputs } = this;
    const count = Math.min(this.unappliedSteps, stepsKept);
    for (let back = 0; back < count; back++) inputs.cancel((inputs.sequence - back) & 0xffff);
    this.isOutdated = true;
  }

  /** What a snapshot says: the newest step applied, and the position in metres after it, on this map. */
  reconcile(lastInput: number, x: number, y: number, map: number): void {
    const { inputs, afterX, afterY, state } = this;
    const unapplied = (inputs.sequence - lastInput) & 0xffff;
    const isNoted = this.isPlaced && unapplied <= this.unappliedSteps && this.unappliedSteps < stepsKept;
    const at = lastInput & stepMask;
    const agrees =
      isNoted &&
      !this.isOutdated &&
      state.map === map &&
      Math.abs(afterX[at]! - x) <= agreementM &&
      Math.abs(afterY[at]! - y) <= agreementM;
    this.applied = lastInput;
    if (agrees) return;
    this.isOutdated = false;
    state.map = map;
    state.x = x;
    state.y = y;
    afterX[at] = x;
    afterY[at] = y;
    // Numbers that are no longer kept, or were never sent: begin anew where the server says.
    if (unapplied < stepsKept) {
      for (let count = unapplied - 1; count >= 0; count--) this.play((inputs.sequence - count) & 0xffff);
    } else {
      this.applied = inputs.sequence;
      this.note(inputs.sequence);
    }
    this.correct();
  }

  /** Works out `shownX` and `shownY` for this moment. Once a frame. */
  show(nowMs: number): void {
    const { numbers } = this;
    const kept = Math.exp(-Math.max(0, nowMs - numbers[shownAtMs]!) / correctionMs);
    numbers[shownAtMs] = nowMs;
    numbers[offsetX] = numbers[offsetX]! * kept;
    numbers[offsetY] = numbers[offsetY]! * kept;
    numbers[shownX] = this.alongX(nowMs) + numbers[offsetX];
    numbers[shownY] = this.alongY(nowMs) + numbers[offsetY];
  }

  private play(sequence: number): void {
    const { inputs, step, state } = this;
    const at = sequence & stepMask;
    if (!this.isHeld && this.model !== undefined) {
      step.moveX = inputs.wishX[at]! / wishScale;
      step.moveY = inputs.wishY[at]! / wishScale;
      step.facing = inputs.facing[at]!;
      this.model.step(state, step, inputs.ticks[at]!);
    }
    this.note(sequence);
  }

  private note(sequence: number): void {
    this.afterX[sequence & stepMask] = this.state.x;
    this.afterY[sequence & stepMask] = this.state.y;
  }

  /** Takes over the position in `state`; what is shown stays where it is and follows. */
  private correct(): void {
    const { numbers, state } = this;
    const east = state.x - numbers[predictedX]!;
    const south = state.y - numbers[predictedY]!;
    numbers[predictedX] = state.x;
    numbers[predictedY] = state.y;
    if (!this.isPlaced) {
      this.isPlaced = true;
      this.standStill();
      return;
    }
    const size = Math.sqrt(east * east + south * south);
    numbers[correctedM] = size;
    this.corrections++;
    if (size > teleportM) {
      this.teleports++;
      this.standStill();
      return;
    }
    numbers[fromX] = numbers[fromX]! + east;
    numbers[fromY] = numbers[fromY]! + south;
    numbers[offsetX] = numbers[offsetX]! - east;
    numbers[offsetY] = numbers[offsetY]! - south;
  }

  private standStill(): void {
    const { numbers } = this;
    numbers[fromX] = numbers[predictedX]!;
    numbers[fromY] = numbers[predictedY]!;
    numbers[offsetX] = 0;
    numbers[offsetY] = 0;
    numbers[shownX] = numbers[predictedX]!;
    numbers[shownY] = numbers[predictedY]!;
  }

  /** Where the newest step has brought the character by now, its time being spread evenly. */
  private alongX(nowMs: number): number {
    const { numbers } = this;
    return numbers[fromX]! + (numbers[predictedX]! - numbers[fromX]!) * this.stepShare(nowMs);
  }

  private alongY(nowMs: number): number {
    const { numbers } = this;
    return numbers[fromY]! + (numbers[predictedY]! - numbers[fromY]!) * this.stepShare(nowMs);
  }

  private stepShare(nowMs: number): number {
    const passed = (nowMs - this.numbers[stepBeganMs]!) / this.numbers[stepLastsMs]!;
    // 0 / 0 before the first step.
    return passed < 1 ? Math.max(0, passed) : 1;
  }
}
