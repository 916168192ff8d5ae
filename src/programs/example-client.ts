// A whole client: joins as a guest, walks in a square for some seconds, tells what it sees, and leaves.
// npm run example -- [host] [port] [name] [seconds]

import { isIPv6 } from 'node:net';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { resolveHost } from '#adapters/udp/resolve-host.js';
import { GameClient } from '#client/game-client.js';
import type { MovementModel } from '#client/movement/movement-model.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { serverNearby } from '../configuration/server-nearby.js';
import { type ExampleFlags, parseExampleFlags } from '../example/example-flags.js';
import { guestSecret } from '../example/guest-secret.js';
import { askedFor } from '../process/command-line.js';

// 5 m/s and no walls: against a wall the server corrects it. src/bots/content-movement.ts knows the walls too.
const openField: MovementModel = {
  step(state, { moveX, moveY }, ticks) {
    const tooLong = Math.max(1, Math.hypot(moveX, moveY));
    state.x += ((moveX / tooLong) * 5 * ticks) / 60;
    state.y += ((moveY / tooLong) * 5 * ticks) / 60;
  },
};

const square = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

async function play({ host, port, name, seconds, 'secret-file': secretFile }: ExampleFlags): Promise<void> {
  const address = await resolveHost(host);
  let isLeaving = false;
  let isGivenUp = false;
  let standing = `no answer from ${host} port ${port}`;
  // What may be wrong with it is looked at before a socket keeps the program alive.
  const secret = await guestSecret(secretFile);
  const socket = await DgramSocket.open({ host: isIPv6(address) ? '::' : '0.0.0.0', port: 0 });
  const client = new GameClient({
    socket,
    crypto: new SodiumCryptoSuite(),
    random: new SystemRandom(),
    clock: new SystemClock(),
    serverAddress: addressOf(address, port),
    // Whoever joins with another secret cannot play this character.
    credentials: { kind: 'guest', name, secret },
    movementModel: openField,
    reconnect: {},
    listener: {
      onConnected: () => (standing = 'the character was not loaded'),
      onQueued: (position) => (standing = `the server is full, place ${position} in its queue`),
      onWelcome: (welcome) => console.log(`in ${welcome.mapKey} as ${welcome.name}`),
      onEntityAppeared: (entity) => console.log(`entity ${entity.id} at ${entity.x}, ${entity.y}`),
      onChat: (chat) => console.log(`${chat.name}: ${chat.text}`),
      onConnectionLost: (end, retryMs) => {
        standing = end.kind === 'no-answer' ? `no answer from ${host} port ${port}` : 'connection lost';
        console.log(`${standing}, trying again in ${retryMs} ms`);
      },
      onClosed: (end) => {
        // Giving up is our own doing, and ends as leaving does: how far it came says more.
        if (isGivenUp) console.error(`example: gave up after ${seconds} s: ${standing}`);
        else console.log('closed', end);
        if (!isLeaving) process.exitCode = 1;
        clearInterval(timer);
        void socket.close();
      },
    },
  });
  let frames = 0;
  const timer = setInterval(() => showFrame(client, ++frames), 1000 / 60);
  setTimeout(() => {
    isLeaving = client.isInWorld;
    isGivenUp = !isLeaving;
    if (isLeaving) client.leave();
    else client.disconnect();
  }, seconds * 1000);
}

/** One of 60 a second; every other one has an input that holds for two world steps. */
function showFrame(client: GameClient, frame: number): void {
  client.update();
  if (client.isInWorld && frame % 2 === 0) {
    const side = Math.floor(frame / 60) % 4;
    client.move(square[side]![0], square[side]![1], side * 64, 2);
  }
  client.show();
  if (client.isInWorld && frame % 60 === 0) {
    const { shownX, shownY } = client.movement;
    console.log(`at ${shownX.toFixed(2)}, ${shownY.toFixed(2)}, ${client.entities.count} in sight`);
  }
}

const asked = askedFor(parseExampleFlags(process.argv.slice(2), serverNearby(process.env, process.cwd())));
if (asked !== undefined) {
  await play(asked.flags).catch((error: Error) => {
    console.error(`example: ${error.message}`);
    // A socket that was opened already would keep the program alive.
    process.exit(1);
  });
}
