// Most of the swarm's clients acknowledge what they do not read. The other side must see ordinary clients.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PlayerInput, decodePlayerInput, playerInputSizeMax } from '#adapters/protocol/generated/game.js';
import { keepAliveId } from '#adapters/protocol/generated/handshake.js';
import { Connection } from '#adapters/protocol/session/connection/connection.js';
import { Received } from '#adapters/protocol/session/connection/packet-receiver.js';
import { EndpointMemory } from '#adapters/protocol/session/delivery/endpoint-memory.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { inputPacketBytes, UnreadSessions } from '../../bench/server/unread-sessions.js';
import { Walk } from '../../bench/server/walk.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import { PlainUnreadSession } from './plain-unread-session.js';

const crypto = new SodiumCryptoSuite();
const keyTo = aeadKeyOf(new Uint8Array(32).fill(1));
const keyFrom = aeadKeyOf(new Uint8Array(32).fill(2));
const ticks = 2;
const keepAlive = Uint8Array.of(keepAliveId);

/** A client's row among three, with a server beside it. */
class Pair {
  readonly heard: number[] = [];
  readonly server: Connection;
  readonly client: Connection;
  readonly walk: Walk;
  readonly sessions: UnreadSessions;
  readonly out = new Uint8Array(2048);

  constructor(readonly row: number) {
    const input = new PlayerInput();
    const owner = {
      onConnectionMessage: (_slot: number, _c: Channel, data: Uint8Array, at: number, length: number) => {
        if (data[at] === keepAliveId) return;
        expect(decodePlayerInput(input, data, at, at + length)).toBe(at + length);
        this.heard.push(input.sequence);
      },
      onConnectionPacketAcked: () => undefined,
      onConnectionPacketLost: () => undefined,
      onConnectionPacketFound: () => undefined,
    };
    const memory = new EndpointMemory({
      connectionsMax: 2,
      outgoingBlocks: 64,
      incomingBlocks: 64,
      messageBytesMax: 4096,
    });
    this.server = new Connection(0, owner, crypto, memory);
    this.client = new Connection(0, owner, crypto, memory);
    this.server.open(5, { send: keyFrom, receive: keyTo }, 0);
    this.client.open(5, { send: keyTo, receive: keyFrom }, 0);
    this.walk = new Walk(row);
    this.sessions = new UnreadSessions(3, crypto, ticks);
  }

  /** A packet from the server lies in `out`. */
  sendDown(nowMs: number): void {
    this.server.outgoing.enqueue(false, keepAlive, 0, keepAlive.length, nowMs);
    this.server.beginPacket(this.out, 0, 0, nowMs);
    this.server.finishPacket();
  }

  takeOver(): void {
    this.sessions.takeOver(this.row, this.client, keyTo, this.walk, 0);
  }

  input(viewTick: number, nowMs: number): Uint8Array {
    this.sessions.writeInput(this.row, this.out, 3, viewTick, nowMs);
    return this.out.slice(3, 3 + inputPacketBytes);
  }

  hear(packet: Uint8Array, nowMs: number): Received {
    return this.server.receive(packet, 0, packet.length, nowMs);
  }
}

const turns = fc.array(
  fc.record({ down: fc.boolean(), up: fc.boolean(), lost: fc.boolean(), waitMs: fc.nat(300) }),
  { minLength: 1, maxLength: 200, size: 'max' },
);

describe('an unread session', () => {
  it('is heard, and acknowledges what arrived, whatever is lost', () => {
    fc.assert(
      fc.property(turns, (taken) => {
        const pair = new Pair(1);
        pair.takeOver();
        let [nowMs, sent, arrived] = [0, 0, 0];
        for (const { down, up, lost } of taken) {
          nowMs += 5;
          if (down) {
            pair.sendDown(nowMs);
            if (!lost) pair.sessions.receive(1, pair.out, 0, nowMs);
            if (!lost) arrived++;
          }
          if (up) expect(pair.hear(pair.input(77, nowMs), nowMs)).toBe(Received.ok);
          if (up) sent++;
        }
        expect(pair.heard).toEqual(Array.from({ length: sent }, (_, i) => i + 1));
        pair.hear(pair.input(77, nowMs), nowMs);
        // An acknowledgement names the latest 33.
        if (taken.length <= 33) expect(pair.server.sentPackets.acked).toBe(arrived);
      }),
    );
  });

  it('sends what its plain twin sends, byte for byte', () => {
    const tick = fc.nat(2 ** 32 - 1);
    fc.assert(
      fc.property(turns, fc.nat(2), tick, fc.nat(400), (taken, row, viewTick, before) => {
        const pair = new Pair(row);
        const walk = new Walk(row);
        for (let i = 0; i < before; i++) {
          pair.walk.next(0, ticks);
          walk.next(0, ticks);
        }
        pair.takeOver();
        const twin = new PlainUnreadSession(pair.client, crypto, keyTo, walk);
        let nowMs = 0;
        for (const { down, up, lost, waitMs } of taken) {
          nowMs += waitMs;
          if (down) pair.sendDown(nowMs);
          if (down && !lost) {
            pair.sessions.receive(row, pair.out, 0, nowMs);
            twin.receive(pair.out, 0, nowMs);
          }
          if (up)
            expect(Buffer.from(pair.input(viewTick, nowMs))).toEqual(
              Buffer.from(twin.writeInput(viewTick, ticks, nowMs)),
            );
        }
      }),
    );
  });

  it('acknowledges in time without inputs, and is never silent for long', () => {
    const pair = new Pair(2);
    pair.takeOver();
    pair.sendDown(10);
    pair.sessions.receive(2, pair.out, 0, 10);
    expect([pair.sessions.isDue(2, 109), pair.sessions.isDue(2, 110)]).toEqual([false, true]);
    const idle = (nowMs: number): Received =>
      pair.server.receive(pair.out, 0, pair.sessions.writeIdle(2, pair.out, 0, nowMs), nowMs);
    expect(idle(110)).toBe(Received.ok);
    expect(pair.server.sentPackets.acked).toBe(1);
    expect([pair.sessions.isDue(2, 2109), pair.sessions.isDue(2, 2110)]).toEqual([false, true]);
    expect([pair.server.msUntilAck(2110), idle(2110), pair.server.msUntilAck(2110)]).toEqual([
      -1,
      Received.ok,
      100,
    ]);
    expect(pair.heard).toEqual([]);
  });

  it('gives connection and walk back where they are', () => {
    const pair = new Pair(0);
    pair.takeOver();
    expect(pair.sessions.isActive(0)).toBe(true);
    for (let i = 0; i < 300; i++) pair.hear(pair.input(0, i), i);
    pair.sessions.giveBack(0);
    expect(pair.sessions.isActive(0)).toBe(false);
    expect(pair.walk.sequence).toBe(300);
    pair.client.beginPacket(pair.out, 0, playerInputSizeMax, 300);
    expect(pair.server.receive(pair.out, 0, pair.client.finishPacket(), 300)).toBe(Received.ok);
  });
});
