// The session of a client at play whose snapshots nobody reads: it seals every packet it sends and acknowledges every
// packet that arrives, by the number in its header and unopened. To the server it is a client like any other; to the load
// generator it costs half. Takes an established Connection over and gives it back.

import { Connection } from '#adapters/protocol/session/connection.js';
import { readU16 } from '#adapters/protocol/session/little-endian.js';
import { Channel, headerBytes, packetNumberAt, tagBytes } from '#adapters/protocol/session/packet-layout.js';
import { nearestNumber } from '#adapters/protocol/session/packet-number.js';
import { PacketWriter } from '#adapters/protocol/session/packet-writer.js';
import { ReceivedPackets } from '#adapters/protocol/session/received-packets.js';
import type { AeadKey, CryptoSuite } from '#ports/crypto-suite.js';

/** All sessions take turns with it. */
const writer = new PacketWriter();

export class UnreadSession {
  packetsReceived = 0;
  private readonly received = new ReceivedPackets(1);
  private readonly connectionId: number;
  private sent: number;
  private highest: number;

  constructor(
    private readonly connection: Connection,
    private readonly crypto: CryptoSuite,
    private readonly key: AeadKey,
  ) {
    this.connectionId = connection.connectionId;
    this.sent = connection.sentPackets.highest;
    this.highest = connection.highestReceived;
  }

  receive(buffer: Uint8Array, at: number, nowMs: number): void {
    const number = nearestNumber(readU16(buffer, at + packetNumberAt), this.highest);
    if (number > this.highest) this.highest = number;
    this.packetsReceived++;
    this.received.record(0, number, nowMs);
  }

  /** Starts a packet with one message of at most `bytesMax` bytes; returns where in `out` the message goes. */
  begin(out: Uint8Array, at: number, bytesMax: number, nowMs: number): number {
    writer.begin(out, at, this.connectionId, ++this.sent, 0);
    this.received.write(0, out, at + headerBytes, nowMs);
    return writer.beginMessage(Channel.unreliable, 0, bytesMax);
  }

  /** The message ends at `messageEnd`; returns the sealed packet's length. */
  finish(messageEnd: number): number {
    writer.endMessage(messageEnd);
    const { out, packetAt, length } = writer;
    const textAt = packetAt + headerBytes;
    this.crypto.seal(this.key, this.sent, out, packetAt, headerBytes, textAt, length - headerBytes);
    return length + tagBytes;
  }

  /** The connection goes on where this leaves off. */
  giveBack(): void {
    this.connection.sentPackets.highest = this.sent;
  }
}
