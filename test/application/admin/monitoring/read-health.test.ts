// How the system does: nothing is well that is not known to be, and what is known has an age.

import { describe, expect, it } from '@jest/globals';
import { readHealth, type SystemHealth } from '#application/admin/monitoring/read-health.js';
import { recordGoodbye, recordHeartbeat } from '#application/admin/servers/record-heartbeat.js';
import { offlineAfterMs, staleAfterMs } from '#application/admin/liveness/server-status.js';
import { announceIssuer } from '#application/admin/tokens/token-issuers.js';
import { judge } from '#adapters/game-http/health-check.js';
import type { ServerCheck } from '#ports/admin/servers/server-registry.js';
import type { HealthCheck } from '#ports/system/health-check.js';
import { sample } from '../../../support/admin/server-examples.js';
import { AdminWorld } from '../../../support/admin/admin-world.js';

const well: ServerCheck[] = [
  { name: 'simulation', ok: true },
  { name: 'accepting-players', ok: true },
];

async function withServer() {
  const world = new AdminWorld();
  const { id, token } = await world.gameServer();
  const { ports, clock } = world;
  const beat = (part: { checks?: ServerCheck[]; draining?: boolean } = {}) =>
    recordHeartbeat(ports, token, id, { players: 1, draining: false, checks: well, ...part });
  const figures = () =>
    ports.servers.noteTelemetry(id, token.id, sample({ atUnixMs: clock.atUnixMs }), clock.atUnixMs);
  const read = (own: readonly HealthCheck[] = []): Promise<SystemHealth> =>
    readHealth(ports, { checks: own, judge });
  const server = async () => (await read()).parts[1]!;
  const states = async () =>
    Object.fromEntries((await server()).checks.map(({ name, state }) => [name, state]));
  await beat();
  await figures();
  return { world, id, token, beat, figures, read, server, states };
}

describe('the health of a game server', () => {
  it('is well when it was heard of and finds itself so', async () => {
    const { read, states } = await withServer();
    expect(await states()).toEqual({
      'sign-of-life': 'well',
      figures: 'well',
      simulation: 'well',
      'accepting-players': 'well',
    });
    expect((await read()).parts.map(({ name, state }) => [name, state])).toEqual([
      ['Admin API', 'notice'],
      ['local', 'well'],
    ]);
  });

  it('is what its checks say, with the reason', async () => {
    const { beat, server } = await withServer();
    await beat({
      checks: [
        { name: 'characters-saved', ok: false, reason: 'the disk is full' },
        { name: 'backups', ok: true, reason: 'the last backup failed' },
      ],
    });
    const { state, checks } = await server();
    expect(state).toBe('ill');
    expect(checks.slice(2)).toMatchObject([
      { name: 'characters-saved', state: 'ill', says: 'the disk is full' },
      { name: 'backups', state: 'notice', says: 'the last backup failed' },
    ]);
  });

  it('is unknown but for the silence itself when nothing is heard any more', async () => {
    const { world, states, server } = await withServer();
    const { atUnixMs } = world.clock;
    for (const silentMs of [staleAfterMs, offlineAfterMs]) {
      world.clock.atUnixMs = atUnixMs + silentMs;
      expect(await states()).toEqual({
        'sign-of-life': 'ill',
        figures: 'unknown',
        simulation: 'unknown',
        'accepting-players': 'unknown',
      });
      const { checks, state } = await server();
      expect(state).toBe('ill');
      expect(new Set(checks.map(({ asOfUnixMs }) => asOfUnixMs))).toEqual(new Set([atUnixMs]));
    }
  });

  it('is ill when it beats and its figures stand still', async () => {
    const { world, beat, states } = await withServer();
    world.clock.atUnixMs += 10_000;
    await beat();
    expect(await states()).toMatchObject({ 'sign-of-life': 'well', figures: 'ill', simulation: 'well' });
  });

  it('does not go by the clock of the server', async () => {
    const { world, id, token, states } = await withServer();
    const { ports, clock } = world;
    for (const offMs of [-200_000, 200_000]) {
      const told = sample({ atUnixMs: clock.atUnixMs + offMs });
      await ports.servers.noteTelemetry(id, token.id, told, clock.atUnixMs);
      expect(await states()).toMatchObject({ figures: 'well' });
    }
  });

  it('is not known where figures come and signs of life do not', async () => {
    const { world, figures, states } = await withServer();
    world.clock.atUnixMs += staleAfterMs;
    await figures();
    expect(await states()).toMatchObject({ 'sign-of-life': 'well', figures: 'well', simulation: 'unknown' });
  });

  it('is to be looked at while it is drained, which is meant', async () => {
    const { beat, server } = await withServer();
    const reason = 'draining: nobody new is let in';
    const checks = [...well.slice(0, 1), { name: 'accepting-players', ok: false, reason }];
    await beat({ draining: true, checks });
    expect((await server()).state).toBe('notice');
    // Without a drain it is a fault.
    await beat({ checks });
    expect((await server()).state).toBe('ill');
  });

  it('is nobody’s fault once it has said goodbye', async () => {
    const { world, id, token, server } = await withServer();
    await recordGoodbye(world.ports, token, id);
    world.clock.atUnixMs += 10 * offlineAfterMs;
    const { state, checks } = await server();
    expect([state, checks[0]!.says]).toEqual(['notice', 'the server has stopped, and said so']);
  });

  it('is unknown of one that tells no checks', async () => {
    const { world } = await withServer();
    const { id, token } = await world.gameServer({ id: '33333333-3333-4333-8333-333333333333', name: 'old' });
    await recordHeartbeat(world.ports, token, id, { players: 0, draining: false });
    const health = await readHealth(world.ports, { checks: [], judge });
    expect(health.parts[2]).toMatchObject({ name: 'old', state: 'unknown' });
  });
});

describe('the health of the API itself', () => {
  it('is what its checks say; one that throws or gives no answer is ill', async () => {
    const { read } = await withServer();
    const own: HealthCheck[] = [
      { name: 'database', check: () => ({ ok: true }) },
      { name: 'disk', check: () => ({ ok: true, reason: '10 MiB are left' }) },
      { name: 'broken', check: () => Promise.reject(new Error('it is broken')) },
      { name: 'silent', check: () => new Promise(() => undefined) },
    ];
    const { state, parts } = await read(own);
    expect(state).toBe('ill');
    expect(parts[0]!.checks.map(({ name, state, says }) => [name, state, says])).toEqual([
      ['database', 'well', ''],
      ['disk', 'notice', '10 MiB are left'],
      ['broken', 'ill', 'it is broken'],
      ['silent', 'ill', 'no answer within 800 ms'],
      ['backups', 'notice', 'the settings say that none are made'],
      ['replicas', 'well', 'this one alone'],
    ]);
  });

  it('counts replicas by the keys that were noted lately', async () => {
    const { world, read } = await withServer();
    await announceIssuer(world.ports);
    await world.ports.tokenIssuers.noteInUse('ab'.repeat(32), world.clock.atUnixMs);
    const replicas = async () => (await read()).parts[0]!.checks.at(-1)!.says;
    expect(await replicas()).toBe('2 were there in the last minutes');
    world.clock.atUnixMs += 121_000;
    await announceIssuer(world.ports);
    expect(await replicas()).toBe('this one alone');
  });

  it.each([
    [{ failure: 'no room' }, 'ill', 'the last one failed: no room'],
    [{ isOverdue: true }, 'ill', 'the next one is overdue'],
    [
      { unlisted: { ok: false, reason: 'backup-place-away', words: 'no answer' } },
      'ill',
      'they cannot be listed: no answer',
    ],
    [{ total: 0 }, 'notice', 'there is none yet'],
    [{}, 'well', ''],
  ])('tells of backups: %j', async (part, state, says) => {
    const told = { origin: 'x', backups: [], total: 3, isOverdue: false, atUnixMs: 1, ...part };
    const world = new AdminWorld({ backups: { tell: async () => told } as never });
    const { parts } = await readHealth(world.ports, { checks: [], judge });
    expect(parts[0]!.checks[0]).toMatchObject({ name: 'backups', state, says });
  });
});
