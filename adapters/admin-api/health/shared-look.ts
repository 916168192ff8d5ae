// One look at something for all who ask at a time: who asks while one is under way, or soon after it began, gets its answer.
// What fails is tried anew.

export class SharedLook<Seen> {
  #look: Promise<Seen> | undefined;
  #isUnderWay = false;
  #beganAtMs = 0;

  /** What was seen is good until `goodMs` after the look began, and while it is under way. */
  constructor(
    private readonly look: () => Promise<Seen>,
    private readonly goodMs: number,
  ) {}

  take(nowMs: number): Promise<Seen> {
    const isGood = this.#isUnderWay || nowMs - this.#beganAtMs < this.goodMs;
    return this.#look !== undefined && isGood ? this.#look : this.#begin(nowMs);
  }

  #begin(nowMs: number): Promise<Seen> {
    const look = this.look();
    [this.#look, this.#isUnderWay, this.#beganAtMs] = [look, true, nowMs];
    look.then(
      () => (this.#isUnderWay = false),
      () => {
        this.#isUnderWay = false;
        this.#look = undefined;
      },
    );
    return look;
  }
}
