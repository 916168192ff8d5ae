// A gateway's thread: opens its socket, then turns until told to stop. A socket that can block is waited on, another
// needs the event loop between turns.

import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { type UdpTechnique, openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import type { UdpOptions } from '#adapters/udp/udp-options.js';
import { type Cipher, openCryptoSuite } from '../process/open-crypto-suite.js';
import { type GatewaySettings, composeGateway } from './compose-gateway.js';
import { keyLogFile } from '#adapters/node-files/key-log-file.js';
import type { SharedMemory } from '#adapters/threads/shared-memory.js';

export interface GatewayWorkerData {
  readonly memory: SharedMemory;
  readonly settings: GatewaySettings;
  readonly technique: UdpTechnique;
  readonly udp: UdpOptions;
  readonly cipher: Cipher;
  /** Where session keys are written to; normally nowhere. */
  readonly keyLogPath: string | undefined;
}

export interface GatewayReady {
  readonly port: number;
  readonly kind: string;
  readonly report: string;
  readonly cryptography: string;
}

/** For the socket's slots, both ways: 128 each of 1.5 KB. What does not fit lies elsewhere, and its packets are copied. */
const packetMemoryBytes = 400 * 1024;

const { memory, settings, technique, udp, cipher, keyLogPath } = workerData as GatewayWorkerData;
const crypto = await openCryptoSuite(cipher, packetMemoryBytes);
const slotMemory = crypto.packetMemory;
const { socket, report } = await openDatagramSocket(technique, { ...udp, ...(slotMemory && { slotMemory }) });
const host = composeGateway(memory, settings, {
  socket,
  crypto: crypto.suite,
  random: new SystemRandom(),
  clock: new SystemClock(),
  ...(keyLogPath !== undefined && { keyLog: keyLogFile(keyLogPath) }),
});
const stop = new Int32Array(memory.stop);

parentPort!.postMessage({
  port: socket.localPort,
  kind: socket.kind,
  report,
  cryptography: crypto.report,
} satisfies GatewayReady);
while (Atomics.load(stop, 0) === 0) {
  host.turn(host.waitMs);
  if (!socket.blocking) await sleep(host.sessions === 0 ? 10 : 1);
}
await socket.close();
