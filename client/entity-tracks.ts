// The ways of those in sight, and where on them to show each: between the two positions told around the tick shown, a little
// beyond the last one when the next is late, and at once at the new position when somebody was put elsewhere.
// Who is far away is told of less often; they are shown later by so much, each by a delay of its own that follows slowly.
// Kept by the slot numbers of the wire, in columns: showing a frame allocates nothing. Numbers with a fraction pass between
// the functions here in columns or objects, never as arguments or results: those cost 16 bytes of heap each wherever the
// engine does not inline the call, and whether it does differs from run to run.

import { visibleEntitiesMax } from '#adapters/protocol/generated/game.js';

/** Positions kept of each: at 20 snapshots a second those of 0.8 s, more than the longest delay needs when none is lost. */
const positionsKept = 16;
/** Who was not told of for this many times the usual pause, and two ticks, stood still rather than gliding on. */
const stoodAfterPauses = 2.5;
/** Ticks; longer silences are no pauses of somebody who moves. */
const pauseTicksMax = 30;
/** Of the difference to a longer, or shorter, pause than the usual one, into the usual one. */
const longerShare = 0.5;
const shorterShare = 0.125;
/** Somebody's own time runs at most this share faster or slower while its delay changes. */
const delayRateMax = 0.2;
/** Nobody is shown further along than this many ticks beyond what is known. */
const guessTicksMax = 9;
/** Metres, plus metres a tick since the last position: nobody walks that far. */
const teleportM = 2;
const teleportMPerTick = 0.5;
/** Time in which a wrong guess that was shown falls to 1/e. */
const regretTicks = 4;
/** Ticks by which a delay may change in the frame being worked out. */
const delayChangeMax = 3;

/** Metres and 1/256 turn. */
export interface ToldPosition {
  readonly x: number;
  readonly y: number;
  readonly facing: number;
}

export class EntityTracks {
  /** Metres, by slot; as of the last call of `show`. */
  readonly shownX = new Float64Array(visibleEntitiesMax);
  readonly shownY = new Float64Array(visibleEntitiesMax);
  /** 1/256 turn with its fraction. */
  readonly shownFacing = new Float64Array(visibleEntitiesMax);
  private readonly ticks = new Uint32Array(visibleEntitiesMax * positionsKept);
  // Positions come in 1/64 m below 1024: exact in 32 bits.
  private readonly xs = new Float32Array(visibleEntitiesMax * positionsKept);
  private readonly ys = new Float32Array(visibleEntitiesMax * positionsKept);
  private readonly facings = new Uint8Array(visibleEntitiesMax * positionsKept);
  /** How many positions a slot has had since it was begun, 0 for a slot nobody is in. */
  private readonly counts = new Uint32Array(visibleEntitiesMax);
  /** What was shown may differ from what is known since: the difference fades instead of jumping. */
  private readonly isDoubtful = new Uint8Array(visibleEntitiesMax);
  private readonly regretX = new Float64Array(visibleEntitiesMax);
  private readonly regretY = new Float64Array(visibleEntitiesMax);
  /** Ticks between two positions of one who moves, as a running mean that rises fast. */
  private readonly pauses = new Float64Array(visibleEntitiesMax);
  /** Ticks by which somebody is shown later than the tick shown. */
  private readonly delays = new Float64Array(visibleEntitiesMax);
  private readonly slotTicks = new Float64Array(visibleEntitiesMax);
  /** Where on a way: x, y, facing; and `delayChangeMax`. */
  private readonly spot = new Float64Array(4);
  private slotsUsed = 0;
  private newestTick = 0;
  private previousTick = 0;
  private shownTick = 0;
  private intervalTicks = 3;

  /** Forgets everybody. Snapshots come every `intervalTicks` ticks. */
  reset(intervalTicks: number): void {
    this.intervalTicks = intervalTicks;
    this.counts.fill(0);
    this.slotsUsed = 0;
    this.newestTick = 0;
    this.previousTick = 0;
    this.shownTick = 0;
  }

  /** Before the positions of a snapshot. */
  beginSnapshot(tick: number): void {
    // The frame before looked beyond everything known.
    if (this.shownTick > this.newestTick) this.isDoubtful.fill(1, 0, this.slotsUsed);
    this.previousTick = this.newestTick;
    this.newestTick = tick;
  }

  forget(slot: number): void {
    this.counts[slot] = 0;
    while (this.slotsUsed > 0 && this.counts[this.slotsUsed - 1] === 0) this.slotsUsed--;
  }

  /** Somebody appears in the slot: shown here at once. */
  begin(slot: number, position: ToldPosition): void {
    if (slot >= this.slotsUsed) this.slotsUsed = slot + 1;
    this.counts[slot] = 0;
    this.isDoubtful[slot] = 0;
    this.regretX[slot] = 0;
    this.regretY[slot] = 0;
    this.pauses[slot] = this.intervalTicks;
    this.delays[slot] = 0;
    this.slotTicks[slot] = this.shownTick;
    this.push(slot, position);
    this.shownX[slot] = position.x;
    this.shownY[slot] = position.y;
    this.shownFacing[slot] = position.facing;
  }

  /** The snapshot tells where somebody is. */
  add(slot: number, position: ToldPosition): void {
    const last = this.indexOf(slot, 0);
    const told = this.ticks[last]!;
    const tick = this.newestTick;
    if (tick <= told) return;
    if (this.slotTicks[slot]! > told) this.isDoubtful[slot] = 1;
    const pause = tick - told;
    if (this.isStay(slot, pause) && this.previousTick > told) {
      this.stayUntilPrevious(slot, last);
    }
    if (pause <= pauseTicksMax) {
      const away = pause - this.pauses[slot]!;
      this.pauses[slot] = this.pauses[slot]! + away * (away > 0 ? longerShare : shorterShare);
    }
    this.push(slot, position);
  }

  /** Works out where everybody is to be shown at this tick, which may have a fraction. */
  show(viewTick: number): void {
    const passed = Math.max(0, viewTick - this.shownTick);
    const kept = this.shownTick === 0 ? 0 : Math.exp(-passed / regretTicks);
    this.spot[delayChangeMax] = passed * delayRateMax;
    for (let slot = 0; slot < this.slotsUsed; slot++) {
      if (this.counts[slot] === 0) continue;
      if (this.isDoubtful[slot] !== 0) this.regret(slot);
      this.followPause(slot);
      this.slotTicks[slot] = viewTick - this.delays[slot]!;
      this.regretX[slot] = this.regretX[slot]! * kept;
      this.regretY[slot] = this.regretY[slot]! * kept;
      this.locate(slot);
      this.shownX[slot] = this.spot[0]! + this.regretX[slot]!;
      this.shownY[slot] = this.spot[1]! + this.regretY[slot]!;
      this.shownFacing[slot] = this.spot[2]!;
    }
    this.shownTick = viewTick;
  }

  /** The pauses beyond the interval of snapshots, for which the tick shown already waits. */
  private followPause(slot: number): void {
    const most = this.spot[delayChangeMax]!;
    const away = Math.max(0, this.pauses[slot]! - this.intervalTicks) - this.delays[slot]!;
    this.delays[slot] = this.delays[slot]! + Math.min(most, Math.max(-most, away));
  }

  private isStay(slot: number, pauseTicks: number): boolean {
    return pauseTicks > this.pauses[slot]! * stoodAfterPauses + 2;
  }

  private regret(slot: number): void {
    this.isDoubtful[slot] = 0;
    this.locate(slot);
    const east = this.shownX[slot]! - this.spot[0]!;
    const south = this.shownY[slot]! - this.spot[1]!;
    const small = east * east + south * south < teleportM * teleportM;
    this.regretX[slot] = small ? east : 0;
    this.regretY[slot] = small ? south : 0;
  }

  /** The spot at the slot's tick. */
  private locate(slot: number): void {
    const tick = this.slotTicks[slot]!;
    const count = Math.min(this.counts[slot]!, positionsKept);
    let after = -1;
    for (let back = 0; back < count; back++) {
      const at = this.indexOf(slot, back);
      if (this.ticks[at]! <= tick) {
        if (after < 0) this.guess(slot, at);
        else this.between(slot, at, after);
        return;
      }
      after = at;
    }
    // Older than everything known.
    this.stand(after);
  }

  private stand(at: number): void {
    this.spot[0] = this.xs[at]!;
    this.spot[1] = this.ys[at]!;
    this.spot[2] = this.facings[at]!;
  }

  private between(slot: number, from: number, to: number): void {
    this.stand(from);
    const gap = this.ticks[to]! - this.ticks[from]!;
    if (this.isTeleport(from, to, gap)) return;
    const share = (this.slotTicks[slot]! - this.ticks[from]!) / gap;
    this.spot[0] = this.xs[from]! + (this.xs[to]! - this.xs[from]!) * share;
    this.spot[1] = this.ys[from]! + (this.ys[to]! - this.ys[from]!) * share;
    // The shorter way round.
    const turn = ((this.facings[to]! - this.facings[from]! + 128) & 0xff) - 128;
    this.spot[2] = (this.facings[from]! + turn * share + 256) % 256;
  }

  /** Beyond the last position: goes on as before if that was told just now, else stands there, because a mover is told of. */
  private guess(slot: number, last: number): void {
    this.stand(last);
    if (this.counts[slot]! < 2 || this.ticks[last] !== this.newestTick) return;
    const before = this.indexOf(slot, 1);
    const gap = this.ticks[last]! - this.ticks[before]!;
    if (this.isStay(slot, gap) || this.isTeleport(before, last, gap)) return;
    const beyond = Math.min(guessTicksMax, this.slotTicks[slot]! - this.ticks[last]!) / gap;
    this.spot[0] = this.xs[last]! + (this.xs[last]! - this.xs[before]!) * beyond;
    this.spot[1] = this.ys[last]! + (this.ys[last]! - this.ys[before]!) * beyond;
  }

  private isTeleport(from: number, to: number, gapTicks: number): boolean {
    const east = this.xs[to]! - this.xs[from]!;
    const south = this.ys[to]! - this.ys[from]!;
    const most = teleportM + teleportMPerTick * gapTicks;
    return east * east + south * south > most * most;
  }

  private push(slot: number, position: ToldPosition): void {
    const at = this.nextPosition(slot);
    this.ticks[at] = this.newestTick;
    this.xs[at] = position.x;
    this.ys[at] = position.y;
    this.facings[at] = position.facing;
  }

  private stayUntilPrevious(slot: number, last: number): void {
    const at = this.nextPosition(slot);
    this.ticks[at] = this.previousTick;
    this.xs[at] = this.xs[last]!;
    this.ys[at] = this.ys[last]!;
    this.facings[at] = this.facings[last]!;
  }

  private nextPosition(slot: number): number {
    const count = this.counts[slot]!;
    this.counts[slot] = count + 1;
    return slot * positionsKept + (count % positionsKept);
  }

  /** The position told `back` positions before the newest. */
  private indexOf(slot: number, back: number): number {
    return slot * positionsKept + ((this.counts[slot]! - 1 - back) % positionsKept);
  }
}
