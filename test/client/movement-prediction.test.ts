// The client's prediction against the real server: the same mover, the same maps, a network in between.

import { teleport } from '#domain/body/movement.js';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { LinkConditions } from '#adapters/memory/network/datagram-network.js';
import { GameClient } from '#client/game-client.js';
import type { Content } from '#domain/content/content.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { ContentMovement } from '#src/bots/content-movement.js';
import { requireContent } from '#src/process/require-content.js';
import { serverAddress, WholeServer } from '../support/servers/whole-server.js';

const walkM = 5 / 60;
/** Positions travel in 1/1024 m. */
const wireM = 1 / 1024;

let content: Content;

beforeAll(async () => {
  content = await requireContent('content');
});

interface Walk {
  readonly server: WholeServer;
  readonly client: GameClient;
  /** Where the server has the character, with all its digits. */
  truth(): { x: number; y: number };
  /** Longest way that what is shown made within one frame, in metres. */
  readonly longestFrameM: () => number;
  /** What happens to what the client sends. */
  readonly link: LinkConditions;
}

async function enter(conditions: Partial<LinkConditions>, seed = 1): Promise<Walk> {
  const server = new WholeServer({ content, seed, network: { conditions } });
  const socket = server.network.open(addressOf('127.0.0.1', 30_000));
  const client = new GameClient({
    socket,
    crypto: server.crypto,
    random: server.random,
    clock: server.clock,
    serverAddress: serverAddress,
    credentials: { kind: 'guest', name: 'Ada' },
    movementModel: new ContentMovement(content),
    listener: {},
  });
  server.clients.push(client);
  await server.until(() => client.isInWorld && client.self.tick > 0);
  let longestM = 0;
  const { movement } = client;
  const last = { x: movement.x, y: movement.y };
  const update = client.update.bind(client);
  client.update = () => {
    update();
    client.show();
    longestM = Math.max(longestM, Math.hypot(movement.shownX - last.x, movement.shownY - last.y));
    last.x = movement.shownX;
    last.y = movement.shownY;
  };
  return {
    server,
    client,
    truth: () => truthOf(server, client),
    longestFrameM: () => longestM,
    link: socket.conditions,
  };
}

function truthOf(server: WholeServer, client: GameClient): { x: number; y: number } {
  const { transform } = server.simulation.parts.simulation.game.world.components;
  const row = client.self.entity & 0xffff;
  return { x: transform.columns.x[row]!, y: transform.columns.y[row]! };
}

/** Straight on, along curves, into walls and round corners; steps of two ticks, as 30 inputs a second make them. */
function wander(): (client: GameClient) => void {
  let frame = 0;
  return (client) => {
    if (frame++ % 2 !== 0) return;
    const angle = Math.floor(frame / 90) * 2.1 + Math.sin(frame / 40);
    client.move(Math.cos(angle) * 1.2, Math.sin(angle) * 1.2, frame & 0xff, 2);
  };
}

describe('prediction and reconciliation', () => {
  it('predicts exactly what the server does when nothing is lost, walls and corners included', async () => {
    const walk = await enter({ delayMs: 40 });
    const from = { ...walk.truth() };
    expect({ x: walk.client.movement.x, y: walk.client.movement.y }).toEqual(from);
    await walk.server.run(1200, wander());
    expect(walk.client.movement.unappliedSteps).toBeGreaterThan(0);
    await walk.server.run(30);
    const { movement } = walk.client;
    expect(Math.hypot(movement.x - from.x, movement.y - from.y)).toBeGreaterThan(3);
    expect({ x: movement.x, y: movement.y }).toEqual(walk.truth());
    expect(movement).toMatchObject({ corrections: 0, unappliedSteps: 0 });
    expect(walk.longestFrameM()).toBeLessThan(walkM * 1.5);
  });

  it('the player is shown where its keys have brought it, a round trip before the server tells', async () => {
    const { server, client } = await enter({ delayMs: 100 });
    await server.run(12, (each) => each.move(1, 0, 0, 1));
    expect(client.self.x).toBeCloseTo(client.movement.x - 12 * walkM, 9);
    expect(client.movement.shownX).toBeCloseTo(client.self.x + 11 * walkM, 2);
  });

  it.each([1, 2, 3])(
    'converges under 10 % loss and 100 ± 30 ms, and what is shown does not jump (seed %i)',
    async (seed) => {
      const { server, client, truth, longestFrameM } = await enter(
        { lossRatio: 0.1, delayMs: 70, jitterMs: 60 },
        seed,
      );
      await server.run(900, wander());
      expect(client.figures.lossRatio).toBeGreaterThan(0.02);
      await server.run(120);
      const { movement } = client;
      expect(Math.abs(movement.x - truth().x)).toBeLessThanOrEqual(wireM);
      expect(Math.abs(movement.y - truth().y)).toBeLessThanOrEqual(wireM);
      expect([movement.shownX, movement.shownY]).toEqual([
        expect.closeTo(movement.x, 3),
        expect.closeTo(movement.y, 3),
      ]);
      expect(movement.teleports).toBe(0);
      expect(longestFrameM()).toBeLessThan(walkM * 4);
    },
  );

  it('a character that the server put elsewhere is shown there at once', async () => {
    const { server, client, truth } = await enter({ delayMs: 30 });
    const { game } = server.simulation.parts.simulation;
    const row = client.self.entity & 0xffff;
    const map = game.world.components.transform.columns.map[row]!;
    teleport(game.world, row, map, truth().x + 20, truth().y, 0);
    await server.until(() => client.movement.teleports === 1, 30);
    expect(client.movement.x).toBe(truth().x);
    expect(client.movement.shownX).toBe(truth().x);
  });

  it('through a portal it goes on exactly on the other map', async () => {
    const { server, client, truth } = await enter({ lossRatio: 0.05, delayMs: 50, jitterMs: 30 });
    const { game } = server.simulation.parts.simulation;
    const row = client.self.entity & 0xffff;
    const map = game.world.maps[game.world.components.transform.columns.map[row]!]!;
    const portal = map.definition.portals[0]!;
    teleport(game.world, row, map.index, portal.x + portal.width / 2, portal.y + portal.height / 2, 0);
    await server.until(
      () => client.self.mapKey === portal.targetMapKey,
      120,
      (each) => each.move(0, 1, 64, 1),
    );
    await server.run(200, wander());
    await server.run(60);
    expect(Math.abs(client.movement.x - truth().x)).toBeLessThanOrEqual(wireM);
    expect(Math.abs(client.movement.y - truth().y)).toBeLessThanOrEqual(wireM);
    expect(client.movement.corrections).toBeLessThan(12);
  });

  it('the last step arrives although no other follows it and the datagram with it is lost', async () => {
    const { server, client, truth, link } = await enter({ delayMs: 30 });
    const from = { ...truth() };
    link.lossRatio = 1;
    client.move(0, 1, 64, 6);
    await server.run(6);
    link.lossRatio = 0;
    await server.run(20);
    expect(truth().y).toBeCloseTo(from.y + 0.5, 9);
    expect(client.movement).toMatchObject({ unappliedSteps: 0, corrections: 0, y: truth().y });
  });

  it('steps that never arrive are taken back', async () => {
    const { server, client, truth, link } = await enter({ delayMs: 30 });
    const from = { ...truth() };
    link.lossRatio = 1;
    client.move(0, 1, 64, 6);
    await server.run(90);
    link.lossRatio = 0;
    expect(client.movement).toMatchObject({ y: from.y, corrections: 1 });
    await server.run(12, (each) => each.move(1, 0, 0, 1));
    await server.run(20);
    expect({ x: client.movement.x, y: client.movement.y }).toEqual(truth());
    expect(client.movement.y).toBe(from.y);
  });

  it('without a model the character is where the server saw it last', async () => {
    const server = new WholeServer({ content });
    const client = server.connect('Ada');
    await server.until(() => client.self.tick > 0);
    await server.run(30, (each) => each.move(1, 0, 0, 1));
    expect(client.movement.x).toBe(client.self.x);
  });
});
