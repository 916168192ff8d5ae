// The fourth channel: messages that arrive once, each as soon as it can.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Queued } from '#adapters/protocol/session/delivery/outgoing-messages.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import { ConnectionPair, numbered, numberIn, type Peer } from '../connection-pair.js';
import { chatBytes, SessionLab } from '../session-lab.js';

const enqueue = (peer: Peer, number: number, unordered: boolean, length = 40): number => {
  const bytes = numbered(number, length);
  if (!unordered) return peer.enqueue(bytes);
  return peer.connection.outgoing.enqueueUnordered(bytes, 0, bytes.length, peer.nowMs);
};

describe('reliable-unordered messages', () => {
  it('do not wait for what was lost before them', () => {
    const pair = new ConnectionPair({ delayMs: 20 });
    pair.a.socket.conditions.lossRatio = 1;
    enqueue(pair.a, 0, true);
    pair.run(10);
    pair.a.socket.conditions.lossRatio = 0;
    enqueue(pair.a, 1, true);
    pair.run(40);
    expect(pair.b.messages.map(({ bytes }) => numberIn(bytes))).toEqual([1]);
    pair.run(1000);
    expect(pair.b.messages.map(({ bytes }) => numberIn(bytes))).toEqual([1, 0]);
    expect(pair.b.messages.map(({ channel }) => channel)).toEqual([Channel.unordered, Channel.unordered]);
  });

  it('arrive once each beside ordered ones and long ones, which keep their order, on any network', () => {
    const network = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      lossRatio: fc.double({ min: 0, max: 0.3, noNaN: true }),
      duplicateRatio: fc.double({ min: 0, max: 0.3, noNaN: true }),
      jitterMs: fc.integer({ min: 0, max: 150 }),
    });
    const kinds = fc.array(fc.constantFrom('ordered', 'unordered', 'long'), {
      minLength: 20,
      maxLength: 200,
    });
    fc.assert(
      fc.property(network, kinds, ({ seed, ...link }, wanted) => {
        const pair = new ConnectionPair({ delayMs: 30, ...link }, seed);
        let next = 0;
        pair.run(60_000, () => {
          if (pair.b.messages.length >= wanted.length) pair.nowMs += 100_000;
          const kind = wanted[next];
          if (kind === undefined) return;
          if (enqueue(pair.a, next, kind === 'unordered', kind === 'long' ? 3000 : 40) === Queued.ok) next++;
        });
        const got = pair.b.messages.map(({ bytes, channel }) => ({ number: numberIn(bytes), channel }));
        expect(got.map(({ number }) => number).sort((a, b) => a - b)).toEqual(wanted.map((_kind, n) => n));
        const ordered = got.filter(({ channel }) => channel === Channel.reliable).map(({ number }) => number);
        expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
        expect(pair.b.blocksUsed).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('sequence numbers wrap under them too', () => {
    const pair = new ConnectionPair({ delayMs: 5, lossRatio: 0.05 });
    let [next, got] = [0, 0];
    pair.b.onEach = () => got++;
    pair.run(30_000, () => {
      while (next < 66_000 && next - got < 200 && enqueue(pair.a, next, next % 3 !== 0, 5) === Queued.ok)
        next++;
      if (got === 66_000) pair.nowMs += 100_000;
    });
    expect([next, got]).toEqual([66_000, 66_000]);
  });

  it('what is too long for one frame is refused at once', () => {
    const pair = new ConnectionPair();
    expect(enqueue(pair.a, 1, true, 1025)).toBe(Queued.tooLong);
    expect(enqueue(pair.a, 1, true, 1024)).toBe(Queued.ok);
  });

  it('go through an endpoint', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    expect(lab.server.sendUnordered(client.slot, chatBytes(7), 0, 20)).toBe(true);
    lab.run(50);
    expect(client.log.messages).toMatchObject([{ channel: Channel.unordered }]);
  });
});
