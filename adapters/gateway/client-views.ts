// What each client of a gateway has been told of the world: short slots, the entity in each, and the tick up to which the
// client surely has that entity's values. "Surely" means that a datagram which carried all changes until then was
// acknowledged; so nothing is lost by a lost datagram, and no copy of a baseline is kept.
// One array holds a value of all clients' slots, client by client: 19 bytes a slot, 4.8 KB a client, used as clients come.

/** Slots are one byte on the wire; see VisibleEntitiesMax in the schema. */
export const slotsMax = 250;

export const SlotState = {
  free: 0,
  /** In the client's sight. */
  shown: 1,
  /** Out of sight; told in Snapshot.removed until that is acknowledged. */
  leaving: 2,
} as const;

/** Of `slotDue`: there is nothing to tell. After 414 days it passes for due, which costs a look. */
const never = 0x7fff_ffff;
/** Of `slotSent`, for a slot that the client may know from an earlier appearance: sent, but long ago. */
const longAgo = 1;
/** Epochs share 16 bits with a slot and a flag in the list of what is in flight. */
export const epochMask = 0x7f;

export class ClientViews {
  /** By client: the player's entity id, 0 while it has none. */
  readonly entity: Uint32Array;
  /** By client: slots at and above this are free. */
  readonly slotsUsed: Uint8Array;
  /** By client: how many of its slots are in each state. */
  readonly shown: Uint8Array;
  readonly leaving: Uint8Array;

  /** By client, as of its last look around: how far it sees, in squared units, and how many entities are there. */
  readonly sight: Uint32Array;
  readonly around: Uint16Array;

  // By client and slot: `client * slotsMax + slot`.
  readonly slotState: Uint8Array;
  readonly slotEntity: Uint32Array;
  /** 0: the client may not know the identity yet. */
  readonly slotAcked: Uint32Array;
  /** Tick of the last snapshot that carried the slot, 0 for none. */
  readonly slotSent: Uint32Array;
  /** Before this tick the slot is only told what cannot wait. */
  readonly slotDue: Uint32Array;
  /** Counts the appearances in a slot, so that a late acknowledgement of an earlier one is told apart. */
  readonly slotEpoch: Uint8Array;
  /** Grows while an entity waits for room in a snapshot. */
  readonly slotPriority: Uint8Array;

  /** Entities in sight for which no slot was free, since the start. */
  refusedForSlots = 0;
  /** By client: no slot below this is free. */
  private readonly firstFree: Uint8Array;

  constructor(clientsMax: number) {
    this.entity = new Uint32Array(clientsMax);
    this.slotsUsed = new Uint8Array(clientsMax);
    this.shown = new Uint8Array(clientsMax);
    this.leaving = new Uint8Array(clientsMax);
    this.sight = new Uint32Array(clientsMax);
    this.around = new Uint16Array(clientsMax);
    this.firstFree = new Uint8Array(clientsMax);
    const slots = clientsMax * slotsMax;
    this.slotState = new Uint8Array(slots);
    this.slotEntity = new Uint32Array(slots);
    this.slotAcked = new Uint32Array(slots);
    this.slotSent = new Uint32Array(slots);
    this.slotDue = new Uint32Array(slots);
    this.slotEpoch = new Uint8Array(slots);
    this.slotPriority = new Uint8Array(slots);
  }

  /** A new client, which knows nothing. */
  reset(client: number): void {
    const first = client * slotsMax;
    this.slotState.fill(SlotState.free, first, first + this.slotsUsed[client]!);
    this.entity[client] = 0;
    this.slotsUsed[client] = 0;
    this.shown[client] = 0;
    this.leaving[client] = 0;
    this.firstFree[client] = 0;
  }

  /** The slot that shows the entity from now on, or -1 when all are taken. */
  show(client: number, entity: number): number {
    const first = client * slotsMax;
    let slot = this.firstFree[client]!;
    while (slot < slotsMax && this.slotState[first + slot] !== SlotState.free) slot++;
    this.firstFree[client] = slot;
    if (slot === slotsMax) {
      this.refusedForSlots++;
      return -1;
    }
    if (slot >= this.slotsUsed[client]!) this.slotsUsed[client] = slot + 1;
    this.slotEntity[first + slot] = entity;
    this.appear(client, first + slot, 0);
    return slot;
  }

  /** A leaving slot comes back into sight: whatever the client had in it counts as unknown. */
  showAgain(client: number, at: number): void {
    this.leaving[client]!--;
    this.appear(client, at, longAgo);
  }

  private appear(client: number, at: number, sentTick: number): void {
    this.shown[client]!++;
    this.slotState[at] = SlotState.shown;
    this.slotAcked[at] = 0;
    this.slotSent[at] = sentTick;
    this.slotDue[at] = 0;
    this.slotPriority[at] = 0;
    this.slotEpoch[at] = (this.slotEpoch[at]! + 1) & epochMask;
  }

  /** A shown slot goes out of sight. */
  leave(client: number, at: number): void {
    this.shown[client]!--;
    // What the client was never sent, it need not forget.
    if (this.slotSent[at] === 0) {
      this.free(client, at);
      return;
    }
    this.leaving[client]!++;
    this.slotState[at] = SlotState.leaving;
    this.slotSent[at] = 0;
    this.slotAcked[at] = 0;
    this.slotDue[at] = never;
  }

  /** The client has surely forgotten a leaving slot. */
  forgotten(client: number, at: number): void {
    this.leaving[client]!--;
    this.free(client, at);
  }

  private free(client: number, at: number): void {
    const first = client * slotsMax;
    this.slotState[at] = SlotState.free;
    // Nobody ever lives in place 0, so nothing there is ever due.
    this.slotEntity[at] = 0;
    this.slotDue[at] = never;
    if (at - first < this.firstFree[client]!) this.firstFree[client] = at - first;
    let used = this.slotsUsed[client]!;
    while (used > 0 && this.slotState[first + used - 1] === SlotState.free) used--;
    this.slotsUsed[client] = used;
  }
}
