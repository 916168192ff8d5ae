// Which slots each unacknowledged snapshot carried. A ring: when a client acknowledges nothing for long, the oldest
// are forgotten, which counts as lost, so their slots are sent again. About 2.8 KB a client.

import { epochMask, slotLeaving, slotShown } from './client-view.js';
import type { ClientView } from './client-view.js';

/** More than three seconds at 20 snapshots a second, the longest round trip worth playing with. */
const snapshotsMax = 64;
/** Mean of 16 slots a snapshot; a snapshot that carries more pushes out more of the older ones. */
const entriesMax = 1024;
const removedFlag = 0x8000;

export class SnapshotsInFlight {
  private readonly packetNumber = new Float64Array(snapshotsMax).fill(-1);
  private readonly tick = new Uint32Array(snapshotsMax);
  private readonly firstEntry = new Uint32Array(snapshotsMax);
  private readonly entryCount = new Uint16Array(snapshotsMax);
  private readonly entries = new Uint16Array(entriesMax);
  /** Both only grow; their remainders are places in the rings. */
  private opened = 0;
  private entriesWritten = 0;

  reset(): void {
    this.packetNumber.fill(-1);
    this.opened = 0;
    this.entriesWritten = 0;
  }

  /** Starts the list of a snapshot; `add` and `addRemoved` go to it until the next `open`. */
  open(packetNumber: number, tick: number): void {
    const at = this.opened++ % snapshotsMax;
    this.packetNumber[at] = packetNumber;
    this.tick[at] = tick;
    this.firstEntry[at] = this.entriesWritten;
    this.entryCount[at] = 0;
  }

  add(view: ClientView, slot: number): void {
    this.write(slot | (view.slotEpoch[slot]! << 8));
  }

  addRemoved(view: ClientView, slot: number): void {
    this.write(slot | (view.slotEpoch[slot]! << 8) | removedFlag);
  }

  private write(entry: number): void {
    this.entries[this.entriesWritten % entriesMax] = entry;
    this.entriesWritten = (this.entriesWritten + 1) >>> 0;
    const at = (this.opened - 1) % snapshotsMax;
    this.entryCount[at] = this.entryCount[at]! + 1;
  }

  /** The client has the snapshot of this packet number: its slots are up to date as of its tick. */
  acknowledged(packetNumber: number, view: ClientView): void {
    for (let at = 0; at < snapshotsMax; at++) {
      if (this.packetNumber[at] !== packetNumber) continue;
      this.packetNumber[at] = -1;
      const first = this.firstEntry[at]!;
      if (this.entriesWritten - first > entriesMax) return;
      for (let i = 0; i < this.entryCount[at]!; i++) {
        acknowledgeSlot(view, this.entries[(first + i) % entriesMax]!, this.tick[at]!);
      }
      return;
    }
  }
}

function acknowledgeSlot(view: ClientView, entry: number, tick: number): void {
  const slot = entry & 0xff;
  if (view.slotEpoch[slot] !== ((entry >>> 8) & epochMask)) return;
  if ((entry & removedFlag) !== 0) {
    if (view.slotState[slot] === slotLeaving) view.free(slot);
  } else if (view.slotState[slot] === slotShown && tick > view.slotAckedTick[slot]!) {
    view.slotAckedTick[slot] = tick;
  }
}
