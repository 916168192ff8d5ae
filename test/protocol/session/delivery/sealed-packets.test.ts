// Sealed packets under attack: what was changed, repeated, old or made up is dropped and changes nothing.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Connection } from '#adapters/protocol/session/connection/connection.js';
import { EndpointMemory } from '#adapters/protocol/session/delivery/endpoint-memory.js';
import { Received } from '#adapters/protocol/session/connection/packet-receiver.js';
import {
  latestNumber,
  nearestNumber,
  sequenceDistance,
} from '#adapters/protocol/session/bytes/packet-number.js';
import { ConnectionRows } from '#adapters/protocol/session/delivery/connection-rows.js';
import { ReplayWindows } from '#adapters/protocol/session/delivery/replay-window.js';
import { ConnectionPair, numbered, numberIn } from '../connection-pair.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import { crypto } from '../session-lab.js';

function captured(pair: ConnectionPair, count: number): Uint8Array[] {
  pair.a.keepSent = true;
  pair.a.socket.conditions.lossRatio = 1;
  for (let number = 0; number < count; number++) pair.a.sendPacket(numbered(number));
  return pair.a.sent.splice(0);
}

const give = (pair: ConnectionPair, datagram: Uint8Array): Received =>
  pair.b.connection.receive(datagram.slice(), 0, datagram.length, pair.nowMs);

describe('sealed packets', () => {
  it('a packet with any bit changed is not authentic, and the true one is taken afterwards', () => {
    const pair = new ConnectionPair();
    const [packet] = captured(pair, 1);
    for (let bit = 0; bit < packet!.length * 8; bit++) {
      const forged = packet!.slice();
      forged[bit >> 3]! ^= 1 << (bit & 7);
      expect([Received.unauthentic, Received.replayed]).toContain(give(pair, forged));
    }
    expect(pair.b.messages).toEqual([]);
    expect(give(pair, packet!)).toBe(Received.ok);
    expect(pair.b.messages).toHaveLength(1);
  });

  it('a packet is taken once, and up to 1023 behind the newest', () => {
    const pair = new ConnectionPair();
    const sent = captured(pair, 1100);
    expect(give(pair, sent[1099]!)).toBe(Received.ok);
    expect(give(pair, sent[1099]!)).toBe(Received.replayed);
    expect(give(pair, sent[1099 - 1023]!)).toBe(Received.ok);
    expect(give(pair, sent[1099 - 1023]!)).toBe(Received.replayed);
    expect(give(pair, sent[1099 - 1024]!)).toBe(Received.replayed);
    expect(pair.b.messages.map(({ bytes }) => numberIn(bytes))).toEqual([1099, 76]);
  });

  it('a forged high number moves nothing', () => {
    const pair = new ConnectionPair();
    const sent = captured(pair, 3);
    const forged = sent[2]!.slice();
    forged[6] = 0x70;
    expect(give(pair, forged)).toBe(Received.unauthentic);
    for (const packet of sent) expect(give(pair, packet)).toBe(Received.ok);
  });

  it('a jump of 30,000 numbers is followed', () => {
    const pair = new ConnectionPair();
    const sent = captured(pair, 30_001);
    expect(give(pair, sent[0]!)).toBe(Received.ok);
    expect(give(pair, sent[30_000]!)).toBe(Received.ok);
    expect(give(pair, sent[1]!)).toBe(Received.replayed);
  });

  it('numbers go on past 65,536', () => {
    const pair = new ConnectionPair();
    let count = 0;
    pair.b.onEach = () => count++;
    for (let number = 0; number < 70_000; number++) {
      pair.a.sendPacket(numbered(number, 4));
      if (number % 16 === 0) pair.receive(pair.b);
      if (number % 16 === 0) {
        pair.b.sendPacket();
        pair.receive(pair.a);
      }
    }
    pair.receive(pair.b);
    expect(count).toBe(70_000);
    expect(pair.b.connection.highestReceived).toBe(70_000);
    expect(pair.a.lost.length).toBe(0);
  });

  it('a connection without keys takes nothing, not even what a key of zeros sealed', () => {
    const zeros = aeadKeyOf(new Uint8Array(32));
    const packet = new Uint8Array(7 + 7 + 16);
    packet.set([0x40, 1, 0, 0, 3, 1, 0]);
    crypto.seal(zeros, 0, 1, packet, 0, 7, 7, 7);
    const { connection } = new ConnectionPair().b;
    connection.close();
    expect(connection.receive(packet.slice(), 0, packet.length, 0)).toBe(Received.unauthentic);
    expect(() => connection.beginPacket(packet, 0, 0, 0)).toThrow('without keys');
    const memory = new EndpointMemory({ outgoingBlocks: 4, incomingBlocks: 4, messageBytesMax: 1200 });
    const never = new Connection(0, new ConnectionPair().b, crypto, memory);
    for (const phase of [0x40, 0x41]) {
      packet[0] = phase;
      crypto.seal(zeros, 0, 1, packet.fill(0, 7), 0, 7, 7, 7);
      expect(never.receive(packet.slice(), 0, packet.length, 0)).toBe(Received.unauthentic);
    }
  });

  it('authentic nonsense is malformed, never thrown', () => {
    const key = aeadKeyOf(new Uint8Array(32).fill(1));
    let number = 0;
    const pair = new ConnectionPair();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 7, maxLength: 300 }), (plain) => {
        number++;
        const packet = new Uint8Array(7 + plain.length + 16);
        packet.set([0x40, 1, 0, 0, 3, number & 0xff, number >> 8]);
        packet.set(plain, 7);
        crypto.seal(key, 0, number, packet, 0, 7, 7, plain.length);
        expect([Received.ok, Received.malformed]).toContain(give(pair, packet));
      }),
      { numRuns: 3000 },
    );
    expect(pair.b.blocksUsed).toBeLessThanOrEqual(96 * 8);
    pair.b.connection.close();
    expect(pair.b.blocksUsed).toBe(0);
  });
});

describe('numbers', () => {
  it('a truncated number is found again within half its range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: -32_768, max: 32_767 }),
        (highest, ahead) => {
          const number = highest + 1 + ahead;
          fc.pre(number >= 0);
          expect(nearestNumber(number & 0xffff, highest)).toBe(number);
        },
      ),
    );
  });

  it('an acknowledged number is the latest possible', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.integer({ min: 0, max: 65_535 }),
        (highest, behind) => {
          expect(latestNumber((highest - behind) & 0xffff, highest)).toBe(highest - behind);
        },
      ),
    );
  });

  it('sequence distance is signed across the wrap', () => {
    expect(sequenceDistance(2, 65_535)).toBe(3);
    expect(sequenceDistance(65_535, 2)).toBe(-3);
  });

  it('the replay window remembers exactly as a set would', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 400 }), (numbers) => {
        const windows = new ReplayWindows(new ConnectionRows(3));
        const seen = new Set<number>();
        let highest = 0;
        for (const number of numbers) {
          const fresh = !seen.has(number) && number > highest - 1024;
          expect(windows.isFresh(1, number)).toBe(fresh);
          if (!fresh) continue;
          windows.accept(1, number);
          seen.add(number);
          highest = Math.max(highest, number);
        }
        for (const neighbour of [0, 2]) expect(windows.highest(neighbour)).toBe(0);
      }),
    );
  });
});
