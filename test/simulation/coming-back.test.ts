// The columns of the table “What stays with a character” (ARCHITECTURE.md) that lead through a store: on a whole server,
// with real clients, over leaving, losing the connection and a restart of the server.

import { describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/character-store.js';
import { RefusalReason } from '#domain/game/vocabulary.js';
import type { GameClient } from '#client/game-client.js';
import { WholeServer } from '../../src/simulate/whole-server.js';
import { Skill, smallContent } from '../support/small-content.js';

/** Mending takes a minute to be ready again. */
const content = smallContent({
  skills: smallContent()
    .skills.filter((skill) => skill !== undefined)
    .map((skill) => ({ ...skill, cooldownTicks: 3600, globalCooldownTicks: 30 })),
});

async function enter(server: WholeServer, refused: number[] = []): Promise<GameClient> {
  const client = server.connect('Ada', { onRefused: ({ reason }) => refused.push(reason) });
  await server.until(() => client.isInWorld);
  return client;
}

const game = (server: WholeServer) => server.simulation.parts.simulation.game;
const placeOf = (server: WholeServer) => [...game(server).seats.all()][0]!.place;

async function mend(server: WholeServer, client: GameClient): Promise<void> {
  client.useSkill(Skill.mend, 0);
  await server.run(40);
}

/** The same store, another process: another clock reading, another world. */
async function restart(server: WholeServer, store: MemoryCharacterStore, pauseMs = 0): Promise<WholeServer> {
  await server.saveEverything();
  return new WholeServer({ content, store, startSteps: Math.ceil(server.steps + (pauseMs * 60) / 1000) });
}

describe('a cooldown', () => {
  it('outlasts a restart of the server, and runs on meanwhile', async () => {
    const store = new MemoryCharacterStore();
    const first = new WholeServer({ content, store });
    await mend(first, await enter(first));
    const second = await restart(first, store, 20_000);
    const refused: number[] = [];
    const client = await enter(second, refused);
    await mend(second, client);
    expect(refused).toEqual([RefusalReason.onCooldown]);
    const third = await restart(second, store, 60_000);
    refused.length = 0;
    await mend(third, await enter(third, refused));
    expect(refused).toEqual([]);
  });

  it('outlasts leaving and joining', async () => {
    const server = new WholeServer({ content });
    const client = await enter(server);
    await mend(server, client);
    client.leave();
    await server.until(() => client.ended !== undefined);
    const refused: number[] = [];
    await mend(server, await enter(server, refused));
    expect(refused).toEqual([RefusalReason.onCooldown]);
  });

  it('goes on when the session is resumed', async () => {
    const server = new WholeServer({ content });
    const lost = server.join('Ada', {});
    await server.until(() => lost.client.isInWorld);
    await mend(server, lost.client);
    const credentials = lost.client.session.resumeCredentials;
    server.crash(lost);
    const refused: number[] = [];
    const { client } = server.join('Ada', { onRefused: ({ reason }) => refused.push(reason) }, credentials);
    await server.until(() => client.isInWorld);
    await mend(server, client);
    expect(refused).toEqual([RefusalReason.onCooldown]);
  });
});

describe('death', () => {
  it('outlasts a restart of the server, where one died', async () => {
    const store = new MemoryCharacterStore();
    const first = new WholeServer({ content, store });
    await enter(first);
    const { battle, movement, world } = game(first);
    movement.teleport(placeOf(first), 0, 20, 20, 0);
    battle.harm(placeOf(first), placeOf(first), 1000);
    await first.run(30);
    const second = await restart(first, store);
    const refused: number[] = [];
    const client = await enter(second, refused);
    const { dead, transform } = game(second).world.components;
    expect(dead.has(placeOf(second))).toBe(true);
    expect(transform.columns.x[placeOf(second)]).toBe(20);
    expect(world.components.dead.has(placeOf(first))).toBe(true);
    await second.run(60);
    client.respawn();
    await second.run(30);
    expect(refused).toEqual([]);
    expect(dead.has(placeOf(second))).toBe(false);
  });
});
