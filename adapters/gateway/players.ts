// The players of one gateway by session slot: their session's number, their view of the world, and the way back from an
// entity's place to its session. Memory is laid out for all sessions at once and used as they come.

import { ClientViews } from '#application/replication/client-views.js';
import { sessionNumber, slotOfSession } from '#ports/threads/session-number.js';
import { SnapshotsInFlight } from '#application/replication/snapshots-in-flight.js';

export class Players {
  readonly views: ClientViews;
  readonly flights: SnapshotsInFlight;
  /** Tick from which the next snapshot may be sent, 0 for a player that is not placed yet. */
  readonly nextTick: Uint32Array;
  /** Tick from which the player looks around again, 0 for at once, and where it stood when it did. */
  readonly nextLookTick: Uint32Array;
  readonly lookX: Uint16Array;
  readonly lookY: Uint16Array;
  readonly lookMap: Uint16Array;
  /** Each one's step on the crowd ladder. */
  readonly step: Uint8Array;
  /** Slots at and above this were never used. */
  slotsEnd = 0;
  /** Sessions that are open. */
  openSessions = 0;
  private readonly generation: Uint16Array;
  private readonly isOpen: Uint8Array;
  /** Slot + 1 of the player whose entity is in a place, 0 for none. */
  private readonly slotOfPlace = new Uint16Array(65_536);

  constructor(
    private readonly gateway: number,
    readonly sessionsMax: number,
    private readonly ticksPerSnapshot: number,
  ) {
    this.views = new ClientViews(sessionsMax);
    this.flights = new SnapshotsInFlight(sessionsMax);
    this.nextTick = new Uint32Array(sessionsMax);
    this.nextLookTick = new Uint32Array(sessionsMax);
    this.lookX = new Uint16Array(sessionsMax);
    this.lookY = new Uint16Array(sessionsMax);
    this.lookMap = new Uint16Array(sessionsMax);
    this.step = new Uint8Array(sessionsMax);
    this.generation = new Uint16Array(sessionsMax);
    this.isOpen = new Uint8Array(sessionsMax);
  }

  /** Returns the new session's number. */
  open(slot: number): number {
    if (slot >= this.slotsEnd) this.slotsEnd = slot + 1;
    this.views.reset(slot);
    this.flights.reset(slot);
    this.step[slot] = 0;
    this.nextTick[slot] = 0;
    this.isOpen[slot] = 1;
    this.openSessions++;
    return this.session(slot);
  }

  /** Returns the number of the session that ended. */
  close(slot: number): number {
    const session = this.session(slot);
    this.unplace(slot);
    this.isOpen[slot] = 0;
    this.openSessions--;
    this.generation[slot] = (this.generation[slot]! + 1) & 0xfff;
    return session;
  }

  session(slot: number): number {
    return sessionNumber(this.gateway, this.generation[slot]!, slot);
  }

  /** Whether this is the session that is open in its slot, not an earlier one. */
  isCurrent(session: number): boolean {
    const slot = slotOfSession(session);
    return this.isOpen[slot] === 1 && this.session(slot) === session;
  }

  /** The slot's player stands in the world as `entity` from `tick` on. */
  place(slot: number, entity: number, tick: number): void {
    this.unplace(slot);
    this.views.entity[slot] = entity;
    this.nextLookTick[slot] = 0;
    this.slotOfPlace[entity & 0xffff] = slot + 1;
    // Slots take turns, so that not all snapshots go out after the same tick.
    this.nextTick[slot] = tick + 1 + (slot % this.ticksPerSnapshot);
  }

  /** Whether the slot's player stands in the world. */
  isInWorld(slot: number): boolean {
    return this.views.entity[slot] !== 0;
  }

  private unplace(slot: number): void {
    const place = this.views.entity[slot]! & 0xffff;
    if (this.slotOfPlace[place] === slot + 1) this.slotOfPlace[place] = 0;
    this.views.entity[slot] = 0;
    this.nextTick[slot] = 0;
  }

  /** The slot of the player in this place, or -1. */
  slotAt(place: number): number {
    return this.slotOfPlace[place]! - 1;
  }

  acknowledged(slot: number, packetNumber: number): void {
    if (this.isOpen[slot] === 1) this.flights.acknowledged(slot, packetNumber, this.views);
  }
}
