// Ports for programs that are started with one. Below those that the system gives to whoever asks for any (Linux: from 32768 on):
// other tests, beside this one, take hundreds of these between the moment that one was found free and that in which it is used.

import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

const [first, last] = [12_000, 32_000];
const triesMax = 200;
const given = new Set<number>();

export function freeTcpPort(): Promise<number> {
  return freePort((port) => {
    const server = createServer();
    return new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
  });
}

export function freeUdpPort(): Promise<number> {
  return freePort((port) => {
    const socket = createSocket('udp4');
    return new Promise((resolve) => {
      socket.once('error', () => socket.close(() => resolve(false)));
      socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(true)));
    });
  });
}

async function freePort(isFree: (port: number) => Promise<boolean>): Promise<number> {
  for (let tries = 0; tries < triesMax; tries++) {
    const port = first + Math.floor(Math.random() * (last - first));
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error(`none of ${triesMax} ports from ${first} to ${last} is free`);
}
