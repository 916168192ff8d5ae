// Nobody buries the audit log: what can be caused at will is counted instead of written again and again.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { QuietAuditLog } from '#application/admin/audit/quiet-audit-log.js';
import { MemoryAuditLog } from '#adapters/memory/admin/audit/audit-log.js';
import type { AuditEntry } from '#ports/admin/audit/audit-log.js';

const start = 1_700_000_000_000;
const minute = 60_000;

function refusal(over: Partial<AuditEntry> = {}): AuditEntry {
  return {
    ...{ atUnixMs: start, actorId: 'a1', actorName: 'vic', action: 'access', outcome: 'refused' },
    ...{
      target: 'GET /api/v1/accounts',
      details: { permission: 'accounts:manage' },
      address: '::1',
      requestId: 'r',
    },
    ...over,
  } as AuditEntry;
}

function world() {
  const inner = new MemoryAuditLog();
  const log = new QuietAuditLog(inner);
  const written = async () => [...(await inner.page({ limit: 100_000 }))].reverse();
  return { log, written };
}

describe('a quiet audit log', () => {
  it('writes every act, however often', async () => {
    const { log, written } = world();
    for (let i = 0; i < 500; i++) await log.append(refusal({ action: 'account.change', outcome: 'done' }));
    expect(await written()).toHaveLength(500);
  });

  it('writes the same refusal once, and after ten minutes how often it came', async () => {
    const { log, written } = world();
    for (let i = 0; i < 3440; i++) await log.append(refusal({ atUnixMs: start + i * 3 }));
    expect(await written()).toHaveLength(1);
    await log.flush(start + 9 * minute);
    expect(await written()).toHaveLength(1);
    await log.flush(start + 10 * minute);
    const [first, more] = await written();
    expect(first!.details).toEqual({ permission: 'accounts:manage' });
    expect(more).toMatchObject({ action: 'access', outcome: 'refused', target: 'GET /api/v1/accounts' });
    expect(more!.details).toMatchObject({ repeated: 3439, withinSeconds: 11 });
    expect(more!.atUnixMs).toBe(start + 3439 * 3);
  });

  it('counts what a server tells as erased, however many different ones, and whoever floods the log', async () => {
    const { log, written } = world();
    const forget = (over: Partial<AuditEntry> = {}) =>
      refusal({
        ...{ actorId: undefined, actorName: 'server:n', action: 'player.forget', outcome: 'done' },
        ...{ target: 'server:n', address: '', ...over },
      });
    for (let i = 0; i < 700; i++) await log.append(refusal({ actorId: undefined, address: `10.0.${i}.1` }));
    const before = (await written()).length;
    for (let i = 1; i <= 600; i++)
      await log.append(forget({ details: { characters: 2, characterIds: [2 * i, 2 * i + 1] } }));
    await log.append(forget({ target: 'server:s', actorName: 'server:s', details: { characters: 1 } }));
    expect((await written()).slice(before)).toMatchObject([
      { action: 'player.forget', target: 'server:n', details: { characters: 2, characterIds: [2, 3] } },
      { action: 'player.forget', target: 'server:s' },
    ]);
    await log.flush(start, true);
    const rest = (await written()).slice(before).filter(({ details }) => details['repeated'] !== undefined);
    expect(rest.filter(({ action }) => action === 'player.forget')).toMatchObject([
      { target: 'server:n', actorName: 'server:n', details: { repeated: 599, characters: 1_198 } },
    ]);
    expect(rest[0]!.details).not.toHaveProperty('characterIds');
  });

  it('counts what a server tells as erased under whatever names, and from whatever addresses, as one', async () => {
    const { log, written } = world();
    for (let i = 0; i < 100; i++) {
      const details = { characters: 1, tokenId: 't1', token: `t${i}` };
      const who = { actorId: undefined, actorName: `name ${i}`, address: `10.0.0.${i}` };
      await log.append(refusal({ ...who, action: 'player.forget', target: 'server:n', details }));
    }
    expect(await written()).toHaveLength(1);
    const other = { characters: 1, tokenId: 't2' };
    await log.append(refusal({ action: 'player.forget', target: 'server:n', details: other }));
    expect(await written()).toHaveLength(2);
    await log.flush(start, true);
    const repeated = (await written()).map(({ details }) => details['repeated']);
    expect(repeated).toEqual([undefined, undefined, 99]);
  });

  it('writes nothing more of a player whom another replica erased meanwhile', async () => {
    const inner = new MemoryAuditLog();
    const account = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
    const issue = (characterName: string, requestId: string) =>
      refusal({
        ...{ action: 'connect-token.issue', outcome: 'done', target: `player-account:${account}`, requestId },
        details: { characterName, serverId: 's' },
      });
    const [here, other] = [new QuietAuditLog(inner), new QuietAuditLog(inner)];
    for (const at of ['1', '2', '3']) await other.append(issue('Adalind', at));
    const kept = refusal({ ...issue('Bob', '4'), target: 'player-account:b' });
    for (let i = 0; i < 3; i++) await other.append(kept);
    await here.forgetPlayer({
      playerId: 'p',
      characterId: 1,
      serverId: 's',
      accountId: account,
      name: 'Adalind',
    });
    await other.flush(start, true);
    const all = [...(await inner.page({ limit: 9 }))].reverse();
    expect(JSON.stringify(all)).not.toMatch(new RegExp(`Adalind|${account}`));
    expect(all.map(({ target, details }) => [target, details['characterName'], details['repeated']])).toEqual(
      [
        ['player-account:erased', undefined, undefined],
        ['player-account:b', 'Bob', undefined],
        ['player-account:erased', undefined, 2],
        ['player-account:b', 'Bob', 2],
      ],
    );
  });

  it('leaves a refused loop over many paths at sixty entries and a number', async () => {
    const { log, written } = world();
    for (let i = 0; i < 5000; i++) await log.append(refusal({ target: `GET /api/v1/${i}` }));
    await log.append(refusal({ action: 'account.create', outcome: 'done' }));
    expect(await written()).toHaveLength(61);
    await log.flush(start, true);
    const last = (await written()).at(-1)!;
    expect(last).toMatchObject({
      action: 'audit.shortened',
      actorId: 'a1',
      details: { entriesLeftOut: 4940 },
    });
  });

  it('leaves strangers from any number of addresses at six hundred entries in ten minutes', async () => {
    const { log, written } = world();
    const tried = (i: number) =>
      refusal({
        actorId: undefined,
        actorName: `name${i}`,
        action: 'auth.login',
        address: `10.0.${i >> 8}.${i & 255}`,
      });
    for (let i = 0; i < 30_000; i++) await log.append(tried(i));
    expect(await written()).toHaveLength(600);
    await log.flush(start, true);
    const left = (await written()).slice(600);
    const lost = left.reduce((sum, { details }) => sum + Number(details['entriesLeftOut']), 0);
    expect(lost).toBe(29_400);
  });

  it('shows another address, name or reason of a refusal by itself', async () => {
    const { log, written } = world();
    await log.append(refusal({ details: { reason: 'wrong-password' } }));
    await log.append(refusal({ details: { reason: 'locked-out' } }));
    await log.append(refusal({ details: { reason: 'locked-out' }, address: '10.0.0.1' }));
    await log.append(refusal({ details: { reason: 'locked-out' }, actorName: 'bob' }));
    expect(await written()).toHaveLength(4);
  });

  it('counts what comes while the database is slow', async () => {
    const inner = new MemoryAuditLog();
    const slow = new QuietAuditLog({
      append: async (entry) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        await inner.append(entry);
      },
      page: (page) => inner.page(page),
      forgetPlayer: (player) => inner.forgetPlayer(player),
      removeBefore: (before, now) => inner.removeBefore(before, now),
    });
    await Promise.all(Array.from({ length: 100 }, () => slow.append(refusal())));
    expect(await inner.page({ limit: 200 })).toHaveLength(1);
    expect(slow.waiting).toBe(99);
  });

  it('loses no entry: each is written or counted', async () => {
    const entries = fc.array(
      fc.record({
        actor: fc.constantFrom('a1', 'a2', undefined),
        target: fc.nat(90),
        address: fc.nat(3),
        minutes: fc.nat(8),
        done: fc.boolean(),
      }),
      { maxLength: 400 },
    );
    await fc.assert(
      fc.asyncProperty(entries, async (list) => {
        const { log, written } = world();
        let atUnixMs = start;
        for (const { actor, target, address, minutes, done } of list) {
          atUnixMs += minutes * minute;
          const outcome = done ? 'done' : 'refused';
          await log.append(
            refusal({ atUnixMs, actorId: actor, target: `${target}`, address: `::${address}`, outcome }),
          );
        }
        await log.flush(atUnixMs, true);
        const sum = (await written()).reduce((total, { action, details }) => {
          if (action === 'audit.shortened') return total + Number(details['entriesLeftOut']);
          return total + Number(details['repeated'] ?? 1);
        }, 0);
        expect(sum).toBe(list.length);
        expect(log.waiting).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
