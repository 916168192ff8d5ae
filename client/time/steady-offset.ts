// How far a remote time is ahead of the local one, as a number that follows noisy measurements calmly: time read through
// it runs at most a set share faster or slower than the local clock, so it never stands or runs back, save for one jump
// when it is so far off that creeping there would take long (the first measurement, a server that stood still).

const value = 0;
const target = 1;
const movedAt = 2;

export class SteadyOffset {
  /** How often it jumped, the first measurement included. */
  jumps = 0;
  private readonly numbers = new Float64Array(3);
  private isSet = false;

  /** All three in the same unit of time: rate of creeping as a share, and the distance from which it jumps. */
  constructor(
    private readonly rateMax: number,
    private readonly jumpFrom: number,
  ) {}

  get isKnown(): boolean {
    return this.isSet;
  }

  reset(): void {
    this.isSet = false;
  }

  aim(offset: number): void {
    const { numbers } = this;
    numbers[target] = offset;
    if (this.isSet && Math.abs(offset - numbers[value]!) <= this.jumpFrom) return;
    this.isSet = true;
    this.jumps++;
    numbers[value] = offset;
  }

  /** The remote time at the local time `now`; `now` must not run back. */
  at(now: number): number {
    const { numbers } = this;
    const most = Math.max(0, now - numbers[movedAt]!) * this.rateMax;
    numbers[movedAt] = now;
    const away = numbers[target]! - numbers[value]!;
    numbers[value] = numbers[value]! + Math.min(most, Math.max(-most, away));
    return now + numbers[value];
  }
}
