// Every ring of a server has one producer and one consumer, whichever thread has which (docs/threads.md, R1): all threads'
// parts are put together over the same memory, and each ring's ends are counted.

import { EconomyFigures } from '#application/economy/economy-figures.js';
import { describe, expect, it, jest } from '@jest/globals';
import type { RingHandle, RingProducerOptions } from '#adapters/threads/memory/ring.js';
import { DatagramNetwork } from '#adapters/memory/network/datagram-network.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { JournalFigures } from '#adapters/threads/journal/journal-figures.js';
import type { SharedMemory } from '#adapters/threads/shared-memory.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { SeededBytes } from '#src/simulate/work/seeded-bytes.js';
import { VirtualClock } from '#src/simulate/work/virtual-clock.js';
import { knownIdentity } from '../../../support/servers/known-identity.js';
import { silentLog } from '../../../support/silent-log.js';
import { smallContent } from '../../../support/worlds/small-content.js';

const produced: SharedArrayBuffer[] = [];
const consumed: SharedArrayBuffer[] = [];

const ring = await import('#adapters/threads/memory/ring.js');

class NotedProducer extends ring.RingProducer {
  constructor(handle: RingHandle, options?: RingProducerOptions) {
    super(handle, options);
    produced.push(handle.buffer);
  }
}

class NotedConsumer extends ring.RingConsumer {
  constructor(handle: RingHandle) {
    super(handle);
    consumed.push(handle.buffer);
  }
}

jest.unstable_mockModule('#adapters/threads/memory/ring.js', () => ({
  ...ring,
  RingProducer: NotedProducer,
  RingConsumer: NotedConsumer,
}));

const { composeGateway } = await import('#src/game-server/compose-gateway.js');
const { composeJournal } = await import('#src/game-server/compose-journal.js');
const { composeSimulation } = await import('#src/game-server/compose-simulation.js');
const { memoryGameStores } = await import('#src/game-server/game-stores.js');
const { VerbSwitches } = await import('#application/operations/verb-switches.js');
const { Control } = await import('#src/game-server/control.js');
const { createSharedMemory } = await import('#adapters/threads/shared-memory.js');

async function putTogether(gateways: number): Promise<SharedMemory> {
  const content = smallContent();
  const memory = createSharedMemory(content, gateways, 8);
  const clock = new VirtualClock();
  const network = new DatagramNetwork({ seed: 1, slots: 64 });
  composeSimulation(memory, content, clock, {
    ...{ seed: 1, playersMax: 8, saveSeconds: 10 },
    begin: { tick: 0, instance: 0, document: 0, ground: [], letters: [], listings: [], fallen: [] },
  });
  for (let index = 0; index < gateways; index++)
    composeGateway(
      memory,
      { index, sessionsMax: 8, guestsAllowed: true, identity: knownIdentity },
      {
        socket: network.open(addressOf('127.0.0.1', 7777), true),
        crypto: new SodiumCryptoSuite(),
        random: new SeededBytes(1),
        clock,
      },
    );
  const nothing = () => undefined;
  const [characters, journal] = [new MemoryCharacterStore(), new MemoryJournal()];
  const { turns, ownership } = composeJournal({
    ...{ memory, journal, log: silentLog },
    ...{ onFault: nothing, onBroken: nothing },
  });
  turns.end();
  const heapBytes = async () => 0;
  const control = new Control({
    ...{ memory, content, clock, log: silentLog },
    journal: {
      ...{ ownership, heapBytes },
      stores: { ...memoryGameStores({ characters, journal }), records: { of: async () => undefined } },
      restores: { plan: async () => 'no-entry' as const, changes: async () => 'no-entry' as const },
      history: { of: async () => ({ entries: [], more: false, keptFrom: 1 }) },
      economy: {
        tell: () => Promise.reject(new Error('no')),
        gains: async () => ({ outliers: [], unnoted: 0 }),
      },
      economyFigures: new EconomyFigures(clock),
      figures: new JournalFigures({ memory, clock, caller: { waiting: 0, refused: 0 } }),
    },
    begin: { sanctions: [] },
    note: { where: '', find: () => undefined, keep: () => undefined, forget: () => undefined },
    planNote: { where: '', find: () => undefined, keep: () => undefined, forget: () => undefined },
    switches: new VerbSwitches({ note: { where: '', find: () => [], keep: nothing }, log: silentLog }),
    threads: { udpKinds: ['memory'], heapBytes },
  });
  await control.stop();
  return memory;
}

/** All that the threads of a server hand each other records through, by name. */
function ringsOf(memory: SharedMemory): [string, SharedArrayBuffer][] {
  const { gateways, relays, simulationToControl, simulationToJournal, controlToSimulation } = memory;
  const rings: [string, RingHandle][] = [
    ['simulation to control', simulationToControl],
    ['control to simulation', controlToSimulation],
    ['simulation to journal', simulationToJournal],
  ];
  gateways.forEach(({ toSimulation, fromSimulation, fromControl }, i) =>
    rings.push(
      [`gateway ${i} to simulation`, toSimulation],
      [`simulation to gateway ${i}`, fromSimulation],
      [`control to gateway ${i}`, fromControl],
    ),
  );
  relays.forEach((others, to) =>
    others.forEach((ring, from) => ring && rings.push([`gateway ${from} to gateway ${to}`, ring])),
  );
  return rings.map(([name, { buffer }]) => [name, buffer]);
}

describe('the rings of a server', () => {
  it.each([1, 3])('have one producer and one consumer each, with %i gateways', async (gateways) => {
    produced.length = consumed.length = 0;
    const rings = ringsOf(await putTogether(gateways));
    const times = (buffers: readonly SharedArrayBuffer[], ring: SharedArrayBuffer) =>
      buffers.filter((each) => each === ring).length;
    expect(rings.map(([name, ring]) => [name, times(produced, ring), times(consumed, ring)])).toEqual(
      rings.map(([name]) => [name, 1, 1]),
    );
    expect(new Set(rings.map(([, ring]) => ring)).size).toBe(rings.length);
    // Nobody has a ring beside these.
    expect([produced.length, consumed.length]).toEqual([rings.length, rings.length]);
  });
});
