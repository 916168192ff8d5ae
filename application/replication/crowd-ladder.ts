// How much is left out where many meet. A client climbs by how many entities are around it; a gateway climbs, and all its
// clients with it, when replication takes too much of its time. Each way down begins well below the way up, and a gateway
// waits a while between steps, so that nothing swings. The measured load comes in as a number: same numbers, same steps.

export interface CrowdStep {
  readonly name: string;
  /** Entities a client is shown, the nearest ones; their area becomes the client's sight. */
  readonly nearest: number;
  /** Of the client's sight squared: what is told in every snapshot, when it only moved. */
  readonly nearShare: number;
  /** As much, for what is in the middle; beyond it is far. */
  readonly middleShare: number;
  /** What only moved is told again after this many ticks at the earliest: near, in the middle, far. */
  readonly pauseOfTier: Uint8Array;
  /** Snapshots go out after this many times the usual ticks. */
  readonly slowness: number;
  /** What snapshots take of a gateway's time one step below, for each unit that they take on this one: about. */
  readonly reliefFactor: number;
}

const near = (1 / 3) ** 2;
const middle = (2 / 3) ** 2;
/**
 * With sight of 36 m: near is up to 12 m and told 20 times a second, middle up to 24 m and 10 times, far 5 times. Clients
 * interpolate; where entities are spread evenly, more than half are far. 180 leave room among 250 slots for those that
 * stay a little longer than they would come in, and for those being forgotten.
 */
export const crowdSteps: readonly CrowdStep[] = [
  {
    ...{ name: 'full', nearest: 180, nearShare: near, middleShare: middle },
    ...{ pauseOfTier: Uint8Array.of(1, 5, 11), slowness: 1, reliefFactor: 1 },
  },
  {
    ...{ name: 'seldom', nearest: 180, nearShare: near / 4, middleShare: middle },
    ...{ pauseOfTier: Uint8Array.of(1, 11, 23), slowness: 1, reliefFactor: 1.3 },
  },
  {
    ...{ name: 'nearest', nearest: 90, nearShare: near / 4, middleShare: middle },
    ...{ pauseOfTier: Uint8Array.of(1, 11, 23), slowness: 1, reliefFactor: 1.3 },
  },
  {
    ...{ name: 'slow', nearest: 45, nearShare: near, middleShare: middle },
    ...{ pauseOfTier: Uint8Array.of(1, 11, 23), slowness: 2, reliefFactor: 2 },
  },
  {
    ...{ name: 'slowest', nearest: 30, nearShare: near, middleShare: middle },
    ...{ pauseOfTier: Uint8Array.of(1, 11, 23), slowness: 4, reliefFactor: 2 },
  },
];

/** Entities around a client from which on it climbs to step 1 and 2, and below which it comes down again. */
const climbAt = [60, 180];
const descendAt = [45, 140];

/** A client's step by what it sees alone. */
export function stepBySeen(before: number, seen: number): number {
  let step = Math.min(before, climbAt.length);
  while (step < climbAt.length && seen > climbAt[step]!) step++;
  while (step > 0 && seen < descendAt[step - 1]!) step--;
  return step;
}

/** Shares of the gateway's time that replication and sending take. */
const climbLoad = 0.5;
/** A gateway comes down a step when it would take no more than this there. */
const descendLoad = 0.4;
/** Readings in a row that must agree: up fast, down slowly. */
const climbReadings = 2;
const descendReadings = 8;

/** A gateway's step. */
export class LoadLadder {
  step = 0;
  private high = 0;
  private low = 0;

  /** A new reading, about four times a second: the share of time that replication took. */
  onLoad(share: number): void {
    this.high = share > climbLoad ? this.high + 1 : 0;
    const shareBelow = share * crowdSteps[this.step]!.reliefFactor;
    this.low = shareBelow < descendLoad ? this.low + 1 : 0;
    if (this.high >= climbReadings && this.step < crowdSteps.length - 1) this.move(1);
    else if (this.low >= descendReadings && this.step > 0) this.move(-1);
  }

  private move(by: number): void {
    this.step += by;
    this.high = 0;
    this.low = 0;
  }
}
