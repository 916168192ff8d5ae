// What each client of a gateway has been told of the world: short slots, the entity in each, and the tick up to which the
// client surely has that entity's values. "Surely" means that a datagram which carried all changes until then was
// acknowledged; so nothing is lost by a lost datagram, and no copy of a baseline is kept.
// The slots of all clients lie in one array, client by client, 16 bytes each: what a snapshot looks at is one run of memory.
// 4 KB a client, used as clients come.

import { slotsMax } from '#ports/threads/generated/frame-columns.js';

export const SlotState = {
  free: 0,
  /** In the client's sight. */
  shown: 1,
  /** Out of sight; told in Snapshot.removed until that is acknowledged. */
  leaving: 2,
} as const;

/** A slot is so many words; `ClientViews.firstSlot` is where a client's begin. */
export const slotWords = 4;
export const slotEntity = 0;
/** Tick up to which the client surely has the entity's values; 0: it may not know the identity yet. */
export const slotAcked = 1;
/** Tick of the last snapshot that carried the slot, 0 for none. */
export const slotSent = 2;
/** Four small numbers, see the functions below. */
export const slotLife = 3;

/** For so many ticks after `slotSent` the slot is only told what cannot wait. */
export const pauseOf = (life: number): number => life & 0xff;
/** Grows while an entity waits for room in a snapshot. */
export const priorityOf = (life: number): number => (life >>> 8) & 0xff;
/** Counts the appearances in a slot, so that a late acknowledgement of an earlier one is told apart. */
export const epochOf = (life: number): number => (life >>> 16) & epochMask;
export const stateOf = (life: number): number => life >>> 24;
/** The slot is told now: it waits no more, and pauses. */
export const toldLife = (life: number, pauseTicks: number): number => (life & ~0xffff) | pauseTicks;
export const withPriority = (life: number, priority: number): number => (life & ~0xff00) | (priority << 8);
const lifeOf = (state: number, epoch: number): number => (state << 24) | (epoch << 16);

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

  /** By client and slot. */
  readonly slots: Uint32Array;

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
    this.slots = new Uint32Array(clientsMax * slotsMax * slotWords);
  }

  /** Where in `slots` the client's first slot begins. */
  firstSlot(client: number): number {
    return client * slotsMax * slotWords;
  }

  /** A new client, which knows nothing. */
  reset(client: number): void {
    const first = this.firstSlot(client);
    for (let slot = 0; slot < this.slotsUsed[client]!; slot++) this.clear(first + slot * slotWords);
    this.entity[client] = 0;
    this.slotsUsed[client] = 0;
    this.shown[client] = 0;
    this.leaving[client] = 0;
    this.firstFree[client] = 0;
  }

  /** The slot that shows the entity from now on, or -1 when all are taken. */
  show(client: number, entity: number): number {
    const first = this.firstSlot(client);
    let slot = this.firstFree[client]!;
    while (slot < slotsMax && this.stateAt(first + slot * slotWords) !== SlotState.free) slot++;
    this.firstFree[client] = slot;
    if (slot === slotsMax) {
      this.refusedForSlots++;
      return -1;
    }
    if (slot >= this.slotsUsed[client]!) this.slotsUsed[client] = slot + 1;
    const slotAt = first + slot * slotWords;
    this.slots[slotAt + slotEntity] = entity;
    this.appear(client, slotAt, 0);
    return slot;
  }

  /** A leaving slot comes back into sight: whatever the client had in it counts as unknown. */
  showAgain(client: number, slotAt: number): void {
    this.leaving[client]!--;
    this.appear(client, slotAt, longAgo);
  }

  /** A shown slot goes out of sight. */
  leave(client: number, slotAt: number): void {
    const { slots } = this;
    this.shown[client]!--;
    // What the client was never sent, it need not forget.
    if (slots[slotAt + slotSent] === 0) {
      this.free(client, slotAt);
      return;
    }
    this.leaving[client]!++;
    slots[slotAt + slotAcked] = 0;
    slots[slotAt + slotSent] = 0;
    slots[slotAt + slotLife] = lifeOf(SlotState.leaving, epochOf(slots[slotAt + slotLife]!));
  }

  /** The client has surely forgotten a leaving slot. */
  forgotten(client: number, slotAt: number): void {
    this.leaving[client]!--;
    this.free(client, slotAt);
  }

  private appear(client: number, slotAt: number, sentTick: number): void {
    const { slots } = this;
    this.shown[client]!++;
    slots[slotAt + slotAcked] = 0;
    slots[slotAt + slotSent] = sentTick;
    slots[slotAt + slotLife] = lifeOf(SlotState.shown, (epochOf(slots[slotAt + slotLife]!) + 1) & epochMask);
  }

  private free(client: number, slotAt: number): void {
    const first = this.firstSlot(client);
    const slot = (slotAt - first) / slotWords;
    this.clear(slotAt);
    if (slot < this.firstFree[client]!) this.firstFree[client] = slot;
    let used = this.slotsUsed[client]!;
    while (used > 0 && this.stateAt(first + (used - 1) * slotWords) === SlotState.free) used--;
    this.slotsUsed[client] = used;
  }

  /** Place 0, where nobody ever lives nor anything changes; the epoch goes on. */
  private clear(slotAt: number): void {
    const { slots } = this;
    slots[slotAt + slotEntity] = 0;
    slots[slotAt + slotAcked] = 0;
    slots[slotAt + slotSent] = 0;
    slots[slotAt + slotLife] = lifeOf(SlotState.free, epochOf(slots[slotAt + slotLife]!));
  }

  private stateAt(slotAt: number): number {
    return stateOf(this.slots[slotAt + slotLife]!);
  }
}
