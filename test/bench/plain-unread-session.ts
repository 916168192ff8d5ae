// The plain twin of bench/server/unread-sessions.ts: one such session, put together from the session layer's own parts and
// the generated codec.

import type { Connection } from '#adapters/protocol/session/connection/connection.js';
import { ConnectionRows } from '#adapters/protocol/session/delivery/connection-rows.js';
import { encodePlayerInput, playerInputSizeMax } from '#adapters/protocol/generated/game.js';
import { readU16 } from '#adapters/protocol/session/bytes/little-endian.js';
import {
  Channel,
  headerBytes,
  packetNumberAt,
  tagBytes,
} from '#adapters/protocol/session/bytes/packet-layout.js';
import { nearestNumber } from '#adapters/protocol/session/bytes/packet-number.js';
import { PacketWriter } from '#adapters/protocol/session/bytes/packet-writer.js';
import { ReceivedPackets } from '#adapters/protocol/session/delivery/received-packets.js';
import type { AeadKey } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { Walk } from '../../bench/server/walk.js';

export class PlainUnreadSession {
  private readonly writer = new PacketWriter();
  private readonly received = new ReceivedPackets(new ConnectionRows(1));
  private sent: number;
  private highest: number;

  constructor(
    private readonly connection: Connection,
    private readonly crypto: CryptoSuite,
    private readonly key: AeadKey,
    private readonly walk: Walk,
  ) {
    this.sent = connection.sentPackets.highest;
    this.highest = connection.highestReceived;
  }

  receive(buffer: Uint8Array, at: number, nowMs: number): void {
    const number = nearestNumber(readU16(buffer, at + packetNumberAt), this.highest);
    this.highest = Math.max(this.highest, number);
    this.received.record(0, number, nowMs);
  }

  /** The sealed packet with the next input. */
  writeInput(viewTick: number, ticks: number, nowMs: number): Uint8Array {
    const { writer } = this;
    const out = new Uint8Array(1536);
    writer.begin(out, 0, this.connection.connectionId, ++this.sent, 0);
    this.received.write(0, out, writer.acknowledgementAt, nowMs);
    const at = writer.beginMessage(Channel.unreliable, 0, playerInputSizeMax);
    writer.endMessage(encodePlayerInput(this.walk.next(viewTick, ticks), out, at));
    const { length } = writer;
    this.crypto.seal(this.key, 0, this.sent, out, 0, headerBytes, headerBytes, length - headerBytes);
    return out.slice(0, length + tagBytes);
  }
}
