// What one client has been told of the world: short slots, the entity in each, and the tick up to which the client
// surely has that entity's values. "Surely" means that a datagram which carried all changes until then was acknowledged;
// so nothing is lost by a lost datagram, and no copy of a baseline is kept. About 5 KB a client, allocated once.

/** Slots are one byte on the wire; see VisibleEntitiesMax in the schema. */
export const slotsMax = 250;

export const slotFree = 0;
/** In the client's sight. */
export const slotShown = 1;
/** Out of sight; told in Snapshot.removed until that is acknowledged. */
export const slotLeaving = 2;

export class ClientView {
  /** The player's entity id, 0 while it has none. */
  entity = 0;
  /** Slots at and above this are free. */
  slotsUsed = 0;
  readonly slotState = new Uint8Array(slotsMax);
  readonly slotEntity = new Uint32Array(slotsMax);
  /** 0: the client may not know the identity yet. */
  readonly slotAckedTick = new Uint32Array(slotsMax);
  /** Tick of the last snapshot that carried the slot, 0 for none. */
  readonly slotSentTick = new Uint32Array(slotsMax);
  /** Counts the appearances in a slot, so that a late acknowledgement of an earlier one is told apart. */
  readonly slotEpoch = new Uint8Array(slotsMax);
  /** Grows while an entity waits for room in a snapshot. */
  readonly slotPriority = new Uint16Array(slotsMax);
  /** Entities in sight for which no slot was free, since the start. */
  refusedForSlots = 0;

  reset(): void {
    this.entity = 0;
    this.slotsUsed = 0;
    this.slotState.fill(slotFree);
    this.slotEntity.fill(0);
    this.refusedForSlots = 0;
  }

  /** The slot that shows the entity from now on, or -1 when all are taken. */
  show(entity: number): number {
    let slot = 0;
    while (slot < slotsMax && this.slotState[slot] !== slotFree) slot++;
    if (slot === slotsMax) {
      this.refusedForSlots++;
      return -1;
    }
    if (slot >= this.slotsUsed) this.slotsUsed = slot + 1;
    this.slotEntity[slot] = entity;
    this.appear(slot);
    return slot;
  }

  /** A slot comes (back) into sight: whatever the client had in it counts as unknown. */
  appear(slot: number): void {
    this.slotState[slot] = slotShown;
    this.slotAckedTick[slot] = 0;
    this.slotSentTick[slot] = 0;
    this.slotPriority[slot] = 0;
    this.slotEpoch[slot] = (this.slotEpoch[slot]! + 1) & epochMask;
  }

  leave(slot: number): void {
    // What the client was never sent, it need not forget.
    if (this.slotSentTick[slot] === 0) this.free(slot);
    else {
      this.slotState[slot] = slotLeaving;
      this.slotSentTick[slot] = 0;
      this.slotAckedTick[slot] = 0;
    }
  }

  free(slot: number): void {
    this.slotState[slot] = slotFree;
    this.slotEntity[slot] = 0;
    while (this.slotsUsed > 0 && this.slotState[this.slotsUsed - 1] === slotFree) this.slotsUsed--;
  }
}

/** Epochs share 16 bits with a slot and a flag in the list of what is in flight. */
export const epochMask = 0x7f;
