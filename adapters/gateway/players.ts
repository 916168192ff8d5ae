// The players of one gateway by the session's row: their session's number, their view of the world, and the way back from an
// entity's row to its session. Memory is laid out for all sessions at once and used as they come.

import { ClientViews } from '#application/replication/client-views.js';
import { sessionNumber, rowOfSession } from '#ports/threads/session-number.js';
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
  /** Rows of sessions at and above this were never used. */
  sessionRowsEnd = 0;
  /** Sessions that are open. */
  openSessions = 0;
  private readonly generation: Uint16Array;
  private readonly isOpen: Uint8Array;
  /** The session's row + 1, by the row of its player's entity; 0 for none. */
  private readonly sessionRowOf = new Uint16Array(65_536);

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
  open(sessionRow: number): number {
    if (sessionRow >= this.sessionRowsEnd) this.sessionRowsEnd = sessionRow + 1;
    this.views.reset(sessionRow);
    this.flights.reset(sessionRow);
    this.step[sessionRow] = 0;
    this.nextTick[sessionRow] = 0;
    this.isOpen[sessionRow] = 1;
    this.openSessions++;
    return this.session(sessionRow);
  }

  /** Returns the number of the session that ended. */
  close(sessionRow: number): number {
    const session = this.session(sessionRow);
    this.leaveWorld(sessionRow);
    this.isOpen[sessionRow] = 0;
    this.openSessions--;
    this.generation[sessionRow] = (this.generation[sessionRow]! + 1) & 0xfff;
    return session;
  }

  session(sessionRow: number): number {
    return sessionNumber(this.gateway, this.generation[sessionRow]!, sessionRow);
  }

  /** Whether this is the session that is open in its row, not an earlier one. */
  isCurrent(session: number): boolean {
    const sessionRow = rowOfSession(session);
    return this.isOpen[sessionRow] === 1 && this.session(sessionRow) === session;
  }

  /** The session's player stands in the world as `entity` from `tick` on. */
  enterWorld(sessionRow: number, entity: number, tick: number): void {
    this.leaveWorld(sessionRow);
    this.views.entity[sessionRow] = entity;
    this.nextLookTick[sessionRow] = 0;
    this.sessionRowOf[entity & 0xffff] = sessionRow + 1;
    // Sessions take turns, so that not all snapshots go out after the same tick.
    this.nextTick[sessionRow] = tick + 1 + (sessionRow % this.ticksPerSnapshot);
  }

  /** Whether the session's player stands in the world. */
  isInWorld(sessionRow: number): boolean {
    return this.views.entity[sessionRow] !== 0;
  }

  private leaveWorld(sessionRow: number): void {
    const row = this.views.entity[sessionRow]! & 0xffff;
    if (this.sessionRowOf[row] === sessionRow + 1) this.sessionRowOf[row] = 0;
    this.views.entity[sessionRow] = 0;
    this.nextTick[sessionRow] = 0;
  }

  /** The row of the session whose player is in this row, or -1. */
  sessionRowAt(row: number): number {
    return this.sessionRowOf[row]! - 1;
  }

  acknowledged(sessionRow: number, packetNumber: number): void {
    if (this.isOpen[sessionRow] === 1) this.flights.acknowledged(sessionRow, packetNumber, this.views);
  }
}
