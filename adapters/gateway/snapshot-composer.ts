// One snapshot: who left the client's sight and what it should know of those in it, chosen to fit, written to the datagram,
// and noted until it is acknowledged. Nobody is told of a half entity.

import type { Frame } from '#ports/threads/frame.js';
import {
  SlotState,
  epochOf,
  slotEntity,
  slotLife,
  slotSent,
  slotWords,
  stateOf,
  toldLife,
} from '#application/replication/client-views.js';
import type { ClientViews } from '#application/replication/client-views.js';
import type { CrowdStep } from '#application/replication/crowd-ladder.js';
import { SnapshotChoice } from '#application/replication/snapshot-choice.js';
import type { SnapshotsInFlight } from '#application/replication/snapshots-in-flight.js';
import { headBytes, updateBytes, writeCounts, writeHead, writeUpdate } from './generated/snapshot-writer.js';

/** Removed slots wait for another snapshot beyond this many, so that they never push out what is in sight. */
const removedPerSnapshotMax = 64;

export interface ComposeOptions {
  /** Bytes the encoded snapshot may take. */
  budgetBytes: number;
  /** An unacknowledged slot that did not change again is repeated after this many ticks, about a round trip. */
  resendAfterTicks: number;
  /** How much is left out. */
  step: CrowdStep;
}

export class SnapshotComposer {
  private readonly choice = new SnapshotChoice(updateBytes);

  constructor(
    private readonly views: ClientViews,
    private readonly flights: SnapshotsInFlight,
  ) {}

  /** Writes the client's snapshot of `frame` to `out` and notes what it carried in its opened flight. Returns the end. */
  compose(client: number, frame: Frame, options: ComposeOptions, out: Uint8Array, at: number): number {
    const { views, choice } = this;
    const { tick, columns } = frame;
    const { resendAfterTicks } = options;
    choice.choose(views, client, frame, options.step, resendAfterTicks);
    const listAt = writeHead(columns, views.entity[client]! & 0xffff, tick, out, at);
    const removed =
      views.leaving[client] === 0 ? 0 : this.writeRemoved(client, tick, resendAfterTicks, out, listAt);
    choice.fit(views, client, tick, options.budgetBytes - headBytes - removed);
    writeCounts(removed, choice.count, out, at);
    return this.writeUpdates(client, frame, out, listAt + removed + 1);
  }

  /** Returns how many; a byte each. */
  private writeRemoved(
    client: number,
    tick: number,
    resendAfterTicks: number,
    out: Uint8Array,
    at: number,
  ): number {
    const { slots, slotsUsed } = this.views;
    const first = this.views.firstSlot(client);
    let count = 0;
    for (let slot = 0; slot < slotsUsed[client]! && count < removedPerSnapshotMax; slot++) {
      const slotAt = first + slot * slotWords;
      const life = slots[slotAt + slotLife]!;
      if (stateOf(life) !== SlotState.leaving) continue;
      const sent = slots[slotAt + slotSent]!;
      if (sent !== 0 && tick - sent < resendAfterTicks) continue;
      slots[slotAt + slotSent] = tick;
      out[at + count++] = slot;
      this.flights.addRemoved(slot, epochOf(life));
    }
    return count;
  }

  private writeUpdates(client: number, { columns, tick }: Frame, out: Uint8Array, at: number): number {
    const { choice, flights } = this;
    const { count, slot: list, mask, pauseTicks } = choice;
    const { slots } = this.views;
    const first = this.views.firstSlot(client);
    for (let i = 0; i < count; i++) {
      const slot = list[i]!;
      const slotAt = first + slot * slotWords;
      at = writeUpdate(columns, slots[slotAt + slotEntity]! & 0xffff, slot, mask[i]!, out, at);
      slots[slotAt + slotSent] = tick;
      slots[slotAt + slotLife] = toldLife(slots[slotAt + slotLife]!, pauseTicks[i]!);
    }
    flights.add(list, count, this.views);
    return at;
  }
}
