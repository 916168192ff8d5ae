// Clients of json-server, each with a socket of its own. An update is counted, not read.

import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { argument } from '../harness/child.js';
import { drive } from './drive.js';
import { headingOf, type PeerClientsArgument } from './workload.js';

const { port, clients, seconds } = argument<PeerClientsArgument>();
const heard = new Set<Socket>();
const sockets: Socket[] = [];
let updates = 0;
for (let i = 0; i < clients; i++) {
  const socket = createSocket('udp4');
  socket.on('message', () => {
    updates++;
    heard.add(socket);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  sockets.push(socket);
}
await drive(
  {
    clients,
    joined: () => heard.size,
    updates: () => updates,
    send: (i, n) => {
      const heading = headingOf(i, n);
      const move = {
        seq: n,
        x: rounded(Math.cos(heading)),
        y: rounded(Math.sin(heading)),
        facing: rounded(heading),
      };
      sockets[i]!.send(JSON.stringify(move), port, '127.0.0.1');
    },
  },
  seconds,
);
process.exit(0);

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
