// One batched socket for many clients. Sealed packets find their client by connection id, answers of the handshake by the
// key they name. Only Challenge names nobody: one client at a time waits for one, while others are further on.

import { challengeId, denyId, helloId } from '#adapters/protocol/generated/handshake.js';
import { readU32 } from '#adapters/protocol/session/bytes/little-endian.js';
import { connectionIdAt, sealedType } from '#adapters/protocol/session/bytes/packet-layout.js';
import type { DatagramCounters, DatagramReceiver } from '#ports/network/datagram-socket.js';
import type { SegmentedSocket } from './sockets/segmented-socket.js';
import type { SwarmClient, SwarmHost } from './swarm-client.js';

/** Further than the Challenge, at one time. */
const joiningMax = 32;
/** A Challenge to a Hello that was repeated in vain comes within this time or never. */
const strayMs = 1000;
/** Where every message of the handshake but Hello and Challenge names the client's key. */
const clientKeyAt = 1;

export class SharedSocket implements DatagramReceiver {
  /** Have yet to begin, or to begin again. */
  private readonly waiting: SwarmClient[] = [];
  /** Waits for its Challenge, after so many Hellos. */
  private greeting: SwarmClient | undefined;
  private hellos = 0;
  /** Challenges still to come for a client that has one, and until when nobody else may ask. */
  private strays = 0;
  private straysUntilMs = 0;
  private readonly joining = new Set<SwarmClient>();
  private readonly byKey = new Map<number, SwarmClient>();
  private nowMs = 0;

  constructor(
    readonly socket: SegmentedSocket,
    private readonly host: SwarmHost,
    /** Of all sockets. */
    private readonly clients: readonly SwarmClient[],
  ) {}

  get counters(): DatagramCounters {
    this.socket.sampleDrops();
    return this.socket.counters;
  }

  add(client: SwarmClient): void {
    client.attach(this.socket);
    this.waiting.push(client);
  }

  /** Moves the handshakes on; returns how many clients have neither joined nor failed. */
  joinTurn(nowMs: number): number {
    const mayGreet = this.strays === 0 || nowMs >= this.straysUntilMs;
    if (this.greeting === undefined && mayGreet && this.joining.size < joiningMax) {
      this.greeting = this.waiting.shift();
      this.hellos = 0;
    }
    if (this.greeting !== undefined) this.ask(this.greeting, nowMs);
    for (const client of this.joining) this.ask(client, nowMs);
    this.socket.flush();
    return this.waiting.length + this.joining.size + (this.greeting === undefined ? 0 : 1);
  }

  /** Whatever has arrived; returns how many datagrams. */
  receive(nowMs: number): number {
    this.nowMs = Math.floor(nowMs) | 0;
    return this.socket.receive(this, 0);
  }

  flush(): void {
    this.socket.flush();
  }

  onDatagram(buffer: Uint8Array, at: number, length: number): void {
    if ((buffer[at]! & 0xfe) === sealedType) this.onSealed(buffer, at, length);
    else if (buffer[at] === challengeId) this.onChallenge(buffer, at, length);
    else this.onAnswer(buffer, at, length);
  }

  private onSealed(buffer: Uint8Array, at: number, length: number): void {
    const { byConnection, unread } = this.host;
    const index = byConnection.find(readU32(buffer, at + connectionIdAt));
    if (index < 0) return;
    if (unread.isActive(index)) unread.receive(index, buffer, at, this.nowMs);
    else this.clients[index]!.onSealed(buffer, at, length, this.nowMs);
  }

  private ask(client: SwarmClient, nowMs: number): void {
    const at = client.writeRequest(nowMs);
    if (client.isFailed) this.settle(client);
    else if (at < 0) return;
    else if (this.socket.outgoing[at] === helloId) this.hellos++;
    else this.byKey.set(readU32(this.socket.outgoing, at + clientKeyAt), client);
  }

  private onChallenge(buffer: Uint8Array, at: number, length: number): void {
    const client = this.greeting;
    if (client === undefined) {
      if (this.strays > 0) this.strays--;
      return;
    }
    if (!client.onHandshakeDatagram(buffer, at, length, this.nowMs)) return;
    this.greeting = undefined;
    this.strays = this.hellos - 1;
    this.straysUntilMs = this.nowMs + strayMs;
    this.joining.add(client);
  }

  private onAnswer(buffer: Uint8Array, at: number, length: number): void {
    const key = readU32(buffer, at + clientKeyAt);
    const client = this.byKey.get(key);
    if (client === undefined || !client.onHandshakeDatagram(buffer, at, length, this.nowMs)) return;
    if (client.isJoined) client.maintain(this.nowMs);
    const startsAgain = buffer[at] === denyId && !client.isFailed;
    if (startsAgain) this.waiting.push(client);
    if (startsAgain || client.isJoined || client.isFailed) {
      this.byKey.delete(key);
      this.settle(client);
    }
  }

  private settle(client: SwarmClient): void {
    this.joining.delete(client);
    if (this.greeting === client) this.greeting = undefined;
  }
}
