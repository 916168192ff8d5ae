// One batched socket for many clients. Sealed packets find their client by connection id. An answer of the handshake
// does not always name its client, so one client at a time joins through each socket.

import { connectionIdAt, sealedType } from '#adapters/protocol/session/packet-layout.js';
import { readU32 } from '#adapters/protocol/session/little-endian.js';
import type { Clock } from '#ports/clock.js';
import type { DatagramCounters, DatagramReceiver, DatagramSocket } from '#ports/datagram-socket.js';
import type { SwarmClient } from './swarm-client.js';

export class SharedSocket implements DatagramReceiver {
  private readonly clients: SwarmClient[] = [];
  private readonly byConnection = new Map<number, SwarmClient>();
  private joining = 0;
  private nowMs = 0;

  constructor(
    readonly socket: DatagramSocket,
    private readonly clock: Clock,
  ) {}

  get counters(): DatagramCounters {
    return this.socket.counters;
  }

  add(client: SwarmClient): void {
    client.attach(this.socket);
    this.clients.push(client);
  }

  /** Moves the join on; returns how many clients have not joined yet. */
  joinTurn(nowMs: number): number {
    this.receive(nowMs, 0);
    const client = this.clients[this.joining];
    if (client === undefined) {
      this.maintain(nowMs);
      return 0;
    }
    client.handshakeTurn(nowMs);
    if (client.isJoined) this.byConnection.set(client.connectionId, client);
    if (client.isJoined || client.isFailed) this.joining++;
    this.maintain(nowMs);
    this.socket.flush();
    return this.clients.length - this.joining;
  }

  receive(nowMs: number, waitMs: number): void {
    this.nowMs = nowMs;
    this.socket.receive(this, waitMs);
  }

  onDatagram(buffer: Uint8Array, at: number, length: number): void {
    if ((buffer[at]! & 0xfe) !== sealedType) {
      this.clients[this.joining]?.onHandshakeDatagram(buffer, at, length, this.nowMs);
      return;
    }
    this.byConnection
      .get(readU32(buffer, at + connectionIdAt))
      ?.onSealed(buffer, at, length, Math.floor(this.clock.nowMs()) | 0);
  }

  /** Sends what clients want to send by themselves. */
  maintain(nowMs: number): void {
    for (let i = 0; i < this.joining; i++) this.clients[i]!.maintain(Math.floor(nowMs) | 0);
  }

  flush(): void {
    this.socket.flush();
  }
}
