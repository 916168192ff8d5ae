// Whose a guest's name is, on a whole server: a secret's, through leaving, losing the session and a restart.

import { describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import type { GameClient } from '#client/game-client.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { WholeServer } from '../../../src/simulate/whole-server.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { smallContent } from '../../support/worlds/small-content.js';

const content = smallContent();
const secret = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const guest = (n: number, name = 'Ada') => ({ kind: 'guest', name, secret: secret(n) }) as const;
const somebodyElses = {
  kind: 'disconnected',
  reason: DisconnectReason.nameTaken,
  detail: 'this name belongs to somebody else',
  byPeer: true,
};

async function enter(server: WholeServer, n: number, name?: string): Promise<GameClient> {
  const { client } = server.join('', {}, guest(n, name));
  await server.until(() => client.isInWorld);
  return client;
}

async function refused(server: WholeServer, n: number, name?: string): Promise<void> {
  const { client } = server.join('', {}, guest(n, name));
  await server.until(() => client.ended !== undefined);
  expect(client.ended).toEqual(somebodyElses);
}

async function left(server: WholeServer, client: GameClient): Promise<void> {
  client.leave();
  await server.until(() => client.ended !== undefined);
  await server.run(10);
}

describe('a guest’s name', () => {
  it('belongs to the secret that made it, whatever its case', async () => {
    const server = new WholeServer({ content });
    await left(server, await enter(server, 1));
    await refused(server, 2, 'ADA');
    expect((await enter(server, 1)).isInWorld).toBe(true);
  });

  it('does so before it was ever stored, and who plays it plays on', async () => {
    const server = new WholeServer({ content });
    const first = await enter(server, 1);
    await refused(server, 2);
    await server.run(30);
    expect(first.isInWorld).toBe(true);
  });

  it('is taken over by a second session with the same secret', async () => {
    const server = new WholeServer({ content });
    const first = await enter(server, 1);
    const second = await enter(server, 1);
    await server.run(30);
    expect(first.ended).toMatchObject({ reason: DisconnectReason.replaced });
    expect(second.isInWorld).toBe(true);
  });

  it('is the same guest’s after a restart of the server', async () => {
    const store = new MemoryCharacterStore();
    const first = new WholeServer({ content, store });
    await enter(first, 1);
    await first.saveEverything();
    const second = new WholeServer({ content, store, journal: first.journal, startSteps: first.steps });
    await refused(second, 2);
    await enter(second, 1);
  });

  it('from before guests had secrets belongs to the first guest who joins with it', async () => {
    const store = new MemoryCharacterStore();
    await store.create(
      storedCharacter({
        name: 'Ada',
        accountId: nilAccountId,
        mapKey: 'field',
        x: 20,
        y: 20,
        playedSeconds: 60,
      }),
      0,
    );
    const server = new WholeServer({ content, store });
    const first = await enter(server, 1);
    await server.until(() => first.self.tick > 0);
    expect(first.self.x).toBeCloseTo(20, 0);
    await left(server, first);
    await refused(server, 2);
    const again = await enter(server, 1);
    await server.until(() => again.self.tick > 0);
    expect(again.self.x).toBeCloseTo(20, 0);
  });

  it('is a resumed session’s, and nobody else’s meanwhile', async () => {
    const server = new WholeServer({ content });
    const lost = server.join('', {}, guest(1));
    await server.until(() => lost.client.isInWorld && lost.client.session.resumeCredentials !== undefined);
    const credentials = lost.client.session.resumeCredentials;
    server.crash(lost);
    await refused(server, 2);
    const { client } = server.join('', {}, credentials);
    await server.until(() => client.isInWorld);
  });
});
