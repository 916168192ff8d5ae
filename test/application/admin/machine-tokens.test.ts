// Tokens of machines: made, used, revoked; and the ones that lie in files of the data folder.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { admitTokenFile } from '#application/admin/tokens/admit-token-file.js';
import { authenticateLoginService } from '#application/admin/tokens/authenticate-login-service.js';
import { authenticateServer, tokenTouchMs } from '#application/admin/tokens/authenticate-server.js';
import type { Caller } from '#application/admin/access/caller.js';
import { forgetOld } from '#application/admin/forget-old.js';
import { issueConnectToken } from '#application/admin/connect-tokens/issue-connect-token.js';
import { createMachineToken, revokeMachineToken } from '#application/admin/tokens/machine-tokens.js';
import { recordHeartbeat } from '#application/admin/servers/record-heartbeat.js';
import { serverStatus } from '#application/admin/liveness/server-status.js';
import { tokensMax, type MachineTokenKind } from '#ports/admin/tokens/server-token-store.js';
import { AdminWorld, someOrigin } from '../../support/admin/admin-world.js';
import { register } from '../../support/servers/proving-server.js';

let world: AdminWorld;
let owner: Caller;
beforeEach(async () => {
  world = new AdminWorld();
  owner = await world.caller('owner');
});

async function make(kind: MachineTokenKind, expiresAtUnixMs?: number) {
  const made = await createMachineToken(world.ports, owner, { label: 'north', kind, expiresAtUnixMs });
  if (!made.ok) throw new Error(made.reason);
  return made;
}

describe('a token of a machine', () => {
  it('opens what it is for, and nothing else', async () => {
    const { token } = await make('game-server');
    const service = await make('login-service');
    expect(await authenticateServer(world.ports, token)).toMatchObject({ label: 'north' });
    expect(await authenticateLoginService(world.ports, token)).toBeUndefined();
    expect(await authenticateLoginService(world.ports, service.token)).toMatchObject({ label: 'north' });
    expect(await authenticateServer(world.ports, service.token)).toBeUndefined();
  });

  it('runs out when it was told to', async () => {
    const { token } = await make('game-server', world.clock.atUnixMs + 1_000);
    expect(await authenticateServer(world.ports, token)).toBeDefined();
    world.clock.atUnixMs += 1_000;
    expect(await authenticateServer(world.ports, token)).toBeUndefined();
    const late = { label: 'late', kind: 'game-server', expiresAtUnixMs: world.clock.atUnixMs } as const;
    const refused = await createMachineToken(world.ports, owner, late);
    expect(refused).toEqual({ ok: false, reason: 'expiry-in-the-past' });
  });

  it('tells when it was used last, to the minute', async () => {
    const { token, made } = await make('game-server');
    const lastUse = async () => (await world.ports.serverTokens.list())[0]?.lastUsedAtUnixMs;
    expect(await lastUse()).toBeUndefined();
    await authenticateServer(world.ports, token);
    expect(await lastUse()).toBe(made.createdAtUnixMs);
    world.clock.atUnixMs += tokenTouchMs - 1;
    await authenticateServer(world.ports, token);
    expect(await lastUse()).toBe(made.createdAtUnixMs);
    world.clock.atUnixMs += 1;
    await authenticateServer(world.ports, token);
    expect(await lastUse()).toBe(world.clock.atUnixMs);
  });

  it('is refused from its revocation on, once revoked, and both are in the audit log without it', async () => {
    const { token, made } = await make('login-service');
    expect(await revokeMachineToken(world.ports, owner, made.id)).toEqual({ ok: true });
    expect(await authenticateLoginService(world.ports, token)).toBeUndefined();
    const again = await revokeMachineToken(world.ports, owner, made.id);
    expect(again).toEqual({ ok: false, reason: 'unknown-token' });
    const entries = await world.ports.audit.page({ limit: 10 });
    expect(entries.map(({ action, actorName, target }) => [action, actorName, target])).toEqual([
      ['token.revoke', 'owner', `token:${made.id}`],
      ['token.create', 'owner', `token:${made.id}`],
    ]);
    expect(JSON.stringify(entries)).not.toContain(token);
  });

  it('takes its server with it: nobody is sent there, and what was under way comes too late', async () => {
    const { id, token } = await world.gameServer();
    const service = await world.serverToken({ kind: 'login-service' });
    world.feed.events.length = 0;
    await revokeMachineToken(world.ports, owner, token.id);
    expect(world.feed.events).toMatchObject([{ type: 'server', serverId: id, status: 'offline' }]);
    const beat = { players: 1, draining: false };
    const late = await recordHeartbeat(world.ports, token, id, beat);
    expect(late).toEqual({ ok: false, reason: 'foreign-server' });
    expect(serverStatus((await world.ports.servers.find(id))!, world.clock.atUnixMs)).toBe('offline');
    const wish = {
      accountId: owner.account.id,
      characterName: 'Ada',
      clientKey: '5a'.repeat(32),
      serverId: id,
    };
    const issued = await issueConnectToken(world.ports, service, wish, someOrigin);
    expect(issued).toEqual({ ok: false, reason: 'server-not-open' });
  });

  it('leaves the list thirty days after its end', async () => {
    const { made } = await make('game-server');
    await revokeMachineToken(world.ports, owner, made.id);
    world.clock.atUnixMs += 29 * 24 * 3_600_000;
    await forgetOld(world.ports, { auditDays: 400 });
    expect(await world.ports.serverTokens.list()).toHaveLength(1);
    world.clock.atUnixMs += 2 * 24 * 3_600_000;
    await forgetOld(world.ports, { auditDays: 400 });
    expect(await world.ports.serverTokens.list()).toEqual([]);
  });

  it('is one of a bounded number, in which ended ones make room', async () => {
    for (let i = 0; i < tokensMax; i++) await world.serverToken();
    const wish = { label: 'one more', kind: 'game-server', expiresAtUnixMs: undefined } as const;
    const refused = await createMachineToken(world.ports, owner, wish);
    expect(refused).toEqual({ ok: false, reason: 'too-many-tokens' });
    await revokeMachineToken(world.ports, owner, (await world.ports.serverTokens.list())[0]!.id);
    world.clock.atUnixMs += 1;
    expect(await createMachineToken(world.ports, owner, wish)).toMatchObject({ ok: true });
  });
});

describe('the token in a file of the data folder', () => {
  /** What was written into the file. */
  let written: string[];
  beforeEach(() => {
    written = [];
  });
  const file = {
    label: 'this machine',
    kind: 'game-server',
    knownId: undefined,
    keep: async (token: string) => void written.push(token),
  } as const;

  it('is made when there is none, and stays as it is from start to start', async () => {
    const first = await admitTokenFile(world.ports, { ...file, token: undefined });
    expect(first.revoked).toBeUndefined();
    expect(written).toEqual([first.token]);
    const next = { ...file, token: first.token, knownId: first.id };
    expect(await admitTokenFile(world.ports, next)).toEqual(first);
    expect(written).toEqual([first.token]);
    expect(await authenticateServer(world.ports, first.token)).toMatchObject({ id: first.id });
  });

  it('is written before it is good for anything, so that a start that ends there leaves no stray token', async () => {
    const full = { ...file, token: undefined, keep: () => Promise.reject(new Error('the disk is full')) };
    await expect(admitTokenFile(world.ports, full)).rejects.toThrow('the disk is full');
    expect(await world.ports.serverTokens.list()).toEqual([]);
  });

  it('is taken over into another database', async () => {
    const { token } = await admitTokenFile(world.ports, { ...file, token: undefined });
    const another = new AdminWorld();
    expect(await admitTokenFile(another.ports, { ...file, token })).toMatchObject({ token });
    expect(written).toEqual([token]);
    expect(await authenticateServer(another.ports, token)).toMatchObject({ label: 'this machine' });
  });

  it('is revoked when the file is gone, and the server goes on with the new one', async () => {
    const old = await admitTokenFile(world.ports, { ...file, token: undefined });
    const { server } = await registeredWith(old.token);
    const fresh = await admitTokenFile(world.ports, { ...file, token: undefined, knownId: old.id });
    expect(fresh).toMatchObject({ revoked: { id: old.id } });
    expect(written).toEqual([old.token, fresh.token]);
    expect(await authenticateServer(world.ports, old.token)).toBeUndefined();
    expect(await world.auditActions()).toContain('token.revoke done');
    const token = (await authenticateServer(world.ports, fresh.token))!;
    expect(await register(world.ports, token, server)).toMatchObject({ ok: true });
    const now = (await authenticateServer(world.ports, fresh.token))!;
    const beat = await recordHeartbeat(world.ports, now, server.id, { players: 0, draining: false });
    expect(beat).toMatchObject({ ok: true });
  });

  it('is replaced when it was revoked or ran out: no start brings it back', async () => {
    const old = await admitTokenFile(world.ports, { ...file, token: undefined });
    await revokeMachineToken(world.ports, owner, old.id);
    const next = await admitTokenFile(world.ports, { ...file, token: old.token, knownId: old.id });
    expect(written.at(-1)).toBe(next.token);
    expect(next.token).not.toBe(old.token);
    expect(await authenticateServer(world.ports, old.token)).toBeUndefined();
  });

  it.each([undefined, '99999999-9999-4999-8999-999999999999'])(
    'is left to the server that registered with it, and made anew for one of another identity: %s',
    async (serverId) => {
      const old = await admitTokenFile(world.ports, { ...file, token: undefined });
      const owned = { ...file, token: old.token, knownId: old.id };
      // Nobody's yet, then its own server's.
      expect(await admitTokenFile(world.ports, { ...owned, owner: { serverId } })).toMatchObject(old);
      const { server } = await registeredWith(old.token);
      const same = { ...owned, owner: { serverId: server.id.toUpperCase() } };
      expect(await admitTokenFile(world.ports, same)).toMatchObject(old);
      expect(await admitTokenFile(world.ports, owned)).toMatchObject(old);
      const next = await admitTokenFile(world.ports, { ...owned, owner: { serverId } });
      expect(next).toMatchObject({ leftTo: { id: old.id, serverId: server.id }, revoked: undefined });
      expect(written).toEqual([old.token, next.token]);
      expect(await authenticateServer(world.ports, old.token)).toMatchObject({ id: old.id });
      expect(await authenticateServer(world.ports, next.token)).toMatchObject({ serverId: undefined });
    },
  );

  it('may be another one that an owner made', async () => {
    const old = await admitTokenFile(world.ports, { ...file, token: undefined });
    const { token, made } = await make('game-server');
    const next = await admitTokenFile(world.ports, { ...file, token, knownId: old.id });
    expect(next).toMatchObject({ token, id: made.id, revoked: { id: old.id } });
    expect(written).toEqual([old.token]);
  });

  async function registeredWith(bearer: string) {
    const { server } = await world.gameServer();
    await world.ports.servers.remove(server.id);
    const token = (await authenticateServer(world.ports, bearer))!;
    expect(await register(world.ports, token, server)).toMatchObject({ ok: true });
    return { server };
  }
});
