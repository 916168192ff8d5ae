// Whether another thread lives that counts its beats where it can be read: how long it has not counted.

import type { Clock } from '#ports/system/clock.js';

export class ThreadPulse {
  #beats = -1;
  #atMs: number;

  /** `beats` as the thread counts them now. */
  constructor(
    private readonly beats: () => number,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {
    this.#atMs = clock.nowMs();
  }

  /** Since the last beat that a look saw; to be looked at every second or so. */
  get ageMs(): number {
    const beats = this.beats();
    const nowMs = this.clock.nowMs();
    if (beats !== this.#beats) {
      this.#beats = beats;
      this.#atMs = nowMs;
    }
    return nowMs - this.#atMs;
  }
}
