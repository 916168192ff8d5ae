// PlayerOutput as packets: encodes each message once and hands it to the gateway of its session, or to every gateway
// when it is for all who are near an entity.

import {
  encodePlayerPlaced,
  encodeSessionEnd,
  PlayerPlaced,
  playerPlacedSizeMax,
  SessionEnd,
  sessionEndSizeMax,
} from '#adapters/protocol/generated/internal.js';
import { playerMessageBytesMax, PlayerMessageWriter } from '#adapters/protocol/generated/messages.js';
import type { PlayerMessages } from '#domain/vocabulary/generated/messages.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import type { PlayerOutput } from '#ports/threads/player-output.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { RecordProducer } from '#ports/threads/record-queue.js';
import { gatewayOfSession } from '#ports/threads/session-number.js';

/** Sessions remembered for ending; beyond it the session times out by its client instead. */
const overrunMax = 4096;

export class PacketPlayerOutput implements PlayerOutput {
  readonly toSession: PlayerMessages;
  readonly toNearby: PlayerMessages;
  readonly toEverybody: PlayerMessages;
  /** Packets that could not be encoded, which only a wrong caller can cause. */
  unencodable = 0;
  private readonly overrun = new Uint32Array(overrunMax);
  private overrunCount = 0;
  private readonly bytes = new Uint8Array(
    Math.max(playerMessageBytesMax, playerPlacedSizeMax, sessionEndSizeMax),
  );
  private readonly placedRecord = new PlayerPlaced();
  private readonly endRecord = new SessionEnd();

  /** `gateways[i]` leads to the gateway whose number stands in the highest 4 bits of its sessions' numbers. */
  constructor(private readonly gateways: readonly RecordProducer[]) {
    const { bytes } = this;
    this.toSession = new PlayerMessageWriter({
      bytes,
      deliver: (session, isReliable, length) =>
        this.pushTo(isReliable ? RecordKind.reliable : RecordKind.unreliable, session, length),
    });
    this.toNearby = new PlayerMessageWriter({
      bytes,
      deliver: (entity, isReliable, length) =>
        this.pushToAll(isReliable ? RecordKind.nearbyReliable : RecordKind.nearbyUnreliable, entity, length),
    });
    this.toEverybody = new PlayerMessageWriter({
      bytes,
      deliver: (_, isReliable, length) =>
        this.pushToAll(isReliable ? RecordKind.everyoneReliable : RecordKind.everyoneUnreliable, 0, length),
    });
  }

  placed(session: number, entity: number, map: number): void {
    this.placedRecord.entity = entity;
    this.placedRecord.map = map;
    this.pushTo(RecordKind.placed, session, encodePlayerPlaced(this.placedRecord, this.bytes, 0));
  }

  end(session: number, reason: DisconnectReason, detail: string): void {
    this.endRecord.reason = reason;
    this.endRecord.detail = detail;
    this.pushTo(RecordKind.end, session, encodeSessionEnd(this.endRecord, this.bytes, 0));
  }

  /** To be called once a tick: ends the sessions whose messages did not fit, as soon as their end does. */
  endOverrunSessions(): void {
    const waiting = this.overrunCount;
    this.overrunCount = 0;
    for (let i = 0; i < waiting; i++)
      this.end(this.overrun[i]!, DisconnectReason.overloaded, 'the server could not keep up');
  }

  private pushTo(kind: number, session: number, length: number): void {
    if (length < 0) {
      this.unencodable++;
      return;
    }
    if (this.gateways[gatewayOfSession(session)]!.push(kind, session, this.bytes, 0, length)) return;
    // What may be lost is lost here as well as anywhere.
    if (kind === RecordKind.unreliable) return;
    // The gateway stands still and its ring is full. A reliable message must not vanish, so the session ends instead.
    if (this.overrunCount < overrunMax) this.overrun[this.overrunCount++] = session;
  }

  private pushToAll(kind: number, entity: number, length: number): void {
    if (length < 0) {
      this.unencodable++;
      return;
    }
    for (let i = 0; i < this.gateways.length; i++)
      this.gateways[i]!.push(kind, entity, this.bytes, 0, length);
  }
}
