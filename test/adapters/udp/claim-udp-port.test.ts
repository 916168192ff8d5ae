// A port that others already receive on is refused, also when they would share it; of several who ask at once one gets it.

import { afterEach, describe, expect, it } from '@jest/globals';
import { type ClaimedUdpPort, claimUdpPort, probeUdpPort } from '#adapters/udp/claim-udp-port.js';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';

const canShare = process.platform === 'linux';
const whereShared = canShare ? it : it.skip;
const host = '127.0.0.1';

describe('the question whether a UDP port is free', () => {
  const opened: DatagramSocket[] = [];

  async function open(at: string, port: number, reusePort = canShare): Promise<DatagramSocket> {
    const { socket } = await openDatagramSocket('auto', { host: at, port, reusePort });
    opened.push(socket);
    return socket;
  }

  afterEach(async () => {
    for (const socket of opened.splice(0)) await socket.close();
  });

  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['0.0.0.0', '127.0.0.1'],
    ['127.0.0.1', '0.0.0.0'],
  ])('is answered no while sockets on %s share it, for %s', async (taken, asked) => {
    const { localPort } = await open(taken, 0);
    await open(taken, canShare ? localPort : 0);
    await expect(probeUdpPort(asked, localPort)).rejects.toMatchObject({ code: 'address-in-use' });
    await expect(claimUdpPort(asked, localPort)).rejects.toMatchObject({ code: 'address-in-use' });
  });

  it('takes nothing: the port is as free as before, and another address has one of its own', async () => {
    const port = await probeUdpPort(host, 0);
    expect(await probeUdpPort(host, port)).toBe(port);
    await open(host, port, false);
    if (process.platform === 'linux') expect(await probeUdpPort('127.0.0.2', port)).toBe(port);
  });

  it('names an address that is not of this machine', async () => {
    await expect(probeUdpPort('192.0.2.1', 7777)).rejects.toMatchObject({ code: 'address-unavailable' });
  });

  whereShared(
    'is answered yes to one of those who ask at once, and opens its sockets before the next is answered',
    async () => {
      const port = await probeUdpPort(host, 0);
      const results = await Promise.allSettled(
        Array.from({ length: 4 }, async () => {
          const claimed: ClaimedUdpPort = await claimUdpPort(host, port);
          try {
            await open(host, claimed.port);
            await open(host, claimed.port);
          } finally {
            await claimed.release();
          }
        }),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(opened).toHaveLength(2);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'address-in-use' });
      }
    },
  );

  it('finds a port that nobody shares when any will do', async () => {
    const claimed = await claimUdpPort(host, 0);
    expect((await open(host, claimed.port)).localPort).toBe(claimed.port);
    await claimed.release();
    await claimed.release();
  });
});
