// Sending and receiving allocate nothing per datagram once the code is warm. node:dgram itself does, so it is not here.

import { describe, expect, it } from '@jest/globals';
import { DatagramNetwork } from '#adapters/memory/network/datagram-network.js';
import { loadLinuxNetwork } from '#adapters/udp/linux-network.js';
import { MmsgSocket } from '#adapters/udp/mmsg-socket.js';
import { addressOf } from '#ports/network/datagram-address.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import { heapBytesPerCall } from '../../support/measure/heap-allocation.js';

function exchange(a: DatagramSocket, b: DatagramSocket, to: Uint8Array, waitMs: number): () => void {
  let bytes = 0;
  const sink = {
    onDatagram(_buffer: Uint8Array, _at: number, length: number) {
      bytes = (bytes + length) | 0;
    },
  };
  return () => {
    for (let i = 0; i < 4; i++) {
      a.claim();
      a.commit(64, to, 0);
    }
    a.flush();
    for (let got = 0, tries = 0; got < 4 && tries < 1000; tries++) got += b.receive(sink, waitMs);
  };
}

describe('allocation of sockets', () => {
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('recvmmsg: none, waiting or not', async () => {
    const network = await loadLinuxNetwork();
    const a = new MmsgSocket(network, { host: '127.0.0.1', port: 0 });
    const b = new MmsgSocket(network, { host: '127.0.0.1', port: 0 });
    const to = addressOf('127.0.0.1', b.localPort);
    expect(heapBytesPerCall(exchange(a, b, to, 0))).toBeLessThan(1);
    expect(heapBytesPerCall(exchange(a, b, to, 20))).toBeLessThan(1);
    await a.close();
    await b.close();
  });

  onLinux('recvmmsg: none, answering from the address that a datagram came to', async () => {
    const network = await loadLinuxNetwork();
    const server = new MmsgSocket(network, { host: '0.0.0.0', port: 0, keepsDestination: true });
    const client = new MmsgSocket(network, { host: '127.0.0.1', port: 0 });
    const to = addressOf('127.0.0.2', server.localPort);
    const sink = { onDatagram() {} };
    const echo = {
      onDatagram(_buffer: Uint8Array, _at: number, length: number, from: Uint8Array, fromAt: number) {
        server.claim();
        server.commit(length, from, fromAt);
      },
    };
    const round = () => {
      for (let i = 0; i < 4; i++) {
        client.claim();
        client.commit(64, to, 0);
      }
      client.flush();
      for (let got = 0, tries = 0; got < 4 && tries < 1000; tries++) got += server.receive(echo, 0);
      server.flush();
      for (let got = 0, tries = 0; got < 4 && tries < 1000; tries++) got += client.receive(sink, 0);
    };
    expect(heapBytesPerCall(round)).toBeLessThan(1);
    await server.close();
    await client.close();
  });

  it('memory: none, with delay, loss and repeats', () => {
    const network = new DatagramNetwork({
      conditions: { delayMs: 5, jitterMs: 5, lossRatio: 0.1, duplicateRatio: 0.1 },
    });
    const to = addressOf('10.0.0.1', 1);
    const b = network.open(to);
    const a = network.open(addressOf('10.0.0.2', 2));
    let nowMs = 0;
    const sink = { onDatagram() {} };
    const round = () => {
      for (let i = 0; i < 4; i++) {
        a.claim();
        a.commit(64, to, 0);
      }
      a.flush();
      network.advanceTo(++nowMs);
      b.receive(sink, 0);
    };
    expect(heapBytesPerCall(round)).toBeLessThan(1);
    expect(b.counters.packetsIn).toBeGreaterThan(0);
  });
});
