// One client of the session benchmark: a real handshake, then inputs that acknowledge the snapshots that came.

import { encodePlayerInput, PlayerInput, playerInputSizeMax } from '#adapters/protocol/generated/game.js';
import { ClientHandshake } from '#adapters/protocol/session/client/client-handshake.js';
import { Connection } from '#adapters/protocol/session/connection/connection.js';
import type { ConnectionOwner } from '#adapters/protocol/session/connection/connection-owner.js';
import type { EndpointMemory } from '#adapters/protocol/session/delivery/endpoint-memory.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { addressOf } from '#ports/network/datagram-address.js';
import type { RandomSource } from '#ports/system/random-source.js';

const input = new PlayerInput();
input.stepsCount = 1;

export class BenchClient implements ConnectionOwner {
  readonly address: Uint8Array;
  readonly handshake: ClientHandshake;
  messages = 0;
  connection: Connection | undefined;

  constructor(
    index: number,
    private readonly crypto: CryptoSuite,
    random: RandomSource,
    private readonly memory: EndpointMemory,
  ) {
    this.address = addressOf(`10.1.${index >> 8}.${index & 0xff}`, 1024 + index);
    const name = `bench-${index}`;
    const times = { connectMs: 60_000, queueMs: 60_000 };
    this.handshake = new ClientHandshake(crypto, random, { kind: 'guest', name }, undefined, times, 0);
  }

  receive(bytes: Uint8Array, at: number, length: number, nowMs: number): void {
    if (this.connection === undefined) this.handshake.onDatagram(bytes, at, length, nowMs);
    else this.connection.receive(bytes, at, length, nowMs);
  }

  /** After Accept: from now on packets are sealed. */
  open(nowMs: number): void {
    const { parameters, keys } = this.handshake;
    this.connection = new Connection(0, this, this.crypto, this.memory);
    this.connection.open(parameters.connectionId, keys!, nowMs);
  }

  /** Builds a packet with one input at the start of `out` and returns its length. */
  writeInput(out: Uint8Array, tick: number, nowMs: number): number {
    const connection = this.connection!;
    connection.beginPacket(out, 0, playerInputSizeMax + 5, nowMs);
    input.sequence = tick & 0xffff;
    input.viewTick = tick;
    const step = input.steps[0]!;
    step.moveX = Math.cos(tick / 60);
    step.moveY = Math.sin(tick / 60);
    step.facing = tick & 0xff;
    step.ticks = 1;
    const at = connection.outgoing.beginMessage(Channel.unreliable, playerInputSizeMax);
    connection.outgoing.endMessage(encodePlayerInput(input, out, at));
    return connection.finishPacket();
  }

  onConnectionMessage(): void {
    this.messages++;
  }

  onConnectionPacketAcked(): void {
    // The connection counts it.
  }

  onConnectionPacketLost(): void {
    // The connection counts it.
  }

  onConnectionPacketFound(): void {
    // The connection counts it.
  }
}
