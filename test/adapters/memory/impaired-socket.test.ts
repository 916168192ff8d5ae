// A bad link in front of any socket: on the network in memory, with virtual time.

import { describe, expect, it } from '@jest/globals';
import { DatagramNetwork, type LinkConditions } from '#adapters/memory/network/datagram-network.js';
import { ImpairedSocket } from '#adapters/memory/network/impaired-socket.js';
import { perfectLink } from '#adapters/memory/network/link-conditions.js';
import { addressOf, addressText } from '#ports/network/datagram-address.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import { sendTo } from '../../contract/datagram-socket.js';

const [here, there] = [addressOf('10.0.0.1', 1), addressOf('10.0.0.2', 2)];

function behind(link: Partial<LinkConditions>, slots = 64) {
  const network = new DatagramNetwork();
  const clock = { ms: 0, nowMs: () => clock.ms, unixMs: () => clock.ms };
  const bad = new ImpairedSocket(network.open(here), clock, { ...perfectLink, ...link }, 7, slots);
  const good = network.open(there);
  const seen = { bad: [] as number[], good: [] as number[], from: '' };
  const take = (socket: DatagramSocket, into: number[]) =>
    socket.receive(
      {
        onDatagram: (buffer, at, _length, address, addressAt) => {
          into.push(buffer[at]!);
          seen.from = addressText(address, addressAt);
        },
      },
      0,
    );
  const step = (ms: number) => {
    clock.ms = ms;
    network.advanceTo(ms);
    take(bad, seen.bad);
    bad.flush();
    take(good, seen.good);
  };
  const sendFromBad = (number: number) => sendTo(bad, Uint8Array.of(number), there);
  const sendFromGood = (number: number) => {
    sendTo(good, Uint8Array.of(number), here);
    good.flush();
  };
  return { bad, good, seen, step, sendFromBad, sendFromGood };
}

describe('a socket behind a bad link', () => {
  it('delays what it sends and what it receives', () => {
    const { seen, step, sendFromBad, sendFromGood } = behind({ delayMs: 50 });
    sendFromBad(1);
    sendFromGood(2);
    step(0);
    step(49);
    expect(seen).toMatchObject({ bad: [], good: [] });
    step(50);
    expect(seen).toMatchObject({ bad: [2], good: [1] });
    expect(seen.from).toBe('10.0.0.1:1');
  });

  it('loses and repeats about as many as told, the same ones with the same seed', () => {
    const run = () => {
      const { seen, step, sendFromBad, sendFromGood } = behind({ lossRatio: 0.25, duplicateRatio: 0.25 });
      for (let i = 0; i < 200; i++) {
        sendFromBad(i);
        sendFromGood(i);
        step(i);
      }
      return seen;
    };
    const seen = run();
    for (const each of [seen.bad, seen.good]) {
      expect(new Set(each).size).toBeGreaterThan(120);
      expect(new Set(each).size).toBeLessThan(180);
      expect(each.length - new Set(each).size).toBeGreaterThan(15);
    }
    expect(run()).toEqual(seen);
  });

  it('holds as many as it has slots, drops and counts the rest, and recovers', () => {
    const { bad, seen, step, sendFromBad } = behind({ delayMs: 10 }, 4);
    expect([1, 2, 3, 4, 5, 6].map(sendFromBad)).toEqual([true, true, true, true, false, false]);
    expect(bad.counters.sendDropped).toBe(2);
    expect(bad.swallowed).toBe(2);
    step(10);
    expect(seen.good).toEqual([1, 2, 3, 4]);
    expect(sendFromBad(7)).toBe(true);
    step(20);
    expect(seen.good).toEqual([1, 2, 3, 4, 7]);
  });

  it('sends nothing any more once closed', async () => {
    const { bad, sendFromBad } = behind({});
    await bad.close();
    expect(sendFromBad(1)).toBe(false);
  });
});
