// A thousand players in one place, and what the clients of one gateway learn of them.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { crowdSteps } from '#application/replication/crowd-ladder.js';
import { Players } from '#adapters/gateway/players.js';
import { Replication } from '#adapters/gateway/replication.js';
import { ModelClient } from '../../../bench/replication/model-client.js';
import { PacketSink, roomBytes, snapshotAt } from '../../../bench/replication/packet-sink.js';
import { WalkingWorld } from '../../../bench/replication/walking-world.js';

const clients = 12;
const ticksPerSnapshot = 3;

let world: WalkingWorld;
let players: Players;
let replication: Replication;
let sink: PacketSink;
let models: ModelClient[];
let longestBytes = 0;

function run(ticks: number): void {
  for (let i = 0; i < ticks; i++) {
    world.step();
    const frame = world.reader.acquire()!;
    sink.beginTick(frame.tick);
    replication.replicate(sink, frame);
    sink.acknowledge(players);
    world.reader.release();
  }
}

/** Ids of the `count` entities nearest to the client's own, itself included. */
function nearest(client: number, count: number): number[] {
  const { x, y } = world.columns;
  const self = client + 1;
  const rows = Array.from({ length: 1000 }, (_, i) => i + 1);
  const squared = (row: number): number => (x[row]! - x[self]!) ** 2 + (y[row]! - y[self]!) ** 2;
  return rows
    .sort((a, b) => squared(a) - squared(b))
    .slice(0, count)
    .map((row) => world.idAt(row));
}

beforeEach(() => {
  world = new WalkingWorld({ players: 1000, creatures: 0, sideM: 24 });
  players = new Players(0, clients, ticksPerSnapshot);
  replication = new Replication(players, ticksPerSnapshot);
  sink = new PacketSink(clients, 4);
  models = Array.from({ length: clients }, (_, sessionRow) => new ModelClient(world.idAt(sessionRow + 1)));
  longestBytes = 0;
  sink.received = (sessionRow, bytes, end) => {
    longestBytes = Math.max(longestBytes, end - snapshotAt);
    models[sessionRow]!.receive(bytes, snapshotAt, end);
  };
  for (let sessionRow = 0; sessionRow < clients; sessionRow++) {
    players.open(sessionRow);
    players.enterWorld(sessionRow, world.idAt(sessionRow + 1), 0);
  }
});

describe('a thousand players in one place', () => {
  it('each client knows its nearest, hears of all of them often, and never gets more than its bytes', () => {
    run(450);
    expect(longestBytes).toBeLessThanOrEqual(roomBytes);
    models.forEach((model, client) => {
      const { ids } = model;
      const step = crowdSteps[players.step[client]!]!;
      expect(step.name).toBe('nearest');
      expect(ids.size).toBeLessThanOrEqual(step.nearest * 1.4);
      // The far are told every 24 ticks; newcomers wait up to 9 more.
      expect(model.oldestTicks).toBeLessThanOrEqual(40);
    });
    world.walks = false;
    run(120);
    models.forEach((model, client) => {
      expect(model.wrong(world.columns)).toBe(0);
      expect(nearest(client, 80).filter((id) => !model.ids.has(id))).toEqual([]);
    });
  });

  it('under load snapshots come half as often, then a quarter as often, and show fewer, and all of it comes back', () => {
    run(300);
    for (let i = 0; i < 6; i++) replication.ladder.onLoad(0.9);
    run(60);
    const slowly = sink.packets;
    run(60);
    expect(sink.packets - slowly).toBe(clients * 10);
    expect(replication.clientsOnStep(3)).toBe(clients);
    for (let i = 0; i < 2; i++) replication.ladder.onLoad(0.9);
    run(60);
    const slowest = sink.packets;
    run(60);
    expect(sink.packets - slowest).toBe(clients * 5);
    expect(replication.clientsOnStep(4)).toBe(clients);
    for (let i = 0; i < 8; i++) replication.ladder.onLoad(0.05);
    run(60);
    world.walks = false;
    run(60);
    models.forEach((model, client) => {
      expect(model.ids.size).toBeLessThanOrEqual(crowdSteps[3]!.nearest * 1.4);
      expect(nearest(client, 40).filter((id) => !model.ids.has(id))).toEqual([]);
    });
    world.walks = true;
    for (let i = 0; i < 24; i++) replication.ladder.onLoad(0.05);
    run(60);
    const again = sink.packets;
    run(60);
    expect(sink.packets - again).toBe(clients * 20);
    expect(replication.clientsOnStep(2)).toBe(clients);
  });

  it('between slices of clients others may be served, and who leaves then gets nothing more', () => {
    const many = 200;
    const gateway = new Players(0, many, 1);
    for (let client = 0; client < many; client++) {
      gateway.open(client);
      gateway.enterWorld(client, world.idAt(client + 1), 0);
    }
    const carrier = new PacketSink(many, 1);
    world.step();
    const frame = world.reader.acquire()!;
    carrier.beginTick(frame.tick);
    const sentBefore: number[] = [];
    new Replication(gateway, 1).replicate(carrier, frame, () => {
      sentBefore.push(carrier.packets);
      if (sentBefore.length === 1) gateway.close(150);
    });
    world.reader.release();
    expect(sentBefore).toEqual([63, 127, 191]);
    expect(carrier.packets).toBe(many - 1);
  });
});
