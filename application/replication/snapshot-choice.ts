// What one snapshot carries: for every entity in sight the field groups that changed after the tick which the client has
// acknowledged, whole or not at all. What only moved waits the longer the farther away it is. When there is more than fits,
// what matters more and has waited longer goes first (a priority accumulator), the rest waits for a later snapshot.

import type { Frame } from '#ports/threads/frame.js';
import { slotsMax, urgentGroups, type FrameColumns } from '#ports/threads/generated/frame-columns.js';
import { below } from './branch-free.js';
import {
  SlotState,
  pauseOf,
  priorityOf,
  slotAcked,
  slotEntity,
  slotLife,
  slotSent,
  slotWords,
  stateOf,
  withPriority,
} from './client-views.js';
import type { ClientViews } from './client-views.js';
import type { CrowdStep } from './crowd-ladder.js';
import { changedGroups } from './generated/changed-groups.js';

/** Distances: near is 0, middle 1, far 2. */
const weightOfTier = Uint8Array.of(8, 4, 2);
/** Own entity, newcomers, and whom the player fights: before anything that only moved. */
const weightFirst = 48;
const prioritySteps = 256;
/** Entities that came into sight together are told of their movement in turns from then on, this far apart. */
const turnTicks = 3;

/** Bytes of the groups in `mask` of the entity in `row`, as a client's `slot`. */
export type UpdateSize = (columns: FrameColumns, row: number, slot: number, mask: number) => number;

export class SnapshotChoice {
  /** Slots chosen; the lists below have so many entries. */
  count = 0;
  /** Bytes that they take together. */
  bytes = 0;
  readonly slot = new Uint8Array(slotsMax);
  readonly mask = new Uint32Array(slotsMax);
  /** Ticks after which the slot is due again when it is told now. */
  readonly pauseTicks = new Uint8Array(slotsMax);
  /** How much each matters; in `keep`, with what it has gathered. */
  private readonly weight = new Uint8Array(slotsMax);
  private readonly size = new Uint16Array(slotsMax);
  private readonly bytesAtPriority = new Uint32Array(prioritySteps);

  /** `sizeOf`: what an update takes when it is sent. */
  constructor(private readonly sizeOf: UpdateSize) {}

  /**
   * Chooses all that the client lacks and that is due; slots whose entity is gone leave. An unacknowledged slot that did not
   * change again is repeated after `resendAfterTicks`, about a round trip.
   */
  choose(views: ClientViews, client: number, frame: Frame, step: CrowdStep, resendAfterTicks: number): void {
    this.listDue(views, client, frame);
    this.listLacking(views, client, frame, resendAfterTicks);
    this.rank(views, client, frame.columns, step, resendAfterTicks);
  }

  /** Slots with a change that the client has not acknowledged, and whose pause is over or must not be kept. */
  private listDue(views: ClientViews, client: number, { tick, columns }: Frame): void {
    const { changedTick, urgentTick } = columns;
    const { slots } = views;
    const list = this.slot;
    const first = views.firstSlot(client);
    let count = 0;
    for (let slot = views.slotsUsed[client]! - 1; slot >= 0; slot--) {
      const slotAt = first + slot * slotWords;
      const row = slots[slotAt + slotEntity]! & 0xffff;
      const sent = slots[slotAt + slotSent]!;
      const isDue =
        below(sent + pauseOf(slots[slotAt + slotLife]!), tick + 1) | below(sent, urgentTick[row]!);
      list[count] = slot;
      count += isDue & below(slots[slotAt + slotAcked]!, changedTick[row]!);
    }
    this.count = count;
  }

  /** Of these, what the client lacks and is not on its way. From the highest slot down, because leaving may lower slotsUsed. */
  private listLacking(views: ClientViews, client: number, frame: Frame, resendAfterTicks: number): void {
    const { tick, columns } = frame;
    const { changedTick, urgentTick, id, map } = columns;
    const { slots } = views;
    const { slot: list, mask: masks, count: listed } = this;
    const self = views.entity[client]! & 0xffff;
    const here = map[self]!;
    const first = views.firstSlot(client);
    let count = 0;
    for (let i = 0; i < listed; i++) {
      const slot = list[i]!;
      const slotAt = first + slot * slotWords;
      if (stateOf(slots[slotAt + slotLife]!) !== SlotState.shown) continue;
      const entity = slots[slotAt + slotEntity]!;
      const row = entity & 0xffff;
      if (id[row] !== entity || map[row] !== here) {
        views.leave(client, slotAt);
        continue;
      }
      const acked = slots[slotAt + slotAcked]!;
      // Where the player is and looks, once it knows itself, stands in the snapshot's head.
      const isKnownSelf = row === self && acked !== 0;
      const changed = isKnownSelf ? urgentTick[row]! : changedTick[row]!;
      const sent = slots[slotAt + slotSent]!;
      if (changed <= sent && (changed <= acked || tick - sent < resendAfterTicks)) continue;
      const mask = changedGroups(columns, row, acked);
      list[count] = slot;
      masks[count++] = isKnownSelf ? mask & urgentGroups : mask;
    }
    this.count = count;
  }

  /** How much each matters, when it is due again, and what it takes. */
  private rank(
    views: ClientViews,
    client: number,
    columns: FrameColumns,
    step: CrowdStep,
    resendAfterTicks: number,
  ): void {
    const { count, slot: list, mask: masks, pauseTicks, weight, size, sizeOf } = this;
    const { slots } = views;
    const { x, y, foe } = columns;
    const { pauseOfTier } = step;
    const self = views.entity[client]! & 0xffff;
    const first = views.firstSlot(client);
    const near = Math.floor(views.sight[client]! * step.nearShare);
    const middle = Math.floor(views.sight[client]! * step.middleShare);
    let bytes = 0;
    for (let i = 0; i < count; i++) {
      const slot = list[i]!;
      const mask = masks[i]!;
      const slotAt = first + slot * slotWords;
      const row = slots[slotAt + slotEntity]! & 0xffff;
      const dx = x[row]! - x[self]!;
      const dy = y[row]! - y[self]!;
      const squared = dx * dx + dy * dy;
      const isNew = slots[slotAt + slotAcked] === 0;
      const matters = row === self || foe[row] === self || foe[self] === row;
      const tier = matters ? 0 : below(near, squared) + below(middle, squared);
      let pause = pauseOfTier[tier]!;
      if ((mask & urgentGroups) !== 0 && tier > 0) {
        // What may not get lost does not wait longer than it must, though newcomers take turns.
        pause = Math.min(pause, resendAfterTicks) + (isNew ? turnTicks * (slot & 3) : 0);
      }
      pauseTicks[i] = pause;
      weight[i] = weightOfTier[tier]! + (isNew || matters ? weightFirst : 0);
      const taken = sizeOf(columns, row, slot, mask);
      size[i] = taken;
      bytes += taken;
    }
    this.bytes = bytes;
  }

  /** Keeps what fits into `room` bytes by priority; who is left out gains some. */
  fit(views: ClientViews, client: number, tick: number, room: number): void {
    if (this.bytes <= room) return;
    const { slots } = views;
    const first = views.firstSlot(client);
    const bytesAt = this.bytesAtPriority.fill(0);
    for (let i = 0; i < this.count; i++) {
      const life = first + this.slot[i]! * slotWords + slotLife;
      const priority = Math.min(prioritySteps - 1, priorityOf(slots[life]!) + this.weight[i]!);
      slots[life] = withPriority(slots[life]!, priority);
      this.weight[i] = priority;
      bytesAt[priority]! += this.size[i]!;
    }
    // A counting sort of which only the place where the room ends is needed. That step itself is entered too.
    let least = prioritySteps - 1;
    for (let left = room - bytesAt[least]!; left >= 0 && least > 0; left -= bytesAt[least]!) least--;
    this.keep(least, tick, room);
  }

  /** Keeps what is above the priority `least`, and of that step what still fits, beginning elsewhere every time. */
  private keep(least: number, tick: number, room: number): void {
    const { count, size } = this;
    let left = room;
    for (let i = 0; i < count; i++) if (this.weight[i]! > least) left -= size[i]!;
    const start = tick % count;
    for (let k = 0; k < count; k++) {
      const i = start + k < count ? start + k : start + k - count;
      if (this.weight[i] !== least) continue;
      if (size[i]! <= left) left -= size[i]!;
      else this.mask[i] = 0;
    }
    this.bytes = room - left;
    this.count = 0;
    for (let i = 0; i < count; i++) {
      if (this.mask[i] === 0 || this.weight[i]! < least) continue;
      const to = this.count++;
      this.slot[to] = this.slot[i]!;
      this.mask[to] = this.mask[i]!;
      this.pauseTicks[to] = this.pauseTicks[i]!;
    }
  }
}
