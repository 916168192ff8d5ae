// What every registry of game servers, and every store of their tokens, promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ServerDescription, ServerRegistry } from '#ports/server-registry.js';
import type { ServerTokenStore } from '#ports/server-token-store.js';
import { sample } from './telemetry-history.js';

export function testServerRegistry(name: string, make: () => Promise<ServerRegistry>): void {
  describe(`${name} as a server registry`, () => {
    const tokenId = randomUUID();
    let registry: ServerRegistry;
    beforeEach(async () => {
      registry = await make();
    });

    it('knows a server after it registered', async () => {
      const server = description({ name: 'local' });
      expect(await registry.register(server, tokenId, 5_000)).toBe('registered');
      expect(await registry.find(server.id)).toEqual({
        ...server,
        tokenId,
        lastSeenAtUnixMs: 5_000,
        players: 0,
        draining: false,
        stopped: false,
        latest: undefined,
      });
      expect(await registry.find(randomUUID())).toBeUndefined();
    });

    it('replaces the description when the same server registers again', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      const moved = { ...server, host: '10.0.0.2', maps: ['meadow', 'cave'] };
      await registry.register(moved, tokenId, 6_000);
      expect(await registry.find(server.id)).toMatchObject(moved);
      expect(await registry.list()).toHaveLength(1);
    });

    it('refuses another token for a known server', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      expect(await registry.register({ ...server, name: 'stolen' }, randomUUID(), 6_000)).toBe(
        'foreign-token',
      );
      expect((await registry.find(server.id))?.name).toBe('local');
    });

    it('takes heartbeats and telemetry as signs of life', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      expect(await registry.heartbeat(server.id, { players: 3, draining: true }, 6_000)).toBe(true);
      expect(await registry.find(server.id)).toMatchObject({
        players: 3,
        draining: true,
        lastSeenAtUnixMs: 6_000,
      });
      const measured = sample({ atUnixMs: 6_500, players: 4 });
      expect(await registry.noteTelemetry(server.id, measured, 7_000)).toBe(true);
      expect(await registry.find(server.id)).toMatchObject({
        players: 4,
        latest: measured,
        lastSeenAtUnixMs: 7_000,
      });
    });

    it('answers false for signs of life of a server it does not know', async () => {
      const beat = { players: 0, draining: false };
      expect(await registry.heartbeat(randomUUID(), beat, 1_000)).toBe(false);
      expect(await registry.noteTelemetry(randomUUID(), sample({ atUnixMs: 0 }), 1_000)).toBe(false);
    });

    it('marks a server stopped until it is heard of again', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      await registry.heartbeat(server.id, { players: 3, draining: false }, 6_000);
      await registry.markStopped(server.id);
      expect(await registry.find(server.id)).toMatchObject({ stopped: true, players: 0 });
      await registry.heartbeat(server.id, { players: 1, draining: false }, 7_000);
      expect(await registry.find(server.id)).toMatchObject({ stopped: false, players: 1 });
    });

    it('lists by name', async () => {
      for (const serverName of ['c', 'a', 'b']) {
        await registry.register(description({ name: serverName }), tokenId, 5_000);
      }
      expect((await registry.list()).map((server) => server.name)).toEqual(['a', 'b', 'c']);
    });
  });
}

export function testServerTokenStore(name: string, make: () => Promise<ServerTokenStore>): void {
  describe(`${name} as a server token store`, () => {
    const token = (tokenDigest: string, expiresAtUnixMs?: number) => ({
      id: randomUUID(),
      label: 'local',
      tokenDigest,
      createdAtUnixMs: 1_000,
      expiresAtUnixMs,
    });

    it('finds by digest what was added', async () => {
      const store = await make();
      const lasting = token('a'.repeat(64));
      const limited = token('b'.repeat(64), 9_000);
      await store.add(lasting);
      await store.add(limited);
      expect(await store.find(lasting.tokenDigest)).toEqual(lasting);
      expect(await store.find(limited.tokenDigest)).toEqual(limited);
      expect(await store.find('c'.repeat(64))).toBeUndefined();
    });

    it('keeps the first when a digest is added again', async () => {
      const store = await make();
      const first = token('a'.repeat(64));
      await store.add(first);
      await store.add(token('a'.repeat(64)));
      expect(await store.find(first.tokenDigest)).toEqual(first);
    });

    it('removes by id, and says whether it was there', async () => {
      const store = await make();
      const known = token('a'.repeat(64));
      await store.add(known);
      expect(await store.remove(known.id)).toBe(true);
      expect(await store.remove(known.id)).toBe(false);
      expect(await store.find(known.tokenDigest)).toBeUndefined();
    });
  });
}

export function description(part: Partial<ServerDescription>): ServerDescription {
  return {
    id: randomUUID(),
    name: 'local',
    version: '1.0.0',
    host: '127.0.0.1',
    udpPort: 7777,
    httpPort: 7780,
    startedAtUnixMs: 1_700_000_000_000,
    playersMax: 1_000,
    udpAdapter: 'dgram',
    maps: ['meadow'],
    publicKey: 'ab'.repeat(32),
    protocolHash: 'cd'.repeat(8),
    ...part,
  };
}
