// Prints how much a whole server of one thread allocates a tick, in steady state, with 100 clients that walk and fight.
// The clients and the control thread's part live in another thread, so that the heap here is that of the packet and tick
// path alone. Virtual clock, lockstep.
import { Worker } from 'node:worker_threads';
import { loadContent } from '#adapters/content-files/load-content.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { composeGateway } from '#src/game-server/compose-gateway.js';
import { composeSimulation } from '#src/game-server/compose-simulation.js';
import { createSharedMemory } from '#adapters/threads/shared-memory.js';
import { allocatingFunctions } from '../../support/measure/allocating-functions.js';
import { bytesPerStep } from '../../support/measure/allocation-meter.js';
import { LinkedServerSocket, createLink } from '../../support/network/linked-socket.js';

const clients = 100;
const warmUpTicks = 3000;

const loaded = await loadContent('content');
if (!loaded.ok) throw new Error('the content has problems');
// One number object for the clock, changed in place as the system's clock would make a new one for every reading.
const clock = { ms: 0, nowMs: () => clock.ms, unixMs: () => 1_700_000_000_000 + clock.ms };
const memory = createSharedMemory(loaded.content, 1, 200);
const simulation = composeSimulation(memory, loaded.content, clock, {
  seed: 1,
  playersMax: 200,
  saveSeconds: 10,
});
const link = createLink();
const socket = new LinkedServerSocket(link);
const identity = {
  serverId: '01010101-0101-0101-0101-010101010101',
  serverIdBytes: new Uint8Array(16).fill(1),
  staticSecretKey: new Uint8Array(32).fill(2),
  signingSeed: new Uint8Array(32).fill(3),
};
const gateway = composeGateway(
  memory,
  { index: 0, sessionsMax: 200, guestsAllowed: true, identity },
  { socket, crypto: new SodiumCryptoSuite(), random: new SystemRandom(), clock },
);
const turn = new Int32Array(new SharedArrayBuffer(8));
const worker = new Worker(new URL('./server-allocation-clients.ts', import.meta.url), {
  workerData: { link, turn, clients, memory },
});

function tick(number: number): void {
  clock.ms = (number * 1000) / 60;
  Atomics.store(turn, 0, 1);
  Atomics.notify(turn, 0);
  Atomics.wait(turn, 0, 1);
  gateway.turn(0);
  simulation.turn();
  gateway.turn(0);
}

for (let number = 1; number <= warmUpTicks; number++) tick(number);
const { packetsIn, packetsOut } = socket.counters;
let ticks = 0;
const step = (): void => tick(warmUpTicks + ++ticks);
const enoughBytes = 200;
const readings: string[] = [];
const note = (reading: string): void => void readings.push(reading);
const bytesPerTick = bytesPerStep(step, { windows: 30, steps: 500, enoughBytes, note });
const isEnough = bytesPerTick <= enoughBytes;
const allocators = isEnough
  ? []
  : allocatingFunctions(() => {
      for (let i = 0; i < 500; i++) step();
    });
const playing = Atomics.load(turn, 1);
Atomics.store(turn, 0, 2);
Atomics.notify(turn, 0);
await worker.terminate();
process.stdout.write(
  JSON.stringify({
    bytesPerTick,
    allocators: isEnough ? [] : [...allocators, ...readings],
    playing,
    packetsInPerTick: (socket.counters.packetsIn - packetsIn) / ticks,
    packetsOutPerTick: (socket.counters.packetsOut - packetsOut) / ticks,
  }),
);
