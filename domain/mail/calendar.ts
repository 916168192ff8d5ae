// What the date is. The rules have no clock: whoever runs the world tells it, once a second, as an input of the ticks that
// follow, so that the same inputs give the same world.
//
// The date never goes back: told an earlier one it stands still until that has passed. A date far ahead is followed step by
// step, so that a clock that was set wrong for a while does not send all letters and listings back at once. The first date
// after a start is taken as it is: the server may have been off for long.

import { defineTable } from '../engine/system.js';

/** The date moves on by at most so many seconds with each telling: a server that stood still for a day has caught up in 24 minutes. */
export const dateStepMaxSeconds = 60;
/** The last second that a Date of JavaScript has. */
const lastSecond = 8_640_000_000_000;

export class Calendar {
  /** Whole seconds since 1970; 0 before anybody said. */
  nowSeconds = 0;
  /** What was told last. */
  toldSeconds = 0;

  /**
   * What it is on its way to, or where it stands still. What lasts for a time is reckoned from here: else it would end with a
   * day that is caught up with in minutes.
   */
  get comingSeconds(): number {
    return Math.max(this.nowSeconds, this.toldSeconds);
  }

  /** What is no date is not listened to. */
  tell(unixSeconds: number): void {
    const told = Math.floor(unixSeconds);
    if (!(told <= lastSecond)) return;
    this.toldSeconds = told;
    if (told <= this.nowSeconds) return;
    this.nowSeconds = this.nowSeconds === 0 ? told : Math.min(told, this.nowSeconds + dateStepMaxSeconds);
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    calendar: Calendar;
  }
}

export const calendar = defineTable({
  name: 'calendar',
  create: () => new Calendar(),
  eachWord({ nowSeconds, comingSeconds }, visit) {
    for (const seconds of [nowSeconds, comingSeconds]) {
      visit(seconds | 0);
      visit(Math.floor(seconds / 0x1_0000_0000));
    }
  },
});
