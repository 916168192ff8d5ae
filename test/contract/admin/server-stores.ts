// What every registry of game servers, and every store of their tokens, promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { noToken, serversMax, type ServerRegistry } from '#ports/admin/servers/server-registry.js';
import type { ServerToken, ServerTokenStore } from '#ports/admin/tokens/server-token-store.js';
import { description, sample } from '../../support/admin/server-examples.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

export const contracts: StoreContracts = {
  servers: (name, stage) => testServerRegistry(name, async () => (await stage()).stores.servers),
  serverTokens: (name, stage) => testServerTokenStore(name, async () => (await stage()).stores.serverTokens),
};

function testServerRegistry(name: string, make: () => Promise<ServerRegistry>): void {
  describe(`${name} as a server registry`, () => {
    const tokenId = randomUUID();
    let registry: ServerRegistry;
    beforeEach(async () => {
      registry = await make();
    });

    it('knows a server after it registered', async () => {
      const server = description({ name: 'local' });
      const first = await registry.register(server, tokenId, 5_000);
      expect(first).toEqual({ answer: 'registered', before: undefined });
      expect(await registry.find(server.id)).toEqual({
        ...server,
        tokenId,
        lastSeenAtUnixMs: 5_000,
        players: 0,
        draining: false,
        stopped: false,
        closedVerbs: [],
        planned: undefined,
        checks: undefined,
        checksAtUnixMs: undefined,
        latestAtUnixMs: undefined,
        latest: undefined,
        pendingAddress: undefined,
      });
      expect(await registry.find(randomUUID())).toBeUndefined();
    });

    it('replaces the description and the token when the same server registers again', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      const grown = { ...server, name: 'larger', maps: ['meadow', 'cave'] };
      const other = randomUUID();
      expect(await registry.register(grown, other, 6_000)).toMatchObject({
        answer: 'registered',
        before: { name: 'local', tokenId },
      });
      expect(await registry.find(server.id)).toMatchObject({ ...grown, tokenId: other });
      expect(await registry.list()).toHaveLength(1);
    });

    it('refuses another key for a known server, and changes nothing', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      const before = await registry.find(server.id);
      const stolen = { ...server, name: 'stolen', publicKey: 'cd'.repeat(32) };
      expect(await registry.register(stolen, tokenId, 6_000)).toEqual({ answer: 'other-key', before });
      expect(await registry.find(server.id)).toEqual(before);
    });

    it('keeps a known server where it is until an operator agrees to another address', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      const before = (await registry.find(server.id))!;
      const moved = { ...server, name: 'moved', host: '10.0.0.2', udpPort: 7000 };
      const pendingAddress = { host: '10.0.0.2', udpPort: 7000 };
      expect(await registry.register(moved, tokenId, 6_000)).toEqual({ answer: 'moved', before });
      expect(await registry.find(server.id)).toEqual({ ...before, pendingAddress });
      expect(await registry.setAddress(server.id, pendingAddress)).toEqual({ ...before, pendingAddress });
      expect(await registry.find(server.id)).toEqual({ ...before, ...pendingAddress });
      expect(await registry.register(moved, tokenId, 7_000)).toMatchObject({ answer: 'registered' });
      expect(await registry.setAddress(randomUUID(), pendingAddress)).toBeUndefined();
    });

    it('takes no more than it may hold, until one is removed', async () => {
      const server = description({});
      await registry.register(server, tokenId, 5_000);
      for (let i = 1; i < serversMax; i++) await registry.register(description({}), tokenId, 5_000);
      const late = description({});
      expect((await registry.register(late, tokenId, 6_000)).answer).toBe('too-many-servers');
      expect((await registry.register(server, tokenId, 6_000)).answer).toBe('registered');
      expect(await registry.remove(server.id)).toMatchObject({ id: server.id });
      expect(await registry.remove(server.id)).toBeUndefined();
      expect((await registry.register(late, tokenId, 6_000)).answer).toBe('registered');
    }, 60_000);

    it('removes those not heard of for long', async () => {
      const [silent, heard] = [description({ name: 'silent' }), description({ name: 'heard' })];
      for (const server of [silent, heard]) await registry.register(server, tokenId, 5_000);
      await registry.heartbeat(heard.id, tokenId, { players: 0, draining: false }, 9_000);
      expect((await registry.removeUnseen(9_000)).map(({ name: gone }) => gone)).toEqual(['silent']);
      expect((await registry.list()).map(({ name: left }) => left)).toEqual(['heard']);
    });

    it('takes nothing more with a token that was released, and counts its servers as stopped', async () => {
      const [own, foreign] = [description({ name: 'own' }), description({ name: 'foreign' })];
      await registry.register(own, tokenId, 5_000);
      await registry.register(foreign, randomUUID(), 5_000);
      expect(await registry.releaseToken(tokenId)).toMatchObject([{ id: own.id, stopped: true }]);
      const beat = { players: 3, draining: false };
      expect(await registry.heartbeat(own.id, tokenId, beat, 6_000)).toBe(false);
      expect(await registry.noteTelemetry(own.id, tokenId, sample({ atUnixMs: 0 }), 6_000)).toBe(false);
      expect(await registry.find(own.id)).toMatchObject({ tokenId: noToken, stopped: true, players: 0 });
      expect(await registry.find(foreign.id)).toMatchObject({ stopped: false });
    });

    it('takes heartbeats and telemetry as signs of life', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      expect(await registry.heartbeat(server.id, tokenId, { players: 3, draining: true }, 6_000)).toBe(true);
      expect(await registry.find(server.id)).toMatchObject({
        players: 3,
        draining: true,
        lastSeenAtUnixMs: 6_000,
      });
      const measured = sample({ atUnixMs: 6_500, players: 4 });
      expect(await registry.noteTelemetry(server.id, tokenId, measured, 7_000)).toBe(true);
      expect(await registry.find(server.id)).toMatchObject({
        players: 4,
        latest: measured,
        lastSeenAtUnixMs: 7_000,
      });
    });

    it('knows what a server said last of what is switched off there', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      const beat = { players: 0, draining: false };
      await registry.heartbeat(server.id, tokenId, { ...beat, closedVerbs: ['trade', 'buy'] }, 6_000);
      await registry.noteTelemetry(server.id, tokenId, sample({ atUnixMs: 6_500 }), 6_500);
      expect(await registry.find(server.id)).toMatchObject({ closedVerbs: ['trade', 'buy'] });
      await registry.heartbeat(server.id, tokenId, beat, 7_000);
      expect(await registry.find(server.id)).toMatchObject({ closedVerbs: [] });
    });

    it('knows how a server judged itself last', async () => {
      const server = description({ name: 'north' });
      await registry.register(server, tokenId, 5_000);
      const beat = { players: 1, draining: false };
      const checks = [
        { name: 'simulation', ok: true },
        { name: 'characters-saved', ok: false, reason: 'disk full' },
      ];
      await registry.heartbeat(server.id, tokenId, { ...beat, checks }, 6_000);
      expect(await registry.find(server.id)).toMatchObject({ checks, checksAtUnixMs: 6_000 });
      await registry.noteTelemetry(server.id, tokenId, sample({ atUnixMs: 1 }), 6_500);
      expect(await registry.find(server.id)).toMatchObject({ checksAtUnixMs: 6_000, latestAtUnixMs: 6_500 });
      await registry.heartbeat(server.id, tokenId, beat, 7_000);
      expect((await registry.find(server.id))!.checks).toBeUndefined();
    });

    it('knows what a server said last of what is planned there', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      const beat = { players: 0, draining: false };
      const planned = {
        atUnixMs: 9_000_000,
        graceSeconds: 60,
        then: 'restart',
        text: 'We mend the mill.',
      } as const;
      await registry.heartbeat(server.id, tokenId, { ...beat, planned }, 6_000);
      await registry.noteTelemetry(server.id, tokenId, sample({ atUnixMs: 6_500 }), 6_500);
      expect((await registry.find(server.id))!.planned).toEqual(planned);
      await registry.heartbeat(server.id, tokenId, beat, 7_000);
      expect((await registry.find(server.id))!.planned).toBeUndefined();
      await registry.heartbeat(server.id, tokenId, { ...beat, planned }, 8_000);
      await registry.register(server, tokenId, 9_000);
      expect((await registry.find(server.id))!.planned).toBeUndefined();
    });

    it('answers false for signs of life of a server it does not know', async () => {
      const beat = { players: 0, draining: false };
      expect(await registry.heartbeat(randomUUID(), tokenId, beat, 1_000)).toBe(false);
      expect(await registry.noteTelemetry(randomUUID(), tokenId, sample({ atUnixMs: 0 }), 1_000)).toBe(false);
    });

    it('marks a server stopped until it is heard of again', async () => {
      const server = description({ name: 'local' });
      await registry.register(server, tokenId, 5_000);
      await registry.heartbeat(server.id, tokenId, { players: 3, draining: false }, 6_000);
      await registry.markStopped(server.id);
      expect(await registry.find(server.id)).toMatchObject({ stopped: true, players: 0 });
      await registry.heartbeat(server.id, tokenId, { players: 1, draining: false }, 7_000);
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

function testServerTokenStore(name: string, make: () => Promise<ServerTokenStore>): void {
  describe(`${name} as a server token store`, () => {
    const token = (tokenDigest: string, part: Partial<ServerToken> = {}): ServerToken => ({
      id: randomUUID(),
      label: 'local',
      kind: 'game-server',
      tokenDigest,
      createdAtUnixMs: 1_000,
      expiresAtUnixMs: undefined,
      lastUsedAtUnixMs: undefined,
      revokedAtUnixMs: undefined,
      serverId: undefined,
      ...part,
    });
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];

    it('finds by digest what was added', async () => {
      const store = await make();
      const lasting = token(a);
      const limited = token(b, { expiresAtUnixMs: 9_000, kind: 'login-service' });
      await store.add(lasting);
      await store.add(limited);
      expect(await store.find(a)).toEqual(lasting);
      expect(await store.find(b)).toEqual(limited);
      expect(await store.find('c'.repeat(64))).toBeUndefined();
    });

    it('keeps the first when a digest is added again', async () => {
      const store = await make();
      const first = token(a);
      await store.add(first);
      await store.add(token(a));
      expect(await store.find(a)).toEqual(first);
    });

    it('revokes once, and adding it again does not bring it back', async () => {
      const store = await make();
      const known = token(a);
      await store.add(known);
      const revoked = { ...known, revokedAtUnixMs: 5_000 };
      expect(await store.revoke(known.id, 5_000)).toEqual(revoked);
      expect(await store.revoke(known.id, 6_000)).toBeUndefined();
      expect(await store.revoke(randomUUID(), 6_000)).toBeUndefined();
      await store.add(token(a));
      expect(await store.find(a)).toEqual(revoked);
    });

    it('lists the newest first', async () => {
      const store = await make();
      await store.add(token(a, { label: 'old' }));
      await store.add(token(b, { label: 'new', createdAtUnixMs: 2_000 }));
      expect((await store.list()).map(({ label }) => label)).toEqual(['new', 'old']);
    });

    it('remembers when it was used last', async () => {
      const store = await make();
      const known = token(a);
      await store.add(known);
      await store.noteUsed(known.id, 7_000);
      expect(await store.find(a)).toEqual({ ...known, lastUsedAtUnixMs: 7_000 });
    });

    it('binds a token to one server for good', async () => {
      const store = await make();
      const known = token(a);
      const [mine, other] = [randomUUID(), randomUUID()];
      await store.add(known);
      expect(await store.bind(known.id, mine)).toBe(true);
      expect(await store.bind(known.id, mine)).toBe(true);
      expect(await store.bind(known.id, other)).toBe(false);
      expect(await store.bind(randomUUID(), mine)).toBe(false);
      expect(await store.find(a)).toEqual({ ...known, serverId: mine });
    });

    it('gives a challenge out once, the newest of the token', async () => {
      const store = await make();
      const known = token(a);
      await store.add(known);
      expect(await store.takeChallenge(known.id)).toBeUndefined();
      await store.keepChallenge(known.id, { secret: '1'.repeat(64), askedAtUnixMs: 1_000 });
      await store.keepChallenge(known.id, { secret: '2'.repeat(64), askedAtUnixMs: 2_000 });
      const taken = await Promise.all([store.takeChallenge(known.id), store.takeChallenge(known.id)]);
      expect(taken.filter((one) => one !== undefined)).toEqual([
        { secret: '2'.repeat(64), askedAtUnixMs: 2_000 },
      ]);
    });

    it('forgets those that ended long ago', async () => {
      const store = await make();
      const [revoked, ranOut, lasting] = [
        token(a),
        token(b, { expiresAtUnixMs: 3_000 }),
        token('c'.repeat(64)),
      ];
      for (const one of [revoked, ranOut, lasting]) await store.add(one);
      await store.revoke(revoked.id, 3_000);
      await store.removeEnded(3_000);
      expect(await store.list()).toHaveLength(3);
      await store.removeEnded(3_001);
      expect(await store.list()).toEqual([lasting]);
    });
  });
}
