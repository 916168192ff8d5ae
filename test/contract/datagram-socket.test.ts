// Every way of moving datagrams under the one contract. Without IPv6 on loopback the suite runs on IPv4 alone.

import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { DatagramNetwork } from '#adapters/memory/network/datagram-network.js';
import { ImpairedSocket } from '#adapters/memory/network/impaired-socket.js';
import { perfectLink } from '#adapters/memory/network/link-conditions.js';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { type DatagramWorld, testDatagramSocket } from './datagram-socket.js';

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((each) => each?.family === 'IPv6' && each.internal);

async function sendOversized({ host, port }: { host: string; port: number }): Promise<void> {
  const raw = createSocket('udp4');
  await new Promise<void>((resolve, reject) => {
    raw.send(new Uint8Array(2000), port, host, (error) => (error ? reject(error) : resolve()));
  });
  raw.close();
}

function system(technique: 'dgram' | 'recvmmsg'): () => Promise<DatagramWorld> {
  return () =>
    Promise.resolve({
      open: async (host) => (await openDatagramSocket(technique, { host, port: 0 })).socket,
      hosts: hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1'],
      turn: () => turn(),
      sendOversized,
      ...(hasIpv6 ? { dualStack: { open: '::', reach: '127.0.0.1' } } : {}),
    });
}

testDatagramSocket('node:dgram', system('dgram'));
// recvmmsg exists on Linux only; elsewhere open-datagram-socket.test.ts sees it refused.
if (process.platform === 'linux') testDatagramSocket('recvmmsg', system('recvmmsg'));

testDatagramSocket('memory', () => {
  const network = new DatagramNetwork();
  let port = 40_000;
  return Promise.resolve({
    open: (host) => Promise.resolve(network.open(addressOf(host, port++))),
    hosts: ['10.0.0.1', '2001:db8::1'],
    turn: () => {
      network.advanceTo(network.nowMs + 1);
      return Promise.resolve();
    },
  });
});

testDatagramSocket('memory behind a link that does no harm', () => {
  const network = new DatagramNetwork();
  const clock = { nowMs: () => network.nowMs, unixMs: () => network.nowMs };
  let port = 40_000;
  return Promise.resolve({
    open: (host) =>
      Promise.resolve(new ImpairedSocket(network.open(addressOf(host, port++)), clock, perfectLink, 1, 1024)),
    hosts: ['10.0.0.1'],
    turn: () => {
      network.advanceTo(network.nowMs + 1);
      return Promise.resolve();
    },
  });
});
