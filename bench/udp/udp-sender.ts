// A process that sends numbered datagrams at a rate, or as fast as it can, and reports what that cost it. Started by udp.ts.

import { getHeapStatistics } from 'node:v8';
import { setImmediate as turn } from 'node:timers/promises';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { answer, argument } from '../harness/child.js';

export interface SenderArgument {
  readonly technique: 'recvmmsg' | 'dgram';
  /** 0: to a socket of its own that nobody reads. */
  readonly port: number;
  /** Datagrams a second; as fast as possible without. */
  readonly rate?: number;
  readonly seconds?: number;
  readonly datagrams?: number;
  readonly datagramBytes: number;
}

export interface SenderReport {
  readonly sent: number;
  /** For want of a slot, or by the system. */
  readonly refused: number;
  readonly seconds: number;
  readonly cpuUs: number;
  readonly heapBytes: number;
}

const burst = 64;
const {
  technique,
  port,
  rate = Infinity,
  seconds = Infinity,
  datagrams = Infinity,
  datagramBytes,
} = argument<SenderArgument>();
const host = '127.0.0.1';
const { socket } = await openDatagramSocket(technique, { host, port: 0 });
const { socket: blackHole } = await openDatagramSocket('recvmmsg', {
  host,
  port: 0,
  receiveBufferBytes: 4096,
});
const to = addressOf(host, port === 0 ? blackHole.localPort : port);
const sleeper = new Int32Array(new SharedArrayBuffer(4));

function allocatedBytes(): number {
  return (getHeapStatistics() as { total_allocated_bytes?: number }).total_allocated_bytes ?? NaN;
}

function sendOne(number: number): boolean {
  const at = socket.claim();
  if (at < 0) return false;
  const out = socket.outgoing;
  out[at] = number;
  out[at + 1] = number >>> 8;
  out[at + 2] = number >>> 16;
  for (let i = 3; i < datagramBytes; i++) out[at + i] = i;
  socket.commit(datagramBytes, to, 0);
  return true;
}

const heapBefore = allocatedBytes();
const before = process.resourceUsage();
const startMs = performance.now();
let number = 0;
for (;;) {
  const elapsed = (performance.now() - startMs) / 1000;
  if (elapsed >= seconds || number >= datagrams) break;
  const due = Math.min(elapsed * rate - number, datagrams - number, burst);
  if (due < burst && number + due < datagrams) {
    Atomics.wait(sleeper, 0, 0, 0.2);
    continue;
  }
  let sent = 0;
  while (sent < due && sendOne(number)) {
    sent++;
    number++;
  }
  socket.flush();
  if (!socket.blocking) await turn();
}
const elapsedSeconds = (performance.now() - startMs) / 1000;
const after = process.resourceUsage();
const heapBytes = allocatedBytes() - heapBefore;
await socket.close();
await blackHole.close();
answer({
  sent: socket.counters.packetsOut,
  refused: socket.counters.sendDropped,
  seconds: elapsedSeconds,
  cpuUs: after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime,
  heapBytes,
} satisfies SenderReport);
process.disconnect?.();
