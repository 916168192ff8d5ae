// What only the node:dgram socket does: a queue of its own in front of `receive`, and slots held until the system is done.

import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import type { UdpOptions } from '#adapters/udp/udp-options.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { sendTo } from '../../contract/datagram-socket.js';

describe('dgram socket', () => {
  const opened: DgramSocket[] = [];
  const host = '127.0.0.1';

  async function open(options: Partial<UdpOptions> = {}): Promise<DgramSocket> {
    const socket = await DgramSocket.open({ host, port: 0, ...options });
    opened.push(socket);
    return socket;
  }

  afterEach(async () => {
    for (const socket of opened.splice(0)) await socket.close();
  });

  it('a full queue drops the newest and counts it', async () => {
    const a = await open();
    const b = await open({ receiveSlots: 8 });
    const to = addressOf(host, b.localPort);
    for (let i = 0; i < 20; i++) sendTo(a, Uint8Array.of(i), to);
    a.flush();
    for (let turns = 0; b.counters.packetsIn < 20 && turns < 1000; turns++) await turn();
    const seen: number[] = [];
    b.receive({ onDatagram: (buffer, at) => void seen.push(buffer[at]!) }, 0);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(b.counters).toMatchObject({ packetsIn: 20, receiveDropped: 12 });
  });

  it('without a free slot nothing can be claimed until the system has taken some', async () => {
    const a = await open({ sendSlots: 4 });
    const to = addressOf(host, a.localPort);
    const byte = Uint8Array.of(1);
    expect([1, 2, 3, 4, 5].map(() => sendTo(a, byte, to))).toEqual([true, true, true, true, false]);
    a.flush();
    expect(a.claim()).toBe(-1);
    for (let turns = 0; a.counters.packetsOut < 4 && turns < 1000; turns++) await turn();
    expect([1, 2, 3, 4, 5].map(() => sendTo(a, byte, to))).toEqual([true, true, true, true, false]);
    expect(a.counters.sendDropped).toBe(3);
  });

  it('an address of the other family or without a port is refused and counted', async () => {
    const a = await open();
    sendTo(a, Uint8Array.of(1), addressOf('::1', 9));
    sendTo(a, Uint8Array.of(1), addressOf(host, 0));
    a.flush();
    await turn();
    expect(a.counters).toMatchObject({ packetsOut: 0, sendDropped: 2 });
  });
});
