// How a client of the swarm walks about: straight on, and every so many inputs another way. One input is one step.

import { PlayerInput } from '#adapters/protocol/generated/game.js';

/** Inputs from one turn to the next. */
export const turnEveryInputs = 90;
/** Radians between the first headings of two clients: the golden angle, so that neighbours part. */
const headingApart = 2.399963;

/** All walks take turns with it. */
const input = new PlayerInput();
input.stepsCount = 1;

export class Walk {
  /** Of the input that was made last, 16 bits. */
  sequence = 0;
  private heading: number;

  constructor(private readonly index: number) {
    this.heading = (index * headingApart) % (2 * Math.PI);
  }

  /** The next input; belongs to all walks and holds until the next call on any of them. */
  next(viewTick: number, ticks: number): PlayerInput {
    this.sequence = (this.sequence + 1) & 0xffff;
    if (this.sequence % turnEveryInputs === 0) this.turn();
    return this.current(viewTick, ticks);
  }

  /** The input made last, as it would be made now. */
  current(viewTick: number, ticks: number): PlayerInput {
    input.sequence = this.sequence;
    input.viewTick = viewTick;
    const step = input.steps[0]!;
    step.moveX = Math.cos(this.heading);
    step.moveY = Math.sin(this.heading);
    step.facing = ((this.heading / (2 * Math.PI)) * 256) & 0xff;
    step.ticks = ticks;
    return input;
  }

  turn(): void {
    this.heading += 1 + (this.index % 7) / 3;
  }
}
