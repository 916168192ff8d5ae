// The swarm's socket hands datagrams to the system in runs; whoever receives them must not be able to tell.

import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressOf } from '#ports/network/datagram-address.js';
import { loadLinuxNetwork } from '#adapters/udp/linux-network.js';
import { MmsgSocket } from '#adapters/udp/mmsg-socket.js';
import { SegmentedSocket } from '../../bench/server/sockets/segmented-socket.js';

const onLinux = process.platform === 'linux' ? describe : describe.skip;
const local = { host: '127.0.0.1', port: 0 };

onLinux('a segmented socket', () => {
  const opened: { close(): Promise<void> }[] = [];
  afterAll(() => Promise.all(opened.map((socket) => socket.close())));

  async function receivers(count: number): Promise<MmsgSocket[]> {
    const network = await loadLinuxNetwork();
    const sockets = Array.from({ length: count }, () => new MmsgSocket(network, local));
    opened.push(...sockets);
    return sockets;
  }

  function send(from: SegmentedSocket, to: readonly MmsgSocket[], lengths: readonly number[]): void {
    lengths.forEach((length, i) => {
      const at = from.claim();
      for (let k = 0; k < length; k++) from.outgoing[at + k] = i + k;
      from.commit(length, addressOf('127.0.0.1', to[i % to.length]!.localPort), 0);
    });
    from.flush();
  }

  function received(socket: MmsgSocket): string[] {
    const datagrams: string[] = [];
    const receiver = {
      onDatagram: (buffer: Uint8Array, at: number, length: number) => {
        datagrams.push(Buffer.from(buffer.subarray(at, at + length)).toString('hex'));
      },
    };
    while (socket.receive(receiver, 0) > 0);
    return datagrams;
  }

  it.each([1, 2])('delivers to %d receivers what a plain one delivers, in order', async (count) => {
    const network = await loadLinuxNetwork();
    const to = await receivers(count);
    const segmented = SegmentedSocket.open(network, local);
    const plain = SegmentedSocket.open(network, local, 1);
    opened.push(segmented, plain);
    const lengths = fc.array(fc.oneof(fc.constant(48), fc.constant(47), fc.integer({ min: 0, max: 1200 })), {
      maxLength: 300,
      size: 'max',
    });
    fc.assert(
      fc.property(lengths, (wanted) => {
        send(plain, to, wanted);
        const byPlain = to.map(received);
        send(segmented, to, wanted);
        expect(to.map(received)).toEqual(byPlain);
        expect(byPlain.reduce((total, { length }) => total + length, 0)).toBe(wanted.length);
      }),
      { numRuns: 60 },
    );
    expect(segmented.counters).toMatchObject({ packetsOut: plain.counters.packetsOut, sendDropped: 0 });
  });

  it('goes on when a destination is refused', async () => {
    const network = await loadLinuxNetwork();
    const to = await receivers(1);
    const socket = SegmentedSocket.open(network, local);
    opened.push(socket);
    socket.claim();
    // Broadcast without permission.
    socket.commit(10, addressOf('255.255.255.255', 9), 0);
    send(socket, to, [48, 48, 20]);
    expect(socket.counters).toMatchObject({ packetsOut: 3, sendDropped: 1, errors: 1 });
    expect(received(to[0]!)).toHaveLength(3);
  });
});
