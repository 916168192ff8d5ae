// The newest movement steps: repeated in every input so that a lost datagram costs nothing, and kept until the server has
// applied them so that prediction can play them again. Values are rounded as the wire rounds them, so that client and
// server move by the same numbers.

import { encodePlayerInput, PlayerInput } from '#adapters/protocol/generated/game.js';

/** Steps kept: at 60 a second the last two seconds. A power of two, positions are sequence modulo this. */
export const stepsKept = 128;
/** Each input carries this many steps, the newest and the ones before it: fewer where nothing is lost. */
const carriedUsually = 3;
const carriedMax = 8;
/** Share of lost packets from which inputs carry two steps more, and from which as many as they can. */
const someLoss = 0.02;
const muchLoss = 0.08;
const wishScale = 127;
const stepTicksMax = 6;

export class InputHistory {
  /** Number of the newest step; the first is 1. Wraps at 65,536. */
  sequence = 0;
  /** Wishes in 1/127, by sequence modulo `stepsKept`. */
  readonly wishX = new Int8Array(stepsKept);
  readonly wishY = new Int8Array(stepsKept);
  readonly facing = new Uint8Array(stepsKept);
  readonly ticks = new Uint8Array(stepsKept);
  private readonly input = new PlayerInput();
  private kept = 0;
  private carried = carriedUsually;

  /** A new session numbers its steps from 1. */
  reset(): void {
    this.sequence = 0;
    this.kept = 0;
  }

  /** How much redundancy the connection needs: the share of packets lost lately, 0 … 1. */
  adaptTo(lossRatio: number): void {
    this.carried = lossRatio >= muchLoss ? carriedMax : carriedUsually + (lossRatio >= someLoss ? 2 : 0);
  }

  /**
   * Adds a step: a wished direction (each part in -1 … 1), where the player looks (1/256 turn), and for how many world
   * steps it holds (1 … 6). What is out of range is brought into it, NaN counts as 0. Returns its number.
   */
  add(moveX: number, moveY: number, facing: number, ticks: number): number {
    this.sequence = (this.sequence + 1) & 0xffff;
    const at = this.sequence & (stepsKept - 1);
    this.wishX[at] = wireWish(moveX);
    this.wishY[at] = wireWish(moveY);
    this.facing[at] = facing;
    this.ticks[at] = Math.min(stepTicksMax, Math.max(1, Math.floor(ticks) || 1));
    if (this.kept < stepsKept) this.kept++;
    return this.sequence;
  }

  /** Where the player looked in this step; undefined when it is not kept. */
  facingOf(sequence: number): number | undefined {
    const age = (this.sequence - sequence) & 0xffff;
    return age < this.kept ? this.facing[sequence & (stepsKept - 1)] : undefined;
  }

  /** Makes a step that was never applied one of standing still, should it yet be sent or played. */
  cancel(sequence: number): void {
    const at = sequence & (stepsKept - 1);
    this.wishX[at] = 0;
    this.wishY[at] = 0;
  }

  /** Writes the PlayerInput packet; returns its end or a fault below 0. */
  encode(viewTick: number, out: Uint8Array, at: number): number {
    const { input, sequence } = this;
    const count = Math.min(this.carried, this.kept);
    for (let index = 0; index < count; index++) {
      const position = (sequence - (count - 1 - index)) & (stepsKept - 1);
      const step = input.steps[index]!;
      step.moveX = this.wishX[position]! / wishScale;
      step.moveY = this.wishY[position]! / wishScale;
      step.facing = this.facing[position]!;
      step.ticks = this.ticks[position]!;
    }
    input.stepsCount = count;
    input.sequence = sequence;
    input.viewTick = viewTick;
    return encodePlayerInput(input, out, at);
  }
}

function wireWish(value: number): number {
  // NaN becomes 0 on its way into the column.
  return Math.floor(Math.min(1, Math.max(-1, value)) * wishScale + 0.5);
}
