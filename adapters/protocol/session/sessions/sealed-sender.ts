// Builds sealed packets in the socket's own slots, one at a time: begin, add messages in place, finish.

import { addressBytes, type DatagramSocket } from '#ports/network/datagram-socket.js';
import type { Connection } from '../connection/connection.js';
import type { Channel } from '../bytes/packet-layout.js';
import type { SessionCounters } from './session-counters.js';
import type { SessionTable } from './session-table.js';

export class SealedSender {
  private building: Connection | undefined;

  constructor(
    private readonly socket: DatagramSocket,
    private readonly table: SessionTable,
    private readonly counters: SessionCounters,
  ) {}

  get bytes(): Uint8Array {
    return this.socket.outgoing;
  }

  /** Whose packet is being built. */
  get sessionRow(): number {
    return this.building!.sessionRow;
  }

  /** False, and counted, when the socket has no free slot. */
  begin(sessionRow: number, reserveBytes: number, nowMs: number): boolean {
    const at = this.socket.claim();
    if (at < 0) {
      this.counters.droppedNoSendSlot++;
      return false;
    }
    this.building = this.table.connection(sessionRow);
    this.building.beginPacket(this.socket.outgoing, at, reserveBytes, nowMs);
    return true;
  }

  get messageRoom(): number {
    return this.building!.messageRoom;
  }

  beginMessage(channel: Channel, bytesMax: number): number {
    return this.building!.outgoing.beginMessage(channel, bytesMax);
  }

  endMessage(end: number): void {
    this.building!.outgoing.endMessage(end);
  }

  finish(): number {
    return this.finishTo(this.table.addresses, this.building!.sessionRow * addressBytes);
  }

  /** As `finish`, to another address than the session's. */
  finishTo(addresses: Uint8Array, addressAt: number): number {
    const connection = this.building!;
    this.building = undefined;
    const length = connection.finishPacket();
    this.socket.commit(length, addresses, addressAt);
    this.counters.packetsSent++;
    this.counters.bytesSent += length;
    return connection.packetNumber;
  }
}
