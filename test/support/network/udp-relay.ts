// A whole server of one thread behind a real UDP port, for one client in a process of its own: carries its datagrams into the
// simulated network and back, in real time.

import { setTimeout as pause } from 'node:timers/promises';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { addressBytes, type DatagramSocket } from '#ports/network/datagram-socket.js';
import { serverAddress, tickMs, type WholeServer } from '../servers/whole-server.js';

/** Runs the server for as long as `visit`, given the port, takes. */
export async function servedOverUdp<T>(server: WholeServer, visit: (port: number) => Promise<T>): Promise<T> {
  const udp = await DgramSocket.open({ host: '127.0.0.1', port: 0 });
  const inside = server.network.open(addressOf('127.0.0.1', 30_000));
  let isOver = false;
  const visited = visit(udp.localPort).finally(() => (isOver = true));
  try {
    const startedMs = performance.now();
    for (let tick = 1; !isOver; tick++) {
      relay(udp, inside, server);
      await server.step();
      relay(udp, inside, server);
      await pause(Math.max(0, startedMs + tick * tickMs - performance.now()));
    }
    return await visited;
  } finally {
    await udp.close();
  }
}

const clientAddress = new Uint8Array(addressBytes);

/** Carries datagrams between the one client outside and the server's network. */
function relay(udp: DatagramSocket, inside: MemoryDatagramSocket, server: WholeServer): void {
  udp.receive(
    {
      onDatagram(buffer, at, length, address, addressAt) {
        clientAddress.set(address.subarray(addressAt, addressAt + addressBytes));
        pass(inside, buffer, at, length, serverAddress);
      },
    },
    0,
  );
  inside.flush();
  server.network.deliverDue();
  inside.receive({ onDatagram: (buffer, at, length) => pass(udp, buffer, at, length, clientAddress) }, 0);
  udp.flush();
}

function pass(to: DatagramSocket, buffer: Uint8Array, at: number, length: number, address: Uint8Array): void {
  const slot = to.claim();
  if (slot < 0) return;
  to.outgoing.set(buffer.subarray(at, at + length), slot);
  to.commit(length, address, 0);
}
