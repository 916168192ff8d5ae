// A process that lets datagrams pile up in a socket, then measures what taking them out costs: the price of a datagram
// when batches are full, without the noise of a second process. Started by udp.ts.

import { setImmediate as turn } from 'node:timers/promises';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { answer, argument } from '../harness/child.js';

export interface DrainArgument {
  readonly technique: 'recvmmsg' | 'dgram';
  readonly seconds: number;
  readonly datagramBytes: number;
}

export interface DrainReport {
  readonly packets: number;
  readonly calls: number;
  readonly cpuUs: number;
}

const heap = 1024;
const warmUpHeaps = 200;

const { technique, seconds, datagramBytes } = argument<DrainArgument>();
const host = '127.0.0.1';
const { socket } = await openDatagramSocket(technique, { host, port: 0 });
const { socket: source } = await openDatagramSocket('auto', { host, port: 0 });
const to = addressOf(host, socket.localPort);

let bytes = 0;
const sink = {
  onDatagram(_buffer: Uint8Array, _at: number, length: number) {
    bytes += length;
  },
};
let packets = 0;
let calls = 0;
let cpuUs = 0;
const startMs = performance.now();

for (let heaps = 0; performance.now() - startMs < seconds * 2000 || heaps <= warmUpHeaps; heaps++) {
  for (let i = 0; i < heap; i++) {
    source.claim();
    source.commit(datagramBytes, to, 0);
  }
  source.flush();
  const before = process.resourceUsage();
  let got = 0;
  let callsHere = 0;
  for (let empty = 0; got < heap && empty < 1000;) {
    const now = socket.receive(sink, 0);
    if (now > 0) callsHere++;
    else empty++;
    got += now;
    if (!socket.blocking) await turn();
  }
  const after = process.resourceUsage();
  if (heaps < warmUpHeaps) continue;
  packets += got;
  calls += callsHere;
  cpuUs += after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime;
}
await socket.close();
await source.close();
if (bytes % datagramBytes !== 0) throw new Error('datagrams of another size arrived');
answer({ packets, calls, cpuUs } satisfies DrainReport);
process.disconnect?.();
