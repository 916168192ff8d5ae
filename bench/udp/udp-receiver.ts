// A process that receives datagrams and reports how many and at what cost. Started by udp.ts.

import { getHeapStatistics } from 'node:v8';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import { answer, argument } from '../harness/child.js';

export interface ReceiverArgument {
  readonly technique: 'recvmmsg' | 'dgram';
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** Whether to compute a digest of all that arrives. */
  readonly digest: boolean;
}

export interface ReceiverReport {
  /** In the measured time. */
  readonly packets: number;
  readonly seconds: number;
  readonly cpuUs: number;
  readonly heapBytes: number;
  /** Calls of `receive` that brought something. */
  readonly calls: number;
  /** From first to last, warm-up and end included. */
  readonly packetsEver: number;
  readonly digest: number;
  /** Counted by socket or system. */
  readonly receiveDropped: number;
}

const quietMs = 400;
const startUpMs = 20_000;

const { technique, seconds, warmUpSeconds, digest } = argument<ReceiverArgument>();
const { socket } = await openDatagramSocket(technique, {
  host: '127.0.0.1',
  port: 0,
  receiveSlots: technique === 'dgram' ? 4096 : 128,
});

let sum = 0;
const sink = {
  onDatagram(buffer: Uint8Array, at: number, length: number) {
    if (!digest) return;
    for (let i = 0; i < length; i++) sum = Math.imul(sum ^ buffer[at + i]!, 0x01000193);
  },
};

interface Mark {
  readonly ms: number;
  readonly packets: number;
  readonly calls: number;
  readonly cpuUs: number;
  readonly heapBytes: number;
}

function mark(packets: number, calls: number): Mark {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return {
    ms: performance.now(),
    packets,
    calls,
    cpuUs: userCPUTime + systemCPUTime,
    heapBytes: (getHeapStatistics() as { total_allocated_bytes?: number }).total_allocated_bytes ?? NaN,
  };
}

let packets = 0;
let calls = 0;
let first = 0;
let last = performance.now() + startUpMs;
let begun: Mark | undefined;
let ended: Mark | undefined;
answer({ port: socket.localPort });
for (let turns = 0; ; turns++) {
  const got = socket.receive(sink, 20);
  packets += got;
  if (got > 0) calls++;
  // Looking at the clock costs and allocates: not every time.
  if (got === 0 || turns % 64 === 0) {
    const now = performance.now();
    if (first === 0 && packets > 0) first = now;
    if (got > 0) last = now;
    else if (now - last > quietMs) break;
    if (first > 0 && begun === undefined && now >= first + warmUpSeconds * 1000) begun = mark(packets, calls);
    if (begun !== undefined && ended === undefined && now >= begun.ms + seconds * 1000)
      ended = mark(packets, calls);
  }
  // A socket that cannot block needs its event loop; with nothing to do it waits as a program would.
  if (!socket.blocking) await (got > 0 ? turn() : pause(1));
}
begun ??= mark(packets, calls);
ended ??= mark(packets, calls);
await socket.close();
answer({
  packets: ended.packets - begun.packets,
  calls: ended.calls - begun.calls,
  seconds: (ended.ms - begun.ms) / 1000,
  cpuUs: ended.cpuUs - begun.cpuUs,
  heapBytes: ended.heapBytes - begun.heapBytes,
  packetsEver: packets,
  digest: sum >>> 0,
  receiveDropped: socket.counters.receiveDropped,
} satisfies ReceiverReport);
process.disconnect?.();
