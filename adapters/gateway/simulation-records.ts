// What the simulation and the control thread have for this gateway's players.

import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import {
  SessionEnd,
  decodePlayerPlaced,
  decodeSessionEnd,
  PlayerPlaced,
} from '#adapters/protocol/generated/internal.js';
import type { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import type { Admits } from '#ports/threads/gateway-orders.js';
import type { Frame } from '#ports/threads/frame.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { RecordSink } from '#ports/threads/record-queue.js';
import { rowOfSession } from '#ports/threads/session-number.js';
import { defaultRadii, distanceSquared } from '#application/replication/area-of-interest.js';
import { CellRectangle, unitsPerMetre } from '#application/replication/cell-rectangle.js';
import type { Players } from './players.js';

const hearingUnits = defaultRadii.leaveM * unitsPerMetre;

export class SimulationRecords implements RecordSink {
  /** The newest frame while records are drained; undefined before the first. */
  frame: Frame | undefined;
  /** For sessions that have ended meanwhile, in small numbers normal. */
  stale = 0;
  private readonly cells = new CellRectangle();
  private readonly placed = new PlayerPlaced();
  private readonly end = new SessionEnd();

  constructor(
    private readonly endpoint: ServerEndpoint,
    private readonly players: Players,
    private readonly counters: { messagesUndecodable: number },
  ) {}

  onRecord(kind: number, subject: number, data: Uint8Array, at: number, length: number): void {
    switch (kind) {
      case RecordKind.reliable:
      case RecordKind.unreliable:
      case RecordKind.placed:
      case RecordKind.end:
        if (this.players.isCurrent(subject))
          this.onSessionRecord(kind, rowOfSession(subject), data, at, length);
        else this.stale++;
        return;
      case RecordKind.nearbyReliable:
      case RecordKind.nearbyUnreliable:
        this.sendNearby(subject, kind === RecordKind.nearbyReliable, data, at, length);
        return;
      case RecordKind.everyoneReliable:
      case RecordKind.everyoneUnreliable:
        this.sendEverybody(kind === RecordKind.everyoneReliable, data, at, length);
        return;
      case RecordKind.door:
        this.endpoint.admit(subject as Admits);
        return;
      case RecordKind.endAll:
        this.decodeEnd(data, at, length);
        this.endpoint.disconnectAll(this.end.reason, this.end.detail);
        return;
      default:
        throw new Error(`a record of unknown kind ${kind}`);
    }
  }

  private onSessionRecord(
    kind: number,
    sessionRow: number,
    data: Uint8Array,
    at: number,
    length: number,
  ): void {
    if (kind === RecordKind.placed) {
      if (decodePlayerPlaced(this.placed, data, at, at + length) < 0)
        throw new Error('a PlayerPlaced does not decode');
      this.players.enterWorld(sessionRow, this.placed.entity, this.frame?.tick ?? 0);
    } else if (kind === RecordKind.end) {
      this.decodeEnd(data, at, length);
      if (this.end.reason === DisconnectReason.protocolViolation) this.counters.messagesUndecodable++;
      this.endpoint.disconnect(sessionRow, this.end.reason, this.end.detail);
    } else {
      this.endpoint.send(sessionRow, kind === RecordKind.reliable, data, at, length);
    }
  }

  private sendEverybody(reliable: boolean, data: Uint8Array, at: number, length: number): void {
    const { players, endpoint } = this;
    for (let sessionRow = 0; sessionRow < players.sessionRowsEnd; sessionRow++)
      if (players.isInWorld(sessionRow)) endpoint.send(sessionRow, reliable, data, at, length);
  }

  private decodeEnd(data: Uint8Array, at: number, length: number): void {
    if (decodeSessionEnd(this.end, data, at, at + length) < 0)
      throw new Error('a SessionEnd does not decode');
  }

  /** To the players on this gateway who may see the entity. One that is not in the frame (any more) is seen by nobody. */
  private sendNearby(entity: number, reliable: boolean, data: Uint8Array, at: number, length: number): void {
    const { frame, players, endpoint } = this;
    const row = entity & 0xffff;
    if (frame === undefined || frame.columns.id[row] !== entity) return;
    const { cells } = this;
    cells.around(frame, row, hearingUnits);
    for (let cellRow = 0; cellRow < cells.cellRows; cellRow++) {
      const end = cells.cellRowEnd(frame, cellRow);
      for (let i = cells.cellRowStart(frame, cellRow); i < end; i++) {
        const other = frame.grid.entities[i]!;
        const sessionRow = players.sessionRowAt(other);
        if (sessionRow < 0 || distanceSquared(frame.columns, row, other) > hearingUnits * hearingUnits)
          continue;
        endpoint.send(sessionRow, reliable, data, at, length);
      }
    }
  }
}
