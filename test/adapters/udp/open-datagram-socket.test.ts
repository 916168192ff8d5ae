// Choosing how datagrams are moved, and what opening refuses.

import { describe, expect, it } from '@jest/globals';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';

const techniques = process.platform === 'linux' ? (['dgram', 'recvmmsg'] as const) : (['dgram'] as const);
const host = '127.0.0.1';

describe('opening a datagram socket', () => {
  it('auto takes the fastest technique of the platform and reports it', async () => {
    const { socket, report } = await openDatagramSocket('auto', { host, port: 0 });
    expect(report).toContain(`${socket.kind} on 127.0.0.1:${socket.localPort}, receive buffer `);
    if (process.platform === 'linux') expect(socket.kind).toBe('recvmmsg');
    else expect(report).toContain('recvmmsg is not available');
    expect(socket.receiveBufferBytes).toBeGreaterThan(0);
    await socket.close();
  });

  const elsewhere = process.platform === 'linux' ? it.skip : it;

  elsewhere('a technique that is not available here is refused by name', async () => {
    await expect(openDatagramSocket('recvmmsg', { host, port: 0 })).rejects.toMatchObject({
      code: 'technique-unavailable',
    });
  });

  it.each(techniques)('%s resolves names', async (technique) => {
    const { socket } = await openDatagramSocket(technique, { host: 'localhost', port: 0 });
    expect(socket.localPort).toBeGreaterThan(0);
    await socket.close();
  });

  it.each(techniques)('%s refuses an address in use, and one that is not ours', async (technique) => {
    const { socket } = await openDatagramSocket(technique, { host, port: 0 });
    const again = openDatagramSocket(technique, { host, port: socket.localPort });
    await expect(again).rejects.toMatchObject({ name: 'UdpError', code: 'address-in-use' });
    await socket.close();
    const foreign = openDatagramSocket(technique, { host: '192.0.2.1', port: 0 });
    await expect(foreign).rejects.toMatchObject({ name: 'UdpError', code: 'address-unavailable' });
    const reopened = await openDatagramSocket(technique, { host, port: socket.localPort });
    await reopened.socket.close();
  });
});
