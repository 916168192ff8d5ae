// Which slots each unacknowledged snapshot carried, for all clients of a gateway. Rings: when a client acknowledges nothing
// for long, the oldest are forgotten, which counts as lost, so their slots are sent again. 2.9 KB a client.

import { SlotState, epochMask, epochOf, slotAcked, slotLife, slotWords, stateOf } from './client-views.js';
import type { ClientViews } from './client-views.js';

/**
 * Snapshots in a client's ring of snapshots, taken by packet number. Three seconds at 20 snapshots a second, the longest round
 * trip worth playing with; packets without a snapshot shorten it.
 */
const snapshotsMax = 64;
/** Mean of 16 slots a snapshot; a snapshot that carries more pushes out more of the older ones. */
const entriesMax = 1024;
const removedFlag = 0x8000;

/** A snapshot's row: its packet number modulo 2^32, plus 1 (0 is an empty row), tick, first entry, count of entries. */
const rowLength = 4;

export class SnapshotsInFlight {
  /** By client and position in its ring; a snapshot is in one cache line. */
  private readonly rows: Uint32Array;
  /** By client and position in its ring of entries. */
  private readonly entries: Uint16Array;
  /** By client: entries written, modulo 2^32; the remainder is the next one's position. */
  private readonly written: Uint32Array;
  /** The snapshot that `add` and `addRemoved` go to. */
  private client = 0;
  private row = 0;

  constructor(clientsMax: number) {
    this.rows = new Uint32Array(clientsMax * snapshotsMax * rowLength);
    this.entries = new Uint16Array(clientsMax * entriesMax);
    this.written = new Uint32Array(clientsMax);
  }

  reset(client: number): void {
    const first = client * snapshotsMax * rowLength;
    this.rows.fill(0, first, first + snapshotsMax * rowLength);
    this.written[client] = 0;
  }

  /** Starts the list of a snapshot; `add` and `addRemoved` go to it until the next `open`. */
  open(client: number, packetNumber: number, tick: number): void {
    const row = (client * snapshotsMax + (packetNumber % snapshotsMax)) * rowLength;
    this.rows[row] = packetNumber + 1;
    this.rows[row + 1] = tick;
    this.rows[row + 2] = this.written[client]!;
    this.rows[row + 3] = 0;
    this.client = client;
    this.row = row;
  }

  /** The first `count` of `slots`, with the epochs that they have now. */
  add(slots: Uint8Array, count: number, views: ClientViews): void {
    const { client, entries } = this;
    const firstEntry = client * entriesMax;
    const firstSlot = views.firstSlot(client);
    const written = this.written[client]!;
    for (let i = 0; i < count; i++) {
      const slot = slots[i]!;
      const life = views.slots[firstSlot + slot * slotWords + slotLife]!;
      entries[firstEntry + ((written + i) & (entriesMax - 1))] = slot | (epochOf(life) << 8);
    }
    this.count(count);
  }

  addRemoved(slot: number, epoch: number): void {
    const at = this.client * entriesMax + (this.written[this.client]! & (entriesMax - 1));
    this.entries[at] = slot | (epoch << 8) | removedFlag;
    this.count(1);
  }

  private count(entries: number): void {
    this.written[this.client]! += entries;
    this.rows[this.row + 3]! += entries;
  }

  /** The client has the snapshot of this packet number: its slots are up to date as of its tick. */
  acknowledged(client: number, packetNumber: number, views: ClientViews): void {
    const { rows, entries } = this;
    const row = (client * snapshotsMax + (packetNumber % snapshotsMax)) * rowLength;
    if (rows[row] !== (packetNumber + 1) >>> 0) return;
    rows[row] = 0;
    const tick = rows[row + 1]!;
    const first = rows[row + 2]!;
    if ((this.written[client]! - first) >>> 0 > entriesMax) return;
    const count = rows[row + 3]!;
    const firstEntry = client * entriesMax;
    const firstSlot = views.firstSlot(client);
    const { slots } = views;
    for (let i = 0; i < count; i++) {
      const entry = entries[firstEntry + ((first + i) & (entriesMax - 1))]!;
      const slot = firstSlot + (entry & 0xff) * slotWords;
      const life = slots[slot + slotLife]!;
      if (epochOf(life) !== ((entry >>> 8) & epochMask)) continue;
      const state = stateOf(life);
      if ((entry & removedFlag) !== 0) {
        if (state === SlotState.leaving) views.forgotten(client, slot);
      } else if (state === SlotState.shown && tick > slots[slot + slotAcked]!) slots[slot + slotAcked] = tick;
    }
  }
}
