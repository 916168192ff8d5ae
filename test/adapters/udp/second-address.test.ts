// A server that listens on all addresses of its machine answers from the one that a datagram came to.

import { afterEach, describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { networkInterfaces } from 'node:os';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import type { UdpOptions } from '#adapters/udp/udp-options.js';
import { addressOf, addressText, isIpv4 } from '#ports/network/datagram-address.js';
import { addressBytes, type DatagramSocket, ownAddressAt } from '#ports/network/datagram-socket.js';
import { hasIpv6 } from '../../support/network/has-ipv6.js';
import { sendTo } from '../../contract/datagram-socket.js';

const techniques = process.platform === 'linux' ? (['recvmmsg', 'dgram'] as const) : (['dgram'] as const);
/**
 * node:dgram opens a socket for each address that is listed when it begins. Every Linux machine has all of 127.0.0.0/8, though
 * it lists 127.0.0.1 alone: the others stand for an address that the machine got later. recvmmsg knows them too.
 */
const listed = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .filter(({ family }) => family === 'IPv4')
  .map(({ address }) => address);
const addressesOf = {
  dgram: process.platform === 'linux' ? listed : ['127.0.0.1'],
  recvmmsg: [...listed, '127.0.0.2', '127.7.7.7'],
};

const onLinux = process.platform === 'linux' ? it : it.skip;

describe.each(techniques)('a %s socket for all addresses', (technique) => {
  const addresses = addressesOf[technique];
  const opened: DatagramSocket[] = [];

  async function open(options: UdpOptions): Promise<DatagramSocket> {
    const { socket } = await openDatagramSocket(technique, options);
    opened.push(socket);
    return socket;
  }

  afterEach(async () => {
    for (const socket of opened.splice(0)) await socket.close();
  });

  /** What the client got, by sender, after each server address was sent a datagram and echoed it. */
  async function echoes(
    server: DatagramSocket,
    client: DatagramSocket,
    hosts: readonly string[],
  ): Promise<string[]> {
    const got: string[] = [];
    const echo = {
      onDatagram(data: Uint8Array, at: number, _length: number, from: Uint8Array, fromAt: number) {
        // As a session does, which answers later and from memory of its own.
        sendTo(server, data.slice(at, at + 1), from.slice(fromAt, fromAt + addressBytes));
      },
    };
    const note = {
      onDatagram: (data: Uint8Array, at: number, _length: number, from: Uint8Array, fromAt: number) =>
        void got.push(`${data[at]} ${addressText(from, fromAt)}`),
    };
    for (let turns = 0; turns < 300 && got.length < hosts.length; turns++) {
      if (turns === 0)
        hosts.forEach((host, i) => sendTo(client, Uint8Array.of(i), addressOf(host, server.localPort)));
      client.flush();
      server.receive(echo, 2);
      server.flush();
      client.receive(note, 2);
      await turn();
    }
    return got.sort();
  }

  it.each(hasIpv6 ? ['0.0.0.0', '::'] : ['0.0.0.0'])(
    '%s answers IPv4 clients from the address they sent to',
    async (host) => {
      const server = await open({ host, port: 0, keepsDestination: true });
      const client = await open({ host: '0.0.0.0', port: 0 });
      expect(await echoes(server, client, addresses)).toEqual(
        addresses.map((each, i) => `${i} ${each}:${server.localPort}`),
      );
    },
  );

  if (technique === 'dgram') {
    onLinux('answers clients of an address that it did not see at its start from another one', async () => {
      const { socket: server, report } = await openDatagramSocket(technique, {
        ...{ host: '0.0.0.0', port: 0, keepsDestination: true },
      });
      opened.push(server);
      expect(report).toMatch(
        /; answers leave from the address that was asked, of those that the machine has now$/,
      );
      const client = await open({ host: '0.0.0.0', port: 0 });
      expect(await echoes(server, client, ['127.0.0.2'])).toEqual([`0 127.0.0.1:${server.localPort}`]);
    });
  }

  const whereIpv6 = hasIpv6 ? it : it.skip;

  whereIpv6('answers IPv6 clients too', async () => {
    const server = await open({ host: '::', port: 0, keepsDestination: true });
    const client = await open({ host: '::1', port: 0 });
    expect(await echoes(server, client, ['::1'])).toEqual([`0 [::1]:${server.localPort}`]);
  });

  it('holds the same client at another of its addresses for another way to it', async () => {
    const server = await open({ host: '0.0.0.0', port: 0, keepsDestination: true });
    const client = await open({ host: '0.0.0.0', port: 0 });
    const ways = new Set<string>();
    const own: string[] = [];
    const note = {
      onDatagram(_data: Uint8Array, _at: number, _length: number, from: Uint8Array, at: number) {
        ways.add(Buffer.from(from.slice(at, at + addressBytes)).toString('hex'));
        expect(isIpv4(from, at + ownAddressAt)).toBe(true);
        own.push(from.slice(at + ownAddressAt + 12, at + ownAddressAt + 16).join('.'));
      },
    };
    for (let round = 0; round < 2; round++)
      for (const host of addresses) sendTo(client, Uint8Array.of(1), addressOf(host, server.localPort));
    client.flush();
    for (let turns = 0; turns < 300 && own.length < addresses.length * 2; turns++) {
      server.receive(note, 2);
      await turn();
    }
    expect(ways.size).toBe(addresses.length);
    expect(own.sort()).toEqual([...addresses, ...addresses].sort());
  });

  it('is told nothing of it when it listens on one address, and sends without it as ever', async () => {
    const server = await open({ host: '127.0.0.1', port: 0, keepsDestination: true });
    const client = await open({ host: '127.0.0.1', port: 0 });
    expect(await echoes(server, client, ['127.0.0.1'])).toEqual([`0 127.0.0.1:${server.localPort}`]);
    const wildcard = await open({ host: '0.0.0.0', port: 0, keepsDestination: true });
    sendTo(wildcard, Uint8Array.of(5), addressOf('127.0.0.1', client.localPort));
    wildcard.flush();
    const got: number[] = [];
    for (let turns = 0; turns < 300 && got.length === 0; turns++) {
      client.receive({ onDatagram: (data, at) => void got.push(data[at]!) }, 2);
      await turn();
    }
    expect(got).toEqual([5]);
  });
});
