// What is in flight: the book that looks only at what an acknowledgement tells anew settles the same packets as one that
// looks at all it names, and reordering seen once is allowed for.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reliableWindow } from '#adapters/protocol/session/bytes/packet-layout.js';
import { RoundTrip } from '#adapters/protocol/session/delivery/round-trip.js';
import { SentPackets } from '#adapters/protocol/session/delivery/sent-packets.js';

class Log {
  readonly acked: number[] = [];
  readonly lost: number[] = [];
  found = 0;
  readonly framesAcked = new Set<number>();
  readonly framesLost: number[] = [];
  onAcked(number: number): void {
    this.acked.push(number);
  }
  onLost(number: number): void {
    this.lost.push(number);
  }
  onFound(): void {
    this.found++;
  }
  onFrameAcked(sequence: number): void {
    this.framesAcked.add(sequence);
  }
  onFrameLost(sequence: number): void {
    this.framesLost.push(sequence);
  }
}

function ack(latest: number, received: ReadonlySet<number>): Uint8Array {
  const bytes = new Uint8Array(7);
  const view = new DataView(bytes.buffer);
  let bits = 0;
  for (let bit = 0; bit < 32; bit++) if (received.has(latest - 1 - bit)) bits |= 1 << bit;
  view.setUint16(0, latest & 0xffff, true);
  view.setUint32(2, bits >>> 0, true);
  return bytes;
}

/** The plain twin: every number that an acknowledgement names counts, the first time. */
class PlainBook {
  readonly acked = new Set<number>();
  take(latest: number, received: ReadonlySet<number>): void {
    for (let number = latest; number >= Math.max(1, latest - 32); number--) {
      if (number === latest || received.has(number)) this.acked.add(number);
    }
  }
}

describe('packets in flight', () => {
  it('are settled as by a book that looks at every number named, in whatever order acknowledgements come', () => {
    const step = fc.record({
      sends: fc.integer({ min: 0, max: 8 }),
      arrives: fc.integer({ min: 0, max: 0xffff_ffff }),
      back: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const log = new Log();
        const sent = new SentPackets(log, new RoundTrip());
        const plain = new PlainBook();
        const received = new Set<number>();
        const acks: { latest: number; received: Set<number> }[] = [];
        let nowMs = 1000;
        for (const { sends, arrives, back } of steps) {
          for (let i = 0; i < sends; i++) {
            const number = sent.begin();
            if (number % 3 === 0) sent.carry(number & 0xffff);
            sent.sent(nowMs, true);
            if (((arrives >>> (number & 31)) & 1) === 1) received.add(number);
          }
          nowMs += 5;
          if (received.size === 0) continue;
          acks.push({ latest: Math.max(...received), received: new Set(received) });
          const told = acks[Math.max(0, acks.length - 1 - back)]!;
          sent.acknowledge(ack(told.latest, told.received), 0, nowMs);
          plain.take(told.latest, told.received);
        }
        // Some were counted as lost before their acknowledgement came: those are found, not acknowledged.
        expect(log.acked.length + log.found).toBe(sent.acked);
        expect(sent.acked).toBe(plain.acked.size);
        for (const number of log.acked) expect(plain.acked).toContain(number);
        for (const sequence of log.framesAcked) expect(plain.acked).toContain(sequence);
        for (const number of plain.acked) {
          if (number % 3 === 0) expect(log.framesAcked).toContain(number & 0xffff);
        }
      }),
    );
  });

  it('stay known by the hundred while a long way fills, with all their frames', () => {
    const log = new Log();
    const sent = new SentPackets(log, new RoundTrip());
    for (let i = 0; i < reliableWindow; i++) {
      sent.begin();
      sent.carry(i);
      sent.sent(0, true);
    }
    expect(log.lost).toEqual([]);
    const all = new Set(Array.from({ length: reliableWindow }, (_, i) => i + 1));
    for (let latest = 32; latest <= reliableWindow; latest += 32) sent.acknowledge(ack(latest, all), 0, 50);
    expect(sent.acked).toBe(reliableWindow);
    expect(log.framesAcked.size).toBe(reliableWindow);
  });

  it('a packet that came late after all widens what counts as reordering, so that the next is waited for', () => {
    const log = new Log();
    const roundTrip = new RoundTrip();
    const sent = new SentPackets(log, roundTrip);
    const send = (nowMs: number): number => {
      const number = sent.begin();
      sent.carry(number);
      sent.sent(nowMs, true);
      return number;
    };
    const received = new Set<number>();
    const arrive = (number: number, nowMs: number): void => {
      received.add(number);
      sent.acknowledge(ack(Math.max(...received), received), 0, nowMs);
    };
    for (let nowMs = 0; nowMs < 2000; nowMs += 10) arrive(send(nowMs), nowMs + 5);
    const late = send(3000);
    arrive(send(3030), 3035);
    expect(log.lost).toEqual([late]);
    arrive(late, 3045);
    expect(log.found).toBe(1);
    expect(roundTrip.reorderMs()).toBeGreaterThanOrEqual(40);
    const nextLate = send(4000);
    arrive(send(4030), 4035);
    sent.expire(4040);
    arrive(nextLate, 4042);
    expect(log.lost).toEqual([late]);
  });

  it('without reliable messages is given the time that the other side may take to acknowledge', () => {
    const log = new Log();
    const sent = new SentPackets(log, new RoundTrip());
    const arrived = sent.begin();
    sent.sent(0, true);
    sent.acknowledge(ack(arrived, new Set([arrived])), 0, 1);
    sent.begin();
    sent.sent(1000, true);
    sent.begin();
    sent.carry(7);
    sent.sent(1000, true);
    sent.expire(1110);
    expect(log.framesLost).toEqual([7]);
    expect(log.lost).toEqual([3]);
    sent.expire(1330);
    expect(log.lost).toEqual([3]);
    sent.expire(1450);
    expect(log.lost).toEqual([3, 2]);
  });
});
