// Lost sessions and full servers, from the client library to the world and back.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadContent } from '#adapters/content-files/load-content.js';
import type { GameClient } from '#client/game-client.js';
import type { Content } from '#domain/content/content.js';
import { WholeServer } from '../../support/servers/whole-server.js';

let content: Content;

const gatewayOf = (client: GameClient): number => client.session.connection.connectionId >>> 24;

beforeEach(async () => {
  const loaded = await loadContent('content');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  content = loaded.content;
});

describe('a client that lost its session', () => {
  it('resumes it as the same character, which is never in the world twice, at the same gateway or another', async () => {
    const wasElsewhere = new Set<boolean>();
    for (let seed = 1; seed <= 6; seed++) {
      const resumed = await resumeOnce(seed);
      expect(await resumeOnce(seed)).toEqual(resumed);
      wasElsewhere.add(resumed.wasElsewhere);
    }
    expect(wasElsewhere).toEqual(new Set([true, false]));
  });

  /** Whether the new session was at another gateway than the one before, and the world's hash at the end. */
  async function resumeOnce(seed: number): Promise<{ wasElsewhere: boolean; hash: string }> {
    const server = new WholeServer({ content, gateways: 2, seed });
    const first = server.join('Ada', {});
    await server.until(
      () => first.client.self.tick > 0 && first.client.session.resumeCredentials !== undefined,
    );
    await server.run(60, (client) => client.move(0, 1, 64, 1));
    const { x, y, entity } = first.client.self;
    const credentials = first.client.session.resumeCredentials!;
    server.crash(first);
    const { client } = server.join('Ada', {}, credentials);
    let most = 0;
    await server.until(() => {
      most = Math.max(most, server.directory.online().length);
      return client.self.tick > 0;
    });
    await server.run(120);
    expect(most).toBe(1);
    expect(client.self.entity).toBe(entity);
    expect(Math.hypot(client.self.x - x, client.self.y - y)).toBeLessThan(1);
    expect(server.directory.online()).toHaveLength(1);
    const wasElsewhere = gatewayOf(client) !== gatewayOf(first.client);
    return { wasElsewhere, hash: server.simulation.hash() };
  }
});

describe('a full server', () => {
  it('is full as a whole; who waits comes into the world when somebody leaves', async () => {
    const server = new WholeServer({ content, gateways: 2, playersMax: 2 });
    const ada = server.connect('Ada');
    const bob = server.connect('Bob');
    await server.until(() => ada.self.tick > 0 && bob.self.tick > 0);
    const eve = server.connect('Eve');
    await server.run(120);
    expect(eve.session.queuePosition).toBe(1);
    ada.leave();
    const names = () => server.directory.online().map(({ characterName }) => characterName);
    await server.until(() => eve.self.tick > 0 && names().includes('Eve'));
    expect(names().sort()).toEqual(['Bob', 'Eve']);
  });
});
