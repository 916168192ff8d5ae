// Reliable messages over bad links: in order, once, bounded. Times are virtual.

import { describe, expect, it } from '@jest/globals';
import { Received } from '#adapters/protocol/session/connection/packet-receiver.js';
import { Queued } from '#adapters/protocol/session/delivery/outgoing-messages.js';
import { ConnectionPair, numbered, numberIn } from '../connection-pair.js';

const links = [
  // The loss matrix of protocol.md: loss, delay, share reordered, by how much.
  { lossRatio: 0.1, delayMs: 50, reorderRatio: 0.02, reorderMs: 50 },
  { lossRatio: 0.05, delayMs: 10, reorderRatio: 0.01, reorderMs: 10 },
  { lossRatio: 0, delayMs: 50, reorderRatio: 0.3, reorderMs: 40 },
  { lossRatio: 0.2, delayMs: 100, reorderRatio: 0.04, reorderMs: 50 },
  { lossRatio: 0.2, delayMs: 100, reorderRatio: 0.04, reorderMs: 10 },
  { lossRatio: 0.02, delayMs: 5, reorderRatio: 0.02, reorderMs: 1 },
  { lossRatio: 0.25, duplicateRatio: 0.25, delayMs: 150, jitterMs: 200 },
];

describe('reliable channel', () => {
  it.each(links.map((link, index) => [index, link] as const))(
    'link %i: 500 messages each way arrive once and in order',
    (index, link) => {
      const pair = new ConnectionPair(link, index + 1);
      const wanted = Array.from({ length: 500 }, (_unused, number) => number);
      let next = 0;
      pair.run(60_000, () => {
        while (next < 500 && pair.a.enqueue(numbered(next, 4 + (next % 90))) === Queued.ok) {
          pair.b.enqueue(numbered(next, 4 + (next % 300)));
          next++;
        }
      });
      expect(pair.b.messages.map(({ bytes }) => numberIn(bytes))).toEqual(wanted);
      expect(pair.a.messages.length).toBeGreaterThan(0);
      pair.b.messages.forEach(({ bytes }, number) =>
        expect(bytes).toEqual(numbered(number, 4 + (number % 90))),
      );
      const unacknowledged = pair.a.connection.outgoing.reliable.unacknowledgedFrames;
      expect(unacknowledged).toBe(0);
      expect(pair.a.blocksUsed + pair.b.blocksUsed).toBe(0);
    },
  );

  it('long messages arrive whole between short ones, under loss', () => {
    const pair = new ConnectionPair({ lossRatio: 0.2, delayMs: 30, jitterMs: 40 }, 5);
    const lengths = [5, 1024, 1025, 2048, 30_000, 7, 65_000, 1, 40_000].map((length) => Math.max(4, length));
    let next = 0;
    pair.run(60_000, () => {
      while (next < lengths.length && pair.a.enqueue(numbered(next, lengths[next])) === Queued.ok) next++;
    });
    expect(pair.b.messages.map(({ bytes }) => bytes.length)).toEqual(lengths);
    pair.b.messages.forEach(({ bytes }, number) => expect(bytes).toEqual(numbered(number, lengths[number])));
    expect(pair.b.blocksUsed).toBe(0);
  });

  it('sequence numbers wrap past 65,535 unnoticed', () => {
    const pair = new ConnectionPair({ lossRatio: 0.01, delayMs: 1 });
    let expected = 0;
    let wrong = 0;
    pair.b.onEach = (bytes) => {
      if (numberIn(bytes) !== expected++) wrong++;
    };
    let next = 0;
    pair.run(15_000, () => {
      while (next < 70_000 && pair.a.enqueue(numbered(next, 4)) === Queued.ok) next++;
    });
    expect(wrong).toBe(0);
    expect(expected).toBe(70_000);
  });

  it('what is too long or empty is refused at once', () => {
    const pair = new ConnectionPair();
    expect(pair.a.enqueue(new Uint8Array(65_001))).toBe(Queued.tooLong);
    expect(pair.a.enqueue(new Uint8Array(0))).toBe(Queued.tooLong);
    expect(pair.a.enqueue(new Uint8Array(1151), false)).toBe(Queued.tooLong);
    expect(pair.a.blocksUsed).toBe(0);
  });

  it('a full queue refuses whole messages, keeps what it has, and takes more when that is acknowledged', () => {
    const pair = new ConnectionPair({ delayMs: 20 });
    let queued = 0;
    while (pair.a.enqueue(numbered(queued, 2000)) === Queued.ok) queued++;
    expect(queued).toBeGreaterThan(10);
    expect(queued * 2000).toBeLessThanOrEqual(512 * 1024);
    const blocks = pair.a.blocksUsed;
    expect(pair.a.enqueue(new Uint8Array(65_000))).toBe(Queued.full);
    expect(pair.a.blocksUsed).toBe(blocks);
    pair.run(2000);
    expect(pair.b.messages).toHaveLength(queued);
    expect(pair.a.enqueue(new Uint8Array(65_000))).toBe(Queued.ok);
  });

  it('a shared pool that runs dry refuses without leaking', () => {
    const pair = new ConnectionPair({}, 1, 20);
    expect(pair.a.enqueue(new Uint8Array(2000).fill(1))).toBe(Queued.ok);
    expect(pair.a.enqueue(new Uint8Array(2000).fill(2))).toBe(Queued.full);
    pair.run(500);
    expect(pair.b.messages.map(({ bytes }) => bytes.length)).toEqual([2000]);
    expect(pair.a.blocksUsed + pair.b.blocksUsed).toBe(0);
  });

  it('a receiver without room does not acknowledge, and the message comes again when there is room', () => {
    const pair = new ConnectionPair({}, 1, 40);
    const hog = pair.b.incoming.store(new Uint8Array(39 * 128), 0, 39 * 128);
    expect(pair.a.enqueue(numbered(1, 3000))).toBe(Queued.ok);
    pair.run(1000);
    expect(pair.b.messages).toEqual([]);
    pair.b.incoming.free(hog);
    pair.run(8000);
    expect(pair.b.messages.map(({ bytes }) => numberIn(bytes))).toEqual([1]);
  });

  it('a stalled link delivers everything once it is back', () => {
    const pair = new ConnectionPair({ delayMs: 20 });
    pair.run(500, () => pair.a.enqueue(numbered(0, 4), false));
    pair.a.socket.conditions.lossRatio = 1;
    pair.b.socket.conditions.lossRatio = 1;
    for (let number = 0; number < 100; number++) pair.a.enqueue(numbered(number));
    pair.run(8000);
    pair.a.socket.conditions.lossRatio = 0;
    pair.b.socket.conditions.lossRatio = 0;
    pair.run(8000);
    const arrived = pair.b.messages
      .filter(({ channel }) => channel === 2)
      .map(({ bytes }) => numberIn(bytes));
    expect(arrived).toEqual(Array.from({ length: 100 }, (_unused, number) => number));
  });

  it('a lossless link repeats nothing', () => {
    const pair = new ConnectionPair({ delayMs: 30, jitterMs: 3 });
    let next = 0;
    pair.run(5000, () => void pair.a.enqueue(numbered(next++)));
    expect(pair.a.memory.counters.retransmits).toBe(0);
    expect(pair.a.lost).toEqual([]);
  });
});

describe('other channels', () => {
  it('unreliable messages arrive at most once, whatever the network repeats', () => {
    const pair = new ConnectionPair({ duplicateRatio: 1, lossRatio: 0.2, jitterMs: 30 });
    let next = 0;
    pair.run(2000, () => void pair.a.sendPacket(numbered(next++)));
    const numbers = pair.b.messages.map(({ bytes }) => numberIn(bytes));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(200);
  });

  it('sequenced messages never go back', () => {
    const pair = new ConnectionPair({ lossRatio: 0.2, jitterMs: 60, duplicateRatio: 0.2 });
    let next = 0;
    pair.run(3000, () => void pair.a.sendPacket(numbered(next++), 1));
    const numbers = pair.b.messages.map(({ bytes }) => numberIn(bytes));
    expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(50);
  });

  it('unreliable messages wait for the next packet; beyond 32 the oldest goes', () => {
    const pair = new ConnectionPair();
    for (let number = 0; number < 40; number++) pair.a.enqueue(numbered(number), false);
    pair.run(50);
    expect(pair.b.messages.map(({ bytes }) => numberIn(bytes))).toEqual(
      Array.from({ length: 32 }, (_unused, number) => number + 8),
    );
    expect(pair.a.memory.counters.unreliableDropped).toBe(8);
  });

  it('short and long bodies arrive as they were encoded in place', () => {
    const pair = new ConnectionPair();
    for (const length of [1, 127, 128, 129, 1150]) {
      pair.a.sendPacket(new Uint8Array(length).fill(length));
      // The encoder needed less than it reserved.
      const at = pair.a.socket.claim();
      pair.a.connection.beginPacket(pair.a.socket.outgoing, at, 1155, pair.nowMs);
      const bodyAt = pair.a.connection.outgoing.beginMessage(0, 1150);
      pair.a.socket.outgoing.fill(length, bodyAt, bodyAt + length);
      pair.a.connection.outgoing.endMessage(bodyAt + length);
      pair.a.socket.commit(pair.a.connection.finishPacket(), pair.b.socket.address, 0);
      pair.a.socket.flush();
      pair.receive(pair.b);
      const [first, second] = pair.b.messages.splice(0);
      expect(first!.bytes).toEqual(new Uint8Array(length).fill(length));
      expect(second!.bytes).toEqual(first!.bytes);
    }
    expect(new Set(pair.b.results)).toEqual(new Set([Received.ok]));
  });
});

describe('acknowledgements', () => {
  it('each packet is told acked or lost once, and truly', () => {
    const pair = new ConnectionPair({ lossRatio: 0.15, delayMs: 25, jitterMs: 10 }, 3);
    const arrived = new Set<number>();
    let next = 0;
    const packetOf: number[] = [];
    pair.b.onEach = (bytes) => arrived.add(packetOf[numberIn(bytes)]!);
    pair.run(5000, () => (packetOf[next] = pair.a.sendPacket(numbered(next++))));
    pair.run(3000);
    expect(new Set([...pair.a.acked, ...pair.a.lost]).size).toBe(pair.a.acked.length + pair.a.lost.length);
    for (const number of pair.a.acked) if (packetOf.includes(number)) expect(arrived).toContain(number);
    const settled = packetOf.filter(
      (number) => pair.a.acked.includes(number) || pair.a.lost.includes(number),
    );
    expect(settled).toHaveLength(packetOf.length);
  });

  it('a packet whose sequenced message came too late to be taken is not acknowledged', () => {
    const pair = new ConnectionPair({ jitterMs: 200 }, 4);
    const packetOf: number[] = [];
    let next = 0;
    pair.run(3000, () => (packetOf[next] = pair.a.sendPacket(numbered(next++), 1)));
    pair.run(3000);
    const taken = new Set(pair.b.messages.map(({ bytes }) => packetOf[numberIn(bytes)]));
    const acked = new Set(pair.a.acked);
    const late = packetOf.filter((number) => !taken.has(number));
    expect(late.length).toBeGreaterThan(100);
    for (const number of late) expect(acked).not.toContain(number);
  });

  it('acknowledgements alone are not acknowledged: silence follows', () => {
    const pair = new ConnectionPair({ delayMs: 10 });
    pair.a.enqueue(numbered(1));
    pair.run(500);
    const [sentA, sentB] = [pair.a.connection.sentPackets.highest, pair.b.connection.sentPackets.highest];
    pair.run(1000);
    expect(pair.a.connection.sentPackets.highest).toBe(sentA);
    expect(pair.b.connection.sentPackets.highest).toBe(sentB);
    expect([sentA, sentB]).toEqual([1, 1]);
  });

  it('reliable messages are acknowledged within 25 ms and a step', () => {
    const pair = new ConnectionPair();
    pair.a.enqueue(numbered(1));
    pair.run(40);
    expect(pair.a.connection.outgoing.reliable.unacknowledgedFrames).toBe(0);
  });

  it('the round trip is measured without the time that the other side waited', () => {
    const pair = new ConnectionPair({ delayMs: 40 });
    pair.run(3000, () => {
      if (pair.nowMs % 50 === 0) pair.a.enqueue(numbered(1));
    });
    expect(pair.a.connection.roundTrip.smoothedMs).toBeGreaterThanOrEqual(75);
    expect(pair.a.connection.roundTrip.smoothedMs).toBeLessThanOrEqual(95);
  });
});
