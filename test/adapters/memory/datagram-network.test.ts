// The network in memory: virtual time, and links that misbehave by a seed.

import { describe, expect, it } from '@jest/globals';
import { DatagramNetwork, type NetworkOptions } from '#adapters/memory/network/datagram-network.js';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import { addressOf, addressText } from '#ports/network/datagram-address.js';
import { sendTo } from '../../contract/datagram-socket.js';

const server = addressOf('10.0.0.1', 7777);
const client = addressOf('10.0.0.2', 50_000);

function pair(options: NetworkOptions = {}) {
  const network = new DatagramNetwork(options);
  return { network, a: network.open(client), b: network.open(server) };
}

function send(from: MemoryDatagramSocket, to: Uint8Array, ...numbers: number[]): void {
  for (const number of numbers) sendTo(from, Uint8Array.of(number), to);
  from.flush();
}

function receiveAll(socket: MemoryDatagramSocket): number[] {
  const seen: number[] = [];
  socket.receive({ onDatagram: (buffer, at) => void seen.push(buffer[at]!) }, 0);
  return seen;
}

/** What arrives of 200 datagrams sent one a millisecond, with the time of each arrival. */
function arrivals(options: NetworkOptions): string[] {
  const { network, a, b } = pair(options);
  const seen: string[] = [];
  for (let ms = 0; ms < 500; ms++) {
    if (ms < 200) send(a, server, ms);
    network.advanceTo(ms);
    for (const number of receiveAll(b)) seen.push(`${ms}:${number}`);
  }
  return seen;
}

describe('datagram network in memory', () => {
  it('a datagram arrives when its delay has passed, not before', () => {
    const { network, a, b } = pair({ conditions: { delayMs: 50 } });
    send(a, server, 1);
    network.advanceTo(49.9);
    expect(receiveAll(b)).toEqual([]);
    network.advanceTo(50);
    expect(receiveAll(b)).toEqual([1]);
  });

  it('the same seed gives the same arrivals, another seed others', () => {
    const bad = {
      lossRatio: 0.2,
      duplicateRatio: 0.2,
      delayMs: 20,
      jitterMs: 30,
      reorderRatio: 0.1,
      reorderMs: 50,
    };
    expect(arrivals({ seed: 5, conditions: bad })).toEqual(arrivals({ seed: 5, conditions: bad }));
    expect(arrivals({ seed: 5, conditions: bad })).not.toEqual(arrivals({ seed: 6, conditions: bad }));
  });

  it('loses, repeats and reorders about as many as told', () => {
    expect(arrivals({ conditions: { lossRatio: 1 } })).toEqual([]);
    const half = arrivals({ conditions: { lossRatio: 0.5 } }).length;
    expect(half).toBeGreaterThan(70);
    expect(half).toBeLessThan(130);
    expect(arrivals({ conditions: { duplicateRatio: 1 } })).toHaveLength(400);
    const late = arrivals({ conditions: { reorderRatio: 0.1, reorderMs: 100 } });
    // Sent before the clock moved to their own millisecond, hence 99.
    const overtaken = late.filter((each) => Number(each.split(':')[0]) === Number(each.split(':')[1]) + 99);
    expect(overtaken.length).toBeGreaterThan(5);
    expect(overtaken.length).toBeLessThan(40);
  });

  it('conditions of one direction leave the other alone and may change at any time', () => {
    const { a, b } = pair();
    a.conditions.lossRatio = 1;
    send(a, server, 1);
    send(b, client, 2);
    expect([receiveAll(b), receiveAll(a)]).toEqual([[], [2]]);
    a.conditions.lossRatio = 0;
    send(a, server, 3);
    expect(receiveAll(b)).toEqual([3]);
  });

  it('a socket that moved is heard from its new address and not reached at the old one', () => {
    const { network, a, b } = pair();
    network.move(a, addressOf('10.9.9.9', 1));
    let from = '';
    send(a, server, 1);
    b.receive({ onDatagram: (_b, _a, _l, address, at) => void (from = addressText(address, at)) }, 0);
    expect(from).toBe('10.9.9.9:1');
    send(b, client, 2);
    expect(receiveAll(a)).toEqual([]);
    expect(network.unreachable).toBe(1);
    send(b, addressOf('10.9.9.9', 1), 3);
    expect(receiveAll(a)).toEqual([3]);
  });

  it('two sockets cannot have one address', () => {
    const { network, a } = pair();
    expect(() => network.open(server)).toThrow('address in use: 10.0.0.1:7777');
    expect(() => network.move(a, server)).toThrow('address in use');
    expect(addressText(a.address, 0)).toBe('10.0.0.2:50000');
  });

  it('a full socket drops the newest, a full network lets nobody claim; both count and recover', () => {
    const { network, a, b } = pair({ slots: 8, socketQueue: 4 });
    send(a, server, 1, 2, 3, 4, 5, 6);
    expect(receiveAll(b)).toEqual([1, 2, 3, 4]);
    expect(b.counters.receiveDropped).toBe(2);
    a.conditions.delayMs = 10;
    send(a, server, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(a.counters.sendDropped).toBe(1);
    expect(network.slotsExhausted).toBe(1);
    network.advanceTo(10);
    expect(receiveAll(b)).toEqual([1, 2, 3, 4]);
    send(a, server, 1, 2, 3, 4, 5, 6, 7, 8);
    expect(a.counters.sendDropped).toBe(1);
  });

  it('no slot is lost by closing, loss, repeats or unknown addresses', async () => {
    const { network, a, b } = pair({
      slots: 32,
      seed: 3,
      conditions: { lossRatio: 0.3, duplicateRatio: 0.5, delayMs: 1 },
    });
    for (let i = 0; i < 500; i++) {
      send(a, i % 3 === 0 ? addressOf('10.0.0.99', 1) : server, 1, 2, 3);
      network.advanceTo(i);
      if (i % 2 === 0) receiveAll(b);
    }
    send(a, server, 1, 2, 3);
    network.advanceTo(1000);
    a.claim();
    await a.close();
    await b.close();
    let free = 0;
    while (network.take() >= 0) free++;
    expect(free).toBe(32);
  });

  it('a link of limited rate delays what waits for it and drops what would wait too long', () => {
    const { network, a, b } = pair({ conditions: { bytesPerSecond: 10, queueMs: 250 } });
    // One byte each: a tenth of a second on the link.
    send(a, server, 1, 2, 3, 4, 5);
    network.advanceTo(100);
    expect(receiveAll(b)).toEqual([1]);
    network.advanceTo(1000);
    expect(receiveAll(b)).toEqual([2, 3]);
    expect(network.congested).toBe(2);
    send(a, server, 6);
    network.advanceTo(1100);
    expect(receiveAll(b)).toEqual([6]);
  });

  it('a partitioned network carries nothing between its parts, not even what was on its way', () => {
    const { network, a, b } = pair({ conditions: { delayMs: 10 } });
    send(a, server, 1);
    b.group = 1;
    send(b, client, 2);
    network.advanceTo(10);
    expect([receiveAll(a), receiveAll(b)]).toEqual([[], []]);
    expect(network.partitioned).toBe(2);
    b.group = 0;
    send(a, server, 3);
    network.advanceTo(20);
    expect(receiveAll(b)).toEqual([3]);
  });
});
