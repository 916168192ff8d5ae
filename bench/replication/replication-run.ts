// A process that replicates a world to clients without a network, and reports what a snapshot costs. Started by
// replication.ts. Clients are looked at in their real order, so that memory is as cold as it is in a gateway.

import v8 from 'node:v8';
import { Players } from '#adapters/gateway/players.js';
import { Replication } from '#adapters/gateway/replication.js';
import { answer, argument } from '../harness/child.js';
import { ModelClient } from './model-client.js';
import { PacketSink, snapshotAt } from './packet-sink.js';
import { WalkingWorld, type WalkingWorldOptions } from './walking-world.js';

export interface ReplicationRunArgument {
  readonly world: WalkingWorldOptions;
  /** The first players are this gateway's. */
  readonly clients: number;
  /** How long to measure; 0 proves instead that clients know what the frame has. */
  readonly seconds: number;
}

export interface ReplicationRunReport {
  readonly snapshots: number;
  readonly composeNs: number;
  readonly acknowledgeNs: number;
  readonly bytes: number;
  readonly allocatedBytes: number;
  /** Entities that clients know, each. */
  readonly known: number;
  readonly wrong: number;
}

const ticksPerSnapshot = 3;
const roundTripTicks = 4;
const warmUpTicks = 600;
const settleTicks = 240;
const allocationTicks = 600;

const { world: worldOptions, clients, seconds } = argument<ReplicationRunArgument>();
const world = new WalkingWorld(worldOptions);
const players = new Players(0, clients, ticksPerSnapshot);
const replication = new Replication(players, ticksPerSnapshot);
const sink = new PacketSink(clients, roundTripTicks);
for (let sessionRow = 0; sessionRow < clients; sessionRow++) {
  players.open(sessionRow);
  players.enterWorld(sessionRow, world.idAt(sessionRow + 1), 0);
}
let composeUs = 0;
let acknowledgeUs = 0;

function tick(measured: boolean): void {
  world.step();
  const frame = world.reader.acquire()!;
  sink.beginTick(frame.tick);
  if (!measured) {
    replication.replicate(sink, frame);
    sink.acknowledge(players);
  } else {
    const start = process.threadCpuUsage();
    replication.replicate(sink, frame);
    const middle = process.threadCpuUsage();
    sink.acknowledge(players);
    const end = process.threadCpuUsage();
    composeUs += middle.user + middle.system - start.user - start.system;
    acknowledgeUs += end.user + end.system - middle.user - middle.system;
  }
  world.reader.release();
}

function allocated(): number {
  return (v8.getHeapStatistics() as unknown as { total_allocated_bytes: number }).total_allocated_bytes;
}

function prove(): ReplicationRunReport {
  const models = Array.from(
    { length: clients },
    (_, sessionRow) => new ModelClient(world.idAt(sessionRow + 1)),
  );
  sink.received = (sessionRow, bytes, end) => models[sessionRow]!.receive(bytes, snapshotAt, end);
  for (let i = 0; i < warmUpTicks; i++) tick(false);
  world.walks = false;
  for (let i = 0; i < settleTicks; i++) tick(false);
  const sum = (of: (model: ModelClient) => number): number =>
    models.reduce((all, model) => all + of(model), 0);
  return {
    ...{ snapshots: sink.packets, composeNs: 0, acknowledgeNs: 0, bytes: sink.bytes, allocatedBytes: 0 },
    known: sum(({ knows }) => knows) / clients,
    wrong: sum((model) => model.wrong(world.columns)),
  };
}

function measure(): ReplicationRunReport {
  for (let i = 0; i < warmUpTicks; i++) tick(true);
  const before = allocated();
  for (let i = 0; i < allocationTicks; i++) tick(false);
  const allocatedBytes = (allocated() - before) / allocationTicks;
  const [packets, bytes] = [sink.packets, sink.bytes];
  [composeUs, acknowledgeUs] = [0, 0];
  const endMs = performance.now() + seconds * 1000;
  while (performance.now() < endMs) for (let i = 0; i < 30; i++) tick(true);
  return {
    snapshots: sink.packets - packets,
    composeNs: composeUs * 1000,
    acknowledgeNs: acknowledgeUs * 1000,
    bytes: sink.bytes - bytes,
    allocatedBytes,
    known: 0,
    wrong: 0,
  };
}

answer(seconds === 0 ? prove() : measure());
process.disconnect?.();
