// What one writes in an afternoon: node:dgram and JSON, no session, no encryption, no deltas. Each client is told where
// the 32 others of its group are: some 1.4 KB of text, which nearly fills an Ethernet frame.

import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { serve } from './serve.js';
import { groupSize, sideM, updatesHz, type Walker, walk } from './workload.js';

interface Player extends Walker {
  readonly id: number;
  readonly address: string;
  readonly port: number;
  moveX: number;
  moveY: number;
}

interface Move {
  readonly x: number;
  readonly y: number;
  readonly facing: number;
}

const players = new Map<string, Player>();
const groups: Player[][] = [];
let bytesOut = 0;

const socket = createSocket({ type: 'udp4', recvBufferSize: 8 << 20, sendBufferSize: 8 << 20 });
socket.on('message', (data, from) => {
  const player = players.get(`${from.address}:${from.port}`) ?? enter(from);
  const move = JSON.parse(data.toString()) as Move;
  player.moveX = move.x;
  player.moveY = move.y;
  player.facing = move.facing;
});

function enter({ address, port }: RemoteInfo): Player {
  const id = players.size;
  const [x, y] = [Math.random() * sideM, Math.random() * sideM];
  const player: Player = { id, address, port, x, y, facing: 0, moveX: 0, moveY: 0 };
  players.set(`${address}:${port}`, player);
  const group = groups.at(-1);
  if (group !== undefined && group.length < groupSize) group.push(player);
  else groups.push([player]);
  return player;
}

function step(): void {
  for (const group of groups) for (const player of group) walk(player, player.moveX, player.moveY);
  for (const group of groups) for (const player of group) update(player, group);
}

function update(player: Player, group: readonly Player[]): void {
  const others = group
    .filter((other) => other !== player)
    .map(({ id, x, y, facing }) => ({ id, x: rounded(x), y: rounded(y), facing: rounded(facing) }));
  const text = JSON.stringify({ x: rounded(player.x), y: rounded(player.y), others });
  bytesOut += text.length;
  socket.send(text, player.port, player.address);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

socket.bind(0, '127.0.0.1');
await once(socket, 'listening');
setInterval(step, 1000 / updatesHz);
serve(socket.address().port, () => bytesOut);
