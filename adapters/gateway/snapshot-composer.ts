// Chooses what one snapshot carries: for every entity in sight the field groups that changed after the tick the client
// has acknowledged, whole or not at all. When there is more than the byte budget, what matters more and has waited
// longer goes first (a priority accumulator), the rest waits for a later snapshot; nobody is told of a half entity.

import {
  EntityStateMask,
  type EntityUpdate,
  Snapshot,
  encodeSnapshot,
} from '#adapters/protocol/generated/game.js';
import type { Frame, FrameColumns } from '#ports/frame.js';
import { distanceSquared } from './area-of-interest.js';
import { unitsPerMetre } from './cell-rectangle.js';
import { slotLeaving, slotShown, slotsMax } from './client-view.js';
import type { ClientView } from './client-view.js';
import type { SnapshotsInFlight } from './snapshots-in-flight.js';

/** Bytes of a Snapshot before its lists, both counts included. */
const headBytes = 19;
/** Removed slots wait for another snapshot beyond this many, so that they never push out what is in sight. */
const removedPerSnapshotMax = 64;
const nearSquared = (12 * unitsPerMetre) ** 2;
const middleSquared = (24 * unitsPerMetre) ** 2;
/**
 * What only moved is told again after this many ticks at the earliest: near in every snapshot (20 a second), in the middle
 * in every second, far in every fourth. Clients interpolate; two thirds of what is in sight is far.
 */
const pauseTicksMiddle = 5;
const pauseTicksFar = 11;
const weightNear = 8;
const weightMiddle = 4;
const weightFar = 2;
/** Own entity and newcomers: before anything that only moved. */
const weightFirst = 48;
const prioritySteps = 256;
const motionGroups = EntityStateMask.position | EntityStateMask.facing;

export interface ComposeOptions {
  /** Bytes the encoded snapshot may take. */
  budgetBytes: number;
  /** An unacknowledged slot that did not change again is repeated after this many ticks, about a round trip. */
  resendAfterTicks: number;
}

export class SnapshotComposer {
  private readonly snapshot = new Snapshot();
  /** Group mask of each slot for the client at hand; 0 leaves it out. */
  private readonly mask = new Uint8Array(slotsMax);
  private readonly bytesAtPriority = new Uint32Array(prioritySteps);

  /**
   * Writes the snapshot of `frame` for the view to `out` and notes in `flight` (already opened) what it carried.
   * Returns the end offset, or the encoder's negative fault, which is a broken invariant.
   */
  compose(
    view: ClientView,
    frame: Frame,
    flight: SnapshotsInFlight,
    options: ComposeOptions,
    out: Uint8Array,
    at: number,
  ): number {
    const { columns } = frame;
    const self = view.entity & 0xffff;
    const snapshot = this.snapshot;
    snapshot.tick = frame.tick;
    snapshot.lastInput = columns.lastInput[self]!;
    snapshot.x = columns.ownX[self]! / 1024;
    snapshot.y = columns.ownY[self]! / 1024;
    snapshot.health = columns.ownHealth[self]!;
    snapshot.mana = columns.ownMana[self]!;
    const removedBytes = this.addRemoved(view, frame.tick, flight, options.resendAfterTicks);
    const room = options.budgetBytes - headBytes - removedBytes;
    const wanted = this.markChanged(view, frame, options.resendAfterTicks);
    const least = wanted <= room ? 0 : this.leastPriorityThatFits(view, columns, room);
    this.addUpdates(view, frame, flight, least, room);
    return encodeSnapshot(snapshot, out, at);
  }

  private addRemoved(
    view: ClientView,
    tick: number,
    flight: SnapshotsInFlight,
    resendAfterTicks: number,
  ): number {
    const snapshot = this.snapshot;
    let count = 0;
    for (let slot = 0; slot < view.slotsUsed && count < removedPerSnapshotMax; slot++) {
      if (view.slotState[slot] !== slotLeaving || !due(view.slotSentTick[slot]!, tick, resendAfterTicks))
        continue;
      snapshot.removed[count++] = slot;
      view.slotSentTick[slot] = tick;
      flight.addRemoved(view, slot);
    }
    snapshot.removedCount = count;
    return count;
  }

  /** Sets the mask of every slot and returns the bytes that all of them together would take. */
  private markChanged(view: ClientView, frame: Frame, resendAfterTicks: number): number {
    const { columns, tick } = frame;
    const self = view.entity & 0xffff;
    let bytes = 0;
    for (let slot = 0; slot < view.slotsUsed; slot++) {
      this.mask[slot] = 0;
      if (view.slotState[slot] !== slotShown) continue;
      const place = view.slotEntity[slot]! & 0xffff;
      const mask = changedGroups(columns, place, view.slotAckedTick[slot]!, place === self);
      if (mask === 0) continue;
      const sent = view.slotSentTick[slot]!;
      const squared = distanceSquared(columns, self, place);
      if (rests(sent, tick, mask, squared)) continue;
      if (!due(sent, tick, resendAfterTicks) && changedGroups(columns, place, sent, place === self) === 0)
        continue;
      this.mask[slot] = mask;
      this.raisePriority(view, slot, squared, place === self);
      bytes += updateBytes(mask, columns.nameLength[place]!, slot);
    }
    return bytes;
  }

  private raisePriority(view: ClientView, slot: number, squared: number, own: boolean): void {
    let weight = squared <= nearSquared ? weightNear : squared <= middleSquared ? weightMiddle : weightFar;
    if (own || view.slotAckedTick[slot] === 0) weight += weightFirst;
    view.slotPriority[slot] = Math.min(prioritySteps - 1, view.slotPriority[slot]! + weight);
  }

  /** A counting sort by priority, of which only the place where the room ends is needed. */
  private leastPriorityThatFits(view: ClientView, columns: FrameColumns, room: number): number {
    const bytesAt = this.bytesAtPriority.fill(0);
    for (let slot = 0; slot < view.slotsUsed; slot++) {
      if (this.mask[slot] === 0) continue;
      const place = view.slotEntity[slot]! & 0xffff;
      const priority = view.slotPriority[slot]!;
      bytesAt[priority] =
        bytesAt[priority]! + updateBytes(this.mask[slot]!, columns.nameLength[place]!, slot);
    }
    let priority = prioritySteps - 1;
    for (let left = room; priority > 0; priority--) {
      left -= bytesAt[priority]!;
      // The step in which the room ends is entered too: addUpdates stops where it is full.
      if (left < 0) return priority;
    }
    return priority;
  }

  private addUpdates(
    view: ClientView,
    frame: Frame,
    flight: SnapshotsInFlight,
    leastPriority: number,
    room: number,
  ): void {
    const { columns, tick } = frame;
    const snapshot = this.snapshot;
    let left = room;
    let count = 0;
    // Slots above the marginal step first, so that those of the step itself share what is left.
    for (let pass = 0; pass < 2; pass++) {
      for (let slot = 0; slot < view.slotsUsed; slot++) {
        const mask = this.mask[slot]!;
        const priority = view.slotPriority[slot]!;
        if (mask === 0 || (pass === 0 ? priority <= leastPriority : priority !== leastPriority)) continue;
        const place = view.slotEntity[slot]! & 0xffff;
        const bytes = updateBytes(mask, columns.nameLength[place]!, slot);
        if (bytes > left) continue;
        left -= bytes;
        fillUpdate(snapshot.entities[count++]!, slot, mask, columns, place);
        view.slotSentTick[slot] = tick;
        view.slotPriority[slot] = 0;
        this.mask[slot] = 0;
        flight.add(view, slot);
      }
    }
    snapshot.entitiesCount = count;
  }
}

function due(sentTick: number, tick: number, resendAfterTicks: number): boolean {
  return sentTick === 0 || tick - sentTick >= resendAfterTicks;
}

/** Whether a slot may wait because it only moved, was told of lately, and is not near. */
function rests(sentTick: number, tick: number, mask: number, squared: number): boolean {
  if (sentTick === 0 || squared <= nearSquared || (mask & ~motionGroups) !== 0) return false;
  return tick - sentTick < (squared <= middleSquared ? pauseTicksMiddle : pauseTicksFar);
}

/** Groups that changed after `tick`; all of them for tick 0. A client's own position stands in the snapshot's head. */
function changedGroups(columns: FrameColumns, place: number, tick: number, own: boolean): number {
  let mask = 0;
  if (columns.identityTick[place]! > tick) mask |= EntityStateMask.identity;
  if (columns.vitalsTick[place]! > tick) mask |= EntityStateMask.vitals;
  if (columns.statusTick[place]! > tick) mask |= EntityStateMask.status;
  if (own && tick !== 0) return mask;
  if (columns.positionTick[place]! > tick) mask |= EntityStateMask.position;
  if (columns.facingTick[place]! > tick) mask |= EntityStateMask.facing;
  return mask;
}

/** Exactly what the generated codec writes for it; asserted in tests. */
export function updateBytes(mask: number, nameLength: number, slot: number): number {
  let bytes = slot < 128 ? 2 : 3;
  if ((mask & EntityStateMask.identity) !== 0) bytes += 9 + nameLength;
  if ((mask & EntityStateMask.position) !== 0) bytes += 4;
  if ((mask & EntityStateMask.facing) !== 0) bytes += 1;
  if ((mask & EntityStateMask.vitals) !== 0) bytes += 1;
  if ((mask & EntityStateMask.status) !== 0) bytes += 1;
  return bytes;
}

function fillUpdate(
  update: EntityUpdate,
  slot: number,
  mask: number,
  columns: FrameColumns,
  place: number,
): void {
  update.slot = slot;
  const state = update.state;
  state.mask = mask;
  if ((mask & EntityStateMask.identity) !== 0) {
    state.id = columns.id[place]!;
    state.kind = columns.kind[place]! as typeof state.kind;
    state.template = columns.template[place]!;
    state.level = columns.level[place]!;
    const length = columns.nameLength[place]!;
    state.nameLength = length;
    for (let i = 0; i < length; i++) state.name[i] = columns.name[place * 24 + i]!;
  }
  state.x = columns.x[place]!;
  state.y = columns.y[place]!;
  state.facing = columns.facing[place]!;
  state.health = columns.health[place]!;
  state.status = columns.status[place]!;
}
