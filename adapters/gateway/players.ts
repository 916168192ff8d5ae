// The players of one gateway by session slot: their session's number, their view of the world, and the way back from an
// entity's place to its session. Views are made when a slot is first used and kept for the next session in it.

import { ClientView } from './client-view.js';
import { sessionNumber, slotOfSession } from '#ports/session-number.js';
import { SnapshotsInFlight } from './snapshots-in-flight.js';

export class Players {
  readonly views: ClientView[] = [];
  readonly flights: SnapshotsInFlight[] = [];
  /** Tick from which the next snapshot may be sent, 0 for a player that is not placed yet. */
  readonly nextTick: Uint32Array;
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
    this.nextTick = new Uint32Array(sessionsMax);
    this.generation = new Uint16Array(sessionsMax);
    this.isOpen = new Uint8Array(sessionsMax);
  }

  /** Returns the new session's number. */
  open(slot: number): number {
    // Slots are used from 0 up, so that the lists have no holes.
    while (this.views.length <= slot) {
      this.views.push(new ClientView());
      this.flights.push(new SnapshotsInFlight());
    }
    this.views[slot]!.reset();
    this.flights[slot]!.reset();
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
    this.views[slot]!.entity = entity;
    this.slotOfPlace[entity & 0xffff] = slot + 1;
    // Slots take turns, so that not all snapshots go out after the same tick.
    this.nextTick[slot] = tick + 1 + (slot % this.ticksPerSnapshot);
  }

  private unplace(slot: number): void {
    const place = this.views[slot]!.entity & 0xffff;
    if (this.slotOfPlace[place] === slot + 1) this.slotOfPlace[place] = 0;
    this.views[slot]!.entity = 0;
    this.nextTick[slot] = 0;
  }

  /** The slot of the player in this place, or -1. */
  slotAt(place: number): number {
    return this.slotOfPlace[place]! - 1;
  }

  acknowledged(slot: number, packetNumber: number): void {
    if (this.isOpen[slot] === 1) this.flights[slot]!.acknowledged(packetNumber, this.views[slot]!);
  }
}
