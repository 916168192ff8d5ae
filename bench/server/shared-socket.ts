// One batched socket for many clients. Sealed packets find their client by connection id, answers of the handshake by the
// key they name. Only Challenge names nobody: the server answers each Hello with one, in order, and so they are paired. A
// lost one makes the pairs wrong: who gets another's cookie is refused with it, and pairing begins again after a pause.

import { challengeId, denyId, helloId } from '#adapters/protocol/generated/handshake.js';
import { readU32 } from '#adapters/protocol/session/little-endian.js';
import { connectionIdAt, sealedType } from '#adapters/protocol/session/packet-layout.js';
import type { DatagramCounters, DatagramReceiver } from '#ports/datagram-socket.js';
import type { SegmentedSocket } from './segmented-socket.js';
import type { SwarmClient } from './swarm-client.js';

/** Waiting for a Challenge, and in the rest of the handshake, at one time. */
const greetingMax = 4;
const joiningMax = 32;
/** A Hello that has no answer for so long is lost. */
const helloLostMs = 3000;
/** By then what was under way when a pair turned out wrong has come or is lost. */
const pairingPauseMs = 300;
/** Where every message of the handshake but Hello and Challenge names the client's key. */
const clientKeyAt = 1;

export class SharedSocket implements DatagramReceiver {
  /** Have yet to begin, or to begin again. */
  private readonly waiting: SwarmClient[] = [];
  private readonly greeting = new Set<SwarmClient>();
  /** Hellos without an answer, oldest first. */
  private readonly hellos: { readonly client: SwarmClient; readonly sentMs: number }[] = [];
  private readonly joining = new Set<SwarmClient>();
  private readonly byKey = new Map<number, SwarmClient>();
  private readonly byConnection = new Map<number, SwarmClient>();
  private nowMs = 0;
  private pausedUntilMs = 0;

  constructor(readonly socket: SegmentedSocket) {}

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
    while (this.greeting.size < greetingMax && this.joining.size < joiningMax) {
      const next = this.waiting.shift();
      if (next === undefined) break;
      this.greeting.add(next);
    }
    while (this.hellos.length > 0 && nowMs - this.hellos[0]!.sentMs > helloLostMs) this.hellos.shift();
    if (nowMs >= this.pausedUntilMs) for (const client of this.greeting) this.ask(client, nowMs);
    for (const client of this.joining) this.ask(client, nowMs);
    this.socket.flush();
    return this.waiting.length + this.greeting.size + this.joining.size;
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
    if ((buffer[at]! & 0xfe) === sealedType)
      this.byConnection.get(readU32(buffer, at + connectionIdAt))?.onSealed(buffer, at, length, this.nowMs);
    else if (buffer[at] === challengeId) this.onChallenge(buffer, at, length);
    else this.onAnswer(buffer, at, length);
  }

  private ask(client: SwarmClient, nowMs: number): void {
    const at = client.writeRequest(nowMs);
    if (client.isFailed) this.settle(client);
    else if (at < 0) return;
    else if (this.socket.outgoing[at] === helloId) this.hellos.push({ client, sentMs: nowMs });
    else this.byKey.set(readU32(this.socket.outgoing, at + clientKeyAt), client);
  }

  private onChallenge(buffer: Uint8Array, at: number, length: number): void {
    const client = this.nowMs < this.pausedUntilMs ? undefined : this.hellos.shift()?.client;
    // One that was asked twice has its Challenge already.
    if (client?.onHandshakeDatagram(buffer, at, length, this.nowMs) !== true) return;
    this.greeting.delete(client);
    this.joining.add(client);
  }

  private onAnswer(buffer: Uint8Array, at: number, length: number): void {
    const key = readU32(buffer, at + clientKeyAt);
    const client = this.byKey.get(key);
    if (client === undefined || !client.onHandshakeDatagram(buffer, at, length, this.nowMs)) return;
    if (client.isJoined) {
      this.byConnection.set(client.connectionId, client);
      client.maintain(this.nowMs);
    }
    const startsAgain = buffer[at] === denyId && !client.isFailed;
    if (startsAgain) {
      this.waiting.push(client);
      this.hellos.length = 0;
      this.pausedUntilMs = this.nowMs + pairingPauseMs;
    }
    if (startsAgain || client.isJoined || client.isFailed) {
      this.byKey.delete(key);
      this.settle(client);
    }
  }

  private settle(client: SwarmClient): void {
    this.joining.delete(client);
    this.greeting.delete(client);
  }
}
