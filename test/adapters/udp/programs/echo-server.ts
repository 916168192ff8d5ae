// Sends every datagram back to where it came from until it is killed; prints its port. Arguments: technique, host.

import { setTimeout as sleep } from 'node:timers/promises';
import { claimUdpPort } from '#adapters/udp/claim-udp-port.js';
import { openDatagramSocket, type UdpTechnique } from '#adapters/udp/open-datagram-socket.js';

const [technique, host] = process.argv.slice(2) as [UdpTechnique, string];
const lifeMs = 60_000;

// As the game server does it.
const { port, release } = await claimUdpPort(host, 0);
const { socket } = await openDatagramSocket(technique, { host, port, keepsDestination: true });
await release();
process.stdout.write(`${socket.localPort}\n`);
const echo = {
  onDatagram(data: Uint8Array, at: number, length: number, from: Uint8Array, fromAt: number) {
    const to = socket.claim();
    socket.outgoing.set(data.subarray(at, at + length), to);
    socket.commit(length, from, fromAt);
  },
};
for (const untilMs = performance.now() + lifeMs; performance.now() < untilMs;) {
  socket.receive(echo, 10);
  socket.flush();
  if (!socket.blocking) await sleep(1);
}
