// What tick it is on the server now, and which tick to show.
//
// Every snapshot measures how far the server's ticks are ahead of the local clock, late by its way here. The earliest
// arrivals of the last seconds had the shortest way; with half the shortest round trip added they tell the server's
// present within the difference between the ways there and back.
//
// To show others evenly, one must show them a little late: so late that the next snapshot is (nearly always) there
// before it is needed. Each arrival says how late that would have had to be, given its delay and whatever was lost
// before it; the delay is the one that 19 of the last 20 arrivals ask for. It grows and shrinks with the network.

import { tickRate } from '#adapters/protocol/generated/game.js';
import { SteadyOffset } from './steady-offset.js';

/** Snapshots that are looked back on: about three seconds. */
const windowSnapshots = 64;
/** One arrival in this many may come too late to be shown in time. */
const lateOneIn = 20;
/** Until a second snapshot tells how even they come, in ticks: two intervals. */
const firstDelayTicks = 6;
/** Ticks; nobody is shown later than this behind the newest news, however bad the network. */
const delayTicksMax = 60;
/** Time shown runs at most this share faster or slower. Below what one notices. */
const viewRateMax = 0.1;
const serverRateMax = 0.05;
/** Ticks; half a second off is not crept up to. */
const jumpFromTicks = 30;
const ticksPerMs = tickRate / 1000;

export class ServerTime {
  private readonly server = new SteadyOffset(serverRateMax, jumpFromTicks);
  private readonly view = new SteadyOffset(viewRateMax, delayTicksMax);
  /** In ticks: how far an arriving snapshot was ahead of the local clock, and the one before it at that moment. */
  private readonly newest = new Float64Array(windowSnapshots);
  private readonly before = new Float64Array(windowSnapshots);
  private readonly roundTripTicks = new Float64Array(windowSnapshots);
  private readonly lowest = new Float64Array(Math.ceil(windowSnapshots / lateOneIn) + 1);
  private count = 0;
  private lastTick = 0;

  reset(): void {
    this.count = 0;
    this.lastTick = 0;
    this.server.reset();
    this.view.reset();
  }

  /** A session begins: forgets what was measured. `tick` is the server's when it said so, half a round trip ago. */
  begin(tick: number, nowMs: number, roundTripMs: number): void {
    this.reset();
    this.server.aim(tick + (roundTripMs / 2 - nowMs) * ticksPerMs);
  }

  /** Whether there is something to show: from the first snapshot on. */
  get isKnown(): boolean {
    return this.count > 0;
  }

  /** Tick of the newest snapshot, 0 before the first. */
  get newestTick(): number {
    return this.lastTick;
  }

  /** The tick the server is at, with its fraction, when the local clock shows `nowMs`. 0 while unknown, which it is until a session stands. */
  serverTickAt(nowMs: number): number {
    return this.server.isKnown ? this.server.at(nowMs * ticksPerMs) : 0;
  }

  /** The tick of which others should be shown. Runs on evenly, a delay behind the server. 0 before the first snapshot. */
  viewTickAt(nowMs: number): number {
    return this.view.isKnown ? this.view.at(nowMs * ticksPerMs) : 0;
  }

  /** A snapshot of `tick` (newer than the last) arrived at `nowMs`; `roundTripMs` is the latest measured, 0 for none yet. */
  onSnapshot(tick: number, nowMs: number, roundTripMs: number): void {
    const now = nowMs * ticksPerMs;
    const at = this.count % windowSnapshots;
    this.newest[at] = tick - now;
    this.before[at] = this.count === 0 ? tick - now - firstDelayTicks : this.lastTick - now;
    this.roundTripTicks[at] = roundTripMs * ticksPerMs;
    this.count++;
    this.lastTick = tick;
    this.aim();
  }

  private aim(): void {
    const kept = Math.min(this.count, windowSnapshots);
    let earliest = -Infinity;
    let shortest = Infinity;
    for (let index = 0; index < kept; index++) {
      earliest = Math.max(earliest, this.newest[index]!);
      const roundTrip = this.roundTripTicks[index]!;
      if (roundTrip > 0 && roundTrip < shortest) shortest = roundTrip;
    }
    // While no round trip has been measured, the way counts as none.
    this.server.aim(earliest + (shortest === Infinity ? 0 : shortest / 2));
    this.view.aim(Math.max(this.lateEnough(kept), earliest - delayTicksMax));
  }

  /** The offset that all but one in `lateOneIn` of the kept arrivals would have been in time for. */
  private lateEnough(kept: number): number {
    const { lowest } = this;
    const wanted = Math.floor(kept / lateOneIn) + 1;
    lowest.fill(Infinity, 0, wanted);
    for (let index = 0; index < kept; index++) {
      // Insertion among the few lowest.
      let offset = this.before[index]!;
      for (let rank = 0; rank < wanted; rank++) {
        const other = lowest[rank]!;
        if (offset >= other) continue;
        lowest[rank] = offset;
        offset = other;
      }
    }
    return lowest[wanted - 1]!;
  }
}
