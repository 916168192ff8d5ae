// The other side of server-allocation.ts: walking, fighting clients and the control thread's part, one turn for each of
// the server's.
import { workerData } from 'node:worker_threads';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { JournalOwnership } from '#application/persistence/journal-ownership.js';
import { NameLookup } from '#application/persistence/name-lookup.js';
import { CharacterKeeper } from '#application/persistence/character-keeper.js';
import { GameClient } from '#client/game-client.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { CharacterDesk } from '#adapters/threads/records/character-desk.js';
import { loadContent } from '#adapters/content-files/load-content.js';
import { OnlinePlayers } from '#application/presence/online-players.js';
import type { SharedMemory } from '#adapters/threads/shared-memory.js';
import { LinkedClients, type LinkHandles } from '../../support/network/linked-socket.js';
import { silentLog } from '../../support/silent-log.js';

interface Given {
  readonly link: LinkHandles;
  /** [0] is 1 while it is this side's turn, 2 at the end; [1] is how many clients play. */
  readonly turn: Int32Array;
  readonly clients: number;
  readonly memory: SharedMemory;
}

const { link, turn, clients: count, memory } = workerData as Given;
const loaded = await loadContent('content');
if (!loaded.ok) throw new Error('the content has problems');
const { content } = loaded;
const network = new LinkedClients(link);
const clock = { ms: 0, nowMs: () => clock.ms, unixMs: () => 1_700_000_000_000 + clock.ms };
const crypto = new SodiumCryptoSuite();
const clients = Array.from(
  { length: count },
  (_, i) =>
    new GameClient({
      socket: network.open(),
      crypto,
      random: new SystemRandom(),
      clock,
      listener: {},
      credentials: { kind: 'guest', name: `walker-${i}` },
      serverAddress: addressOf('127.0.0.1', 7777),
    }),
);

const desk = new CharacterDesk({
  fromSimulation: new RingConsumer(memory.simulationToControl),
  toSimulation: new RingProducer(memory.controlToSimulation),
  listener: new OnlinePlayers(),
});
const store = new MemoryCharacterStore();
const keeper = new CharacterKeeper({
  store,
  clock,
  log: silentLog,
  answers: desk,
  content,
  ownership: new JournalOwnership(new MemoryJournal(), { drain: () => true }),
});
desk.attach(keeper, new NameLookup({ store, answers: desk, log: silentLog }));

for (let tick = 1; ; tick++) {
  Atomics.wait(turn, 0, 0);
  if (Atomics.load(turn, 0) === 2) break;
  clock.ms = (tick * 1000) / 60;
  network.deliver();
  clients.forEach((client, i) => {
    if (client.isInWorld) act(client, tick + i * 17);
    client.update();
  });
  desk.drain();
  await keeper.flush();
  desk.drain();
  Atomics.store(turn, 1, clients.filter((client) => client.isInWorld).length);
  Atomics.store(turn, 0, 0);
  Atomics.notify(turn, 0);
}

function act(client: GameClient, phase: number): void {
  const quarter = Math.floor(phase / 90) % 4;
  client.move([1, 0, -1, 0][quarter]!, [0, 1, 0, -1][quarter]!, phase & 255, 1);
  if (phase % 60 !== 0) return;
  const prey = client.entities.best((entity) =>
    entity.kind === 2 ? Math.hypot(entity.x - client.self.x, entity.y - client.self.y) : Infinity,
  );
  if (prey !== undefined) client.useSkill(1, prey.id);
  if (client.self.isDead) client.respawn();
}
