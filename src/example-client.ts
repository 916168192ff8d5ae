// A whole client: joins as a guest, walks in a square for some seconds, tells what it sees, and leaves.
// node dist/src/example-client.js [host] [port] [name] [seconds]

import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { GameClient } from '#client/game-client.js';
import type { MovementModel } from '#client/movement-model.js';
import { addressOf } from '#ports/datagram-address.js';

const [host = '127.0.0.1', port = '7777', name = 'Ada', seconds = '10'] = process.argv.slice(2);

// 5 m/s and no walls: against a wall the server corrects it. src/bots/content-movement.ts knows the walls too.
const openField: MovementModel = {
  step(state, { moveX, moveY }, ticks) {
    const tooLong = Math.max(1, Math.hypot(moveX, moveY));
    state.x += ((moveX / tooLong) * 5 * ticks) / 60;
    state.y += ((moveY / tooLong) * 5 * ticks) / 60;
  },
};

const socket = await DgramSocket.open({ host: '0.0.0.0', port: 0 });
const client = new GameClient({
  socket,
  crypto: new SodiumCryptoSuite(),
  random: new SystemRandom(),
  clock: new SystemClock(),
  serverAddress: addressOf(host, Number(port)),
  credentials: { kind: 'guest', name },
  movementModel: openField,
  reconnect: {},
  listener: {
    onWelcome: (welcome) => console.log(`in ${welcome.mapKey} as ${welcome.name}`),
    onEntityAppeared: (entity) => console.log(`entity ${entity.id} at ${entity.x}, ${entity.y}`),
    onChat: (chat) => console.log(`${chat.name}: ${chat.text}`),
    onConnectionLost: (_end, retryMs) => console.log(`connection lost, trying again in ${retryMs} ms`),
    onClosed: (end) => {
      console.log('closed', end);
      clearInterval(timer);
      void socket.close();
    },
  },
});

const square = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
let frames = 0;

// 60 frames a second; every other one an input that holds for two world steps.
const timer = setInterval(() => {
  client.update();
  frames++;
  if (client.isInWorld && frames % 2 === 0) {
    const side = Math.floor(frames / 60) % 4;
    client.move(square[side]![0], square[side]![1], side * 64, 2);
  }
  client.show();
  if (client.isInWorld && frames % 60 === 0) {
    const { shownX, shownY } = client.movement;
    console.log(`at ${shownX.toFixed(2)}, ${shownY.toFixed(2)}, ${client.entities.count} in sight`);
  }
}, 1000 / 60);
setTimeout(() => (client.isInWorld ? client.leave() : client.disconnect()), Number(seconds) * 1000);
