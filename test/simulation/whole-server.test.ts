// Behaviour that players rely on, through the real client library, sealed packets and a simulated network.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { loadContent } from '#adapters/content-files/load-content.js';
import type { GameClient } from '#client/game-client.js';
import type { Content } from '#domain/content/content.js';
import { WholeServer } from '../support/servers/whole-server.js';

let content: Content;

beforeEach(async () => {
  const loaded = await loadContent('content');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  content = loaded.content;
});

function walkAround(client: GameClient, index: number): void {
  const turn = (client.self.tick + index * 17) % 240;
  const [x, y] = turn < 60 ? [1, 0] : turn < 120 ? [0, 1] : turn < 180 ? [-1, 0] : [0, -1];
  client.move(x, y, turn, 1);
}

describe('a whole server in one thread', () => {
  it('lets a guest join, with the character, place and items of a beginner', async () => {
    const server = new WholeServer({ content });
    const ada = server.connect('Ada');
    await server.until(() => ada.isInWorld && ada.self.tick > 0);
    expect(ada.self).toMatchObject({
      name: 'Ada',
      mapKey: content.maps.find((map) => map.key === ada.self.mapKey)?.key,
      level: 1,
    });
    expect(ada.self.health).toBe(ada.self.healthMax);
    // It is told of when the store has given it an id.
    await server.until(() => server.directory.online().length > 0);
    expect(server.directory.online()).toMatchObject([{ characterId: 1, characterName: 'Ada', level: 1 }]);
  });

  it('moves a player at 5 m/s and no faster, however fast the client claims to walk', async () => {
    const server = new WholeServer({ content });
    const ada = server.connect('Ada');
    await server.until(() => ada.self.tick > 0);
    const from = { x: ada.self.x, y: ada.self.y };
    // Four steps of six ticks every tick: twenty-four times as many as time allows.
    await server.run(120, (client) => {
      for (let i = 0; i < 4; i++) client.move(0, 1, 64, 6);
    });
    const walkedM = Math.hypot(ada.self.x - from.x, ada.self.y - from.y);
    expect(walkedM).toBeGreaterThan(1);
    expect(walkedM).toBeLessThanOrEqual(5 * 2 + 1.5);
  });

  it('shows players to each other and lets them hear each other', async () => {
    const server = new WholeServer({ content });
    const heard: string[] = [];
    const ada = server.connect('Ada', { onChat: ({ name, text }) => heard.push(`${name}: ${text}`) });
    const bob = server.connect('Bob');
    await server.until(() => ada.self.tick > 0 && bob.self.tick > 0);
    await server.until(() => [...ada.entities.all()].some(({ name }) => name === 'Bob'));
    bob.chat(1, 'good morning');
    await server.until(() => heard.length > 0);
    expect(heard).toEqual(['Bob: good morning']);
  });

  it('brings a player back where it left, with what it had', async () => {
    const store = new MemoryCharacterStore();
    const first = new WholeServer({ content, store });
    const ada = first.connect('Ada');
    await first.until(() => ada.self.tick > 0);
    await first.run(90, walkAround);
    // The last steps are still on their way.
    await first.run(20);
    const left = { x: ada.self.x, y: ada.self.y, coins: ada.self.coins, inventory: [...ada.self.inventory] };
    ada.leave();
    await first.until(() => ada.ended !== undefined);
    await first.saveEverything();

    const second = new WholeServer({ content, store, journal: first.journal, seed: 2 });
    const again = second.connect('ada');
    await second.until(() => again.self.tick > 0);
    expect(again.self.x).toBeCloseTo(left.x, 0);
    expect(again.self.y).toBeCloseTo(left.y, 0);
    expect(again.self.coins).toBe(left.coins);
    expect([...again.self.inventory]).toEqual(left.inventory);
  });

  it('keeps the newer of two sessions of one character', async () => {
    const server = new WholeServer({ content });
    const older = server.connect('Ada');
    await server.until(() => older.self.tick > 0);
    const newer = server.connect('Ada');
    await server.until(() => newer.self.tick > 0 && older.ended !== undefined);
    expect(older.ended).toMatchObject({ kind: 'disconnected', byPeer: true });
    expect(newer.isInWorld).toBe(true);
    expect(server.directory.online()).toHaveLength(1);
  });

  it('serves clients of several gateways in one world', async () => {
    const server = new WholeServer({ content, gateways: 2 });
    const ada = server.connect('Ada');
    const bob = server.connect('Bob');
    for (let i = 0; server.gateways.some(({ sessions }) => sessions === 0); i++) {
      server.connect(`other-${i}`);
      await server.run(60);
    }
    await server.until(() => [...ada.entities.all()].some(({ name }) => name === 'Bob'), 600);
    await server.until(() => [...bob.entities.all()].some(({ name }) => name === 'Ada'), 600);
  });

  it('every client agrees with the world when a bad network is well again', async () => {
    const server = new WholeServer({
      content,
      network: { conditions: { lossRatio: 0.15, duplicateRatio: 0.05, delayMs: 40, jitterMs: 30 } },
    });
    for (let i = 0; i < 20; i++) server.connect(`walker-${i}`);
    await server.until(() => server.clients.every(({ self }) => self.tick > 0), 1200);
    await server.run(300, walkAround);
    await server.run(180);
    const { columns } = server.simulation.frame;
    for (const client of server.clients) {
      // All walk where they began, within sight of each other.
      expect([...client.entities.all()].length).toBeGreaterThan(1);
      for (const entity of client.entities.all()) {
        const row = entity.id & 0xffff;
        expect(columns.id[row]).toBe(entity.id);
        if (entity.kind !== 1 || entity.id === client.self.entity) continue;
        expect([entity.x, entity.y]).toEqual([columns.x[row]! / 64, columns.y[row]! / 64]);
      }
      expect(client.entities.orphanUpdates).toBe(0);
      expect(client.figures.malformed).toBe(0);
    }
  }, 60_000);

  it('refuses guests when it is told to', async () => {
    const server = new WholeServer({ content, guestsAllowed: false });
    const ada = server.connect('Ada');
    await server.until(() => ada.ended !== undefined);
    expect(ada.ended).toMatchObject({ kind: 'denied' });
  });

  it('runs the same way again with the same seed', async () => {
    const hashes: string[] = [];
    for (let round = 0; round < 2; round++) {
      const server = new WholeServer({
        content,
        seed: 7,
        network: { conditions: { lossRatio: 0.1, delayMs: 20 } },
      });
      for (let i = 0; i < 8; i++) server.connect(`walker-${i}`);
      await server.run(400, walkAround);
      hashes.push(server.simulation.hash());
    }
    expect(hashes[1]).toBe(hashes[0]);
  }, 60_000);
});
