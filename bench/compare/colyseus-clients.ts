// Colyseus's own client library, as many clients as asked in one process. A patch of the state is an update.

import { argument } from '../harness/child.js';
import { loadPeer } from '../harness/peers.js';
import { drive } from './drive.js';
import { headingOf, type PeerClientsArgument } from './workload.js';

interface JoinedRoom {
  onStateChange(handle: () => void): void;
  onError(handle: () => void): void;
  send(type: string, message: object): void;
}
interface Sdk {
  readonly Client: new (url: string) => { joinOrCreate(name: string): Promise<JoinedRoom> };
}

const joiningMax = 16;

const { port, clients, seconds } = argument<PeerClientsArgument>();
const { Client } = await loadPeer<Sdk>('@colyseus/sdk/build/index.mjs');
const rooms: JoinedRoom[] = [];
let updates = 0;

async function join(): Promise<void> {
  const room = await new Client(`ws://127.0.0.1:${port}`).joinOrCreate('field');
  room.onStateChange(() => void updates++);
  room.onError(() => undefined);
  rooms.push(room);
}

for (let i = 0; i < clients; i += joiningMax)
  await Promise.all(Array.from({ length: Math.min(joiningMax, clients - i) }, join));
await drive(
  {
    clients,
    joined: () => rooms.length,
    updates: () => updates,
    send: (i, n) => {
      const heading = headingOf(i, n);
      rooms[i]!.send('move', { x: Math.cos(heading), y: Math.sin(heading), facing: heading });
    },
  },
  seconds,
);
process.exit(0);
