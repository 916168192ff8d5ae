// A process with one gateway's sessions and their clients, and no network: reports what a packet in and a packet out
// costs above the system calls. Sessions take turns as in a gateway, so that memory is as cold as it is there. Started by
// session.ts.

import v8 from 'node:v8';
import { snapshotId, tickRate } from '#adapters/protocol/generated/game.js';
import { Gateway } from '#adapters/gateway/gateway.js';
import { EndpointMemory } from '#adapters/protocol/session/delivery/endpoint-memory.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import { makeServerIdentity } from '#adapters/protocol/session/tokens/server-identity.js';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { WasmCryptoSuite } from '#adapters/wasm/wasm-crypto-suite.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import { slotBytes } from '#ports/network/datagram-socket.js';
import { answer, argument } from '../harness/child.js';
import { median } from '../harness/report.js';
import { BenchClient } from './bench-client.js';
import { batch, HeldSocket } from './held-socket.js';

export interface SessionRunArgument {
  readonly sessions: number;
  readonly seconds: number;
}

export interface SessionRunReport {
  /** Packets of a turn, and CPU ns of each: the median of all turns. */
  readonly packetsIn: number;
  readonly packetsOut: number;
  readonly inNs: number;
  readonly outNs: number;
  /** Of timers: what happens once a turn, whoever sends. */
  readonly updateNs: number;
  /** The cipher alone on as many bytes: opening one packet in, sealing one packet out. */
  readonly openNs: number;
  readonly sealNs: number;
  /** Of the heap, for each packet in or out. */
  readonly allocatedBytes: number;
  readonly residentBytesPerSession: number;
}

/** A turn of the gateway is 2 ms; an input comes every 16 ms, a snapshot goes every 48 ms. */
const turnMs = 2;
const turnsPerInput = 8;
const turnsPerSnapshot = 24;
const snapshotBytes = 140;
const joinersPerMs = 2;
const warmUpTurns = 700;
const weighedTurns = 100;
const snapshotsPerSecond = 20;

const { sessions, seconds } = argument<SessionRunArgument>();
const crypto = new WasmCryptoSuite(new SodiumCryptoSuite());
const random = new SystemRandom();
const clock = { ms: 1000, nowMs: () => clock.ms, unixMs: () => 1_800_000_000_000 + clock.ms };
const clientMemory = new EndpointMemory({
  connectionsMax: sessions,
  outgoingBlocks: 4096,
  incomingBlocks: 4096,
  messageBytesMax: 4096,
});
const clients = Array.from({ length: sessions }, (_, i) => new BenchClient(i, crypto, random, clientMemory));
const out = new Uint8Array(slotBytes);
/** What is summed up while the server works: CPU µs, or bytes of the heap. */
const spent = { sum: 0, since: 0, weighs: false };

// Not threadCpuUsage, which advances by whole clock ticks of the system.
function meter(): number {
  if (spent.weighs) return allocated();
  const { user, system } = process.cpuUsage();
  return user + system;
}
const start = (): void => void (spent.since = meter());
const stop = (): void => void (spent.sum += meter() - spent.since);

let packetsOut = 0;
let outBytes = 0;
const socket = new HeldSocket(
  (bytes, at, length, address, addressAt) => {
    packetsOut++;
    outBytes += length;
    const index = ((address[addressAt + 16]! << 8) | address[addressAt + 17]!) - 1024;
    clients[index]!.receive(bytes, at, length, clock.ms);
  },
  stop,
  start,
);
const toSimulation = createRing(4 * 1024 * 1024);
const inputs = new RingProducer(toSimulation, { publishByHand: true });
const simulation = new RingConsumer(toSimulation);
const sink = { onRecord: () => undefined };
const nothing = new RingConsumer(createRing(1024));
const gateway = new Gateway({
  ...{ index: 0, sessionsMax: sessions, ticksPerSnapshot: tickRate / snapshotsPerSecond },
  ...{ frames: { acquire: () => undefined, release: () => undefined, newestTick: 0 } },
  ...{ toSimulation: inputs, fromSimulation: nothing, fromControl: nothing },
});
const endpoint = new ServerEndpoint({
  ...{ socket, crypto, random, clock, listener: gateway, gatewayIndex: 0, sessionsMax: sessions },
  ...{ guestsAllowed: true, tickRate, snapshotRate: snapshotsPerSecond, currentTick: () => 0 },
  identity: makeServerIdentity(crypto, {
    serverId: new Uint8Array(16).fill(1),
    exchangeSeed: new Uint8Array(32).fill(2),
    signingSeed: new Uint8Array(32).fill(3),
  }),
});
gateway.attach(endpoint);

function join(): void {
  for (let joined = 0; joined < sessions;) {
    clock.ms++;
    for (let i = joined; i < Math.min(sessions, joined + joinersPerMs); i++) {
      const { handshake, address } = clients[i]!;
      if (handshake.isDone || !handshake.isDue(clock.ms)) continue;
      socket.arrive(out, 0, handshake.write(out, 0, clock.ms), address, 0);
    }
    endpoint.receive(0);
    endpoint.update();
    endpoint.flush();
    while (joined < sessions && clients[joined]!.handshake.isDone) joined++;
  }
}

let tick = 0;
let packetsIn = 0;
let inBytes = 0;
const spentOn = { in: 0, out: 0, update: 0 };

function measured(body: () => void): number {
  spent.sum = 0;
  start();
  body();
  stop();
  return spent.sum;
}

const receive = (): void => {
  endpoint.receive(0);
  inputs.publish();
};
const update = (): void => {
  endpoint.update();
  endpoint.flush();
};

function takeInputs(): void {
  for (let i = tick % turnsPerInput; i < sessions; i += turnsPerInput) {
    const length = clients[i]!.writeInput(out, tick, clock.ms);
    packetsIn++;
    inBytes += length;
    socket.arrive(out, 0, length, clients[i]!.address, 0);
    if (socket.isFull) spentOn.in += measured(receive);
  }
  spentOn.in += measured(receive);
}

function sendSnapshots(): void {
  for (let sessionRow = tick % turnsPerSnapshot; sessionRow < sessions; sessionRow += turnsPerSnapshot) {
    if (!endpoint.beginPacket(sessionRow, 700)) continue;
    const at = endpoint.beginMessage(Channel.sequenced, snapshotBytes);
    endpoint.packetBytes[at] = snapshotId;
    endpoint.endMessage(at + snapshotBytes);
    endpoint.finishPacket();
  }
  endpoint.flush();
}

function turn(): void {
  tick++;
  clock.ms += turnMs;
  takeInputs();
  spentOn.out += measured(sendSnapshots);
  spentOn.update += measured(update);
  simulation.drain(sink, 65_536);
}

function allocated(): number {
  return (v8.getHeapStatistics() as unknown as { total_allocated_bytes: number }).total_allocated_bytes;
}

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

/** CPU ns of the cipher on one packet of so many bytes. */
function cipherNs(bytes: number): { openNs: number; sealNs: number } {
  const key = aeadKeyOf(new Uint8Array(32).fill(9));
  const sealed = new Uint8Array(slotBytes);
  crypto.seal(key, 0, 7, sealed, 0, 7, 7, bytes - 23);
  const copy = new Uint8Array(slotBytes);
  const groups = { open: [] as number[], seal: [] as number[] };
  for (let group = 0; group < 300; group++) {
    groups.seal.push(
      measured(() => {
        for (let k = 0; k < 100; k++) crypto.seal(key, 0, 7, copy, 0, 7, 7, bytes - 23);
      }),
    );
    groups.open.push(
      measured(() => {
        for (let k = 0; k < 100; k++) {
          copy.set(sealed);
          if (!crypto.open(key, 0, 7, copy, 0, 7, 7, bytes - 7)) throw new Error('not authentic');
        }
      }),
    );
  }
  return { openNs: median(groups.open) * 10, sealNs: median(groups.seal) * 10 };
}

const before = resident();
join();
const residentBytesPerSession = (resident() - before) / sessions;
for (const client of clients) client.open(clock.ms);
for (let i = 0; i < turnsPerInput; i++) turn();
// With its first packet each session stands; from now on its player is in the world, and its inputs go on.
for (let sessionRow = 0; sessionRow < sessions; sessionRow++)
  gateway.players.enterWorld(sessionRow, 0x1_0001 + sessionRow, 0);
for (let i = 0; i < warmUpTurns; i++) turn();
const { inputsReceived, requestsTooEarly } = gateway.counters;
if (endpoint.counters.packetsAccepted !== packetsIn || inputsReceived + requestsTooEarly !== packetsIn) {
  throw new Error(`${packetsIn} inputs sent, ${endpoint.counters.packetsAccepted} packets accepted`);
}
const told = clients.reduce((sum, { messages }) => sum + messages, 0);
if (told < packetsOut - sessions * 5) throw new Error(`${packetsOut} packets sent, ${told} messages arrived`);

function reset(): void {
  [spentOn.in, spentOn.out, spentOn.update, packetsIn, packetsOut, inBytes, outBytes] = [0, 0, 0, 0, 0, 0, 0];
}

/** Heap bytes for each packet, less what looking at the heap itself takes. */
function weigh(): number {
  spent.weighs = true;
  const nothing = (): void => undefined;
  let empty = 0;
  for (let i = 0; i < 1000; i++) empty += measured(nothing) / 1000;
  let [sum, packets, looks] = [0, 0, 0];
  for (let i = 0; i < weighedTurns; i++) {
    reset();
    turn();
    looks += Math.ceil(packetsIn / batch) + Math.ceil(packetsOut / batch) + 2;
    sum += spentOn.in + spentOn.out + spentOn.update;
    packets += packetsIn + packetsOut;
  }
  spent.weighs = false;
  return Math.max(0, sum - looks * empty) / packets;
}

const costs: { in: number; out: number; update: number }[] = [];
let [packetsInAll, packetsOutAll, inBytesAll, outBytesAll] = [0, 0, 0, 0];
for (const endMs = performance.now() + seconds * 1000; performance.now() < endMs;) {
  reset();
  turn();
  const ns = (us: number, packets: number) => (us * 1000) / packets;
  costs.push({
    in: ns(spentOn.in, packetsIn),
    out: ns(spentOn.out, packetsOut),
    update: spentOn.update * 1000,
  });
  packetsInAll += packetsIn;
  packetsOutAll += packetsOut;
  inBytesAll += inBytes;
  outBytesAll += outBytes;
}
answer({
  ...{ packetsIn: packetsInAll / costs.length, packetsOut: packetsOutAll / costs.length },
  inNs: median(costs.map((cost) => cost.in)),
  outNs: median(costs.map((cost) => cost.out)),
  updateNs: median(costs.map((cost) => cost.update)),
  openNs: cipherNs(Math.round(inBytesAll / packetsInAll)).openNs,
  sealNs: cipherNs(Math.round(outBytesAll / packetsOutAll)).sealNs,
  allocatedBytes: weigh(),
  residentBytesPerSession,
} satisfies SessionRunReport);
process.disconnect?.();
