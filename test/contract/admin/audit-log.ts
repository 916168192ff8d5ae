// What every audit log promises.

import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AuditEntry, AuditLog, AuditQuestion } from '#ports/admin/audit/audit-log.js';
import type { AboutPlayer } from '#ports/admin/audit/forgotten-player.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

export const contracts: StoreContracts = {
  audit: (name, stage) => testAuditLog(name, async () => (await stage()).stores.audit),
};

function testAuditLog(name: string, make: () => Promise<AuditLog>): void {
  describe(`${name} as an audit log`, () => {
    const entry = (action: string): AuditEntry => ({
      atUnixMs: 1_700_000_000_000,
      actorId: undefined,
      actorName: 'ann',
      action,
      outcome: 'refused',
      target: 'account:1',
      details: { before: { role: 'viewer' }, tries: 3 },
      address: '::1',
      requestId: randomUUID(),
    });

    it('gives entries back whole, newest first', async () => {
      const log = await make();
      const first = { ...entry('first'), actorId: randomUUID(), outcome: 'done' as const };
      const second = entry('second');
      await log.append(first);
      await log.append(second);
      const page = await log.page({ limit: 10 });
      expect(page.map(({ id: _, ...rest }) => rest)).toEqual([second, first]);
      expect(page[0]!.id).toBeGreaterThan(page[1]!.id);
    });

    it('answers who, what, on whom, with what outcome, from where and when', async () => {
      const log = await make();
      const ann = randomUUID();
      const at = (minutes: number) => 1_700_000_000_000 + minutes * 60_000;
      const entries: AuditEntry[] = [
        { ...entry('account.create'), actorId: ann, actorName: 'ann', target: 'account:7', atUnixMs: at(0) },
        { ...entry('account'), actorName: 'bob', outcome: 'done', address: '10.0.0.7', atUnixMs: at(1) },
        { ...entry('accounting.read'), actorName: 'Ann', atUnixMs: at(2) },
        { ...entry('account_create'), actorName: '100%', atUnixMs: at(3) },
      ];
      for (const one of entries) await log.append(one);
      const asked = async (question: AuditQuestion) =>
        (await log.page({ limit: 10, ...question })).map(({ action }) => action);
      expect(await asked({ actorName: 'ann' })).toEqual(['account.create']);
      expect(await asked({ actorId: ann })).toEqual(['account.create']);
      expect(await asked({ action: 'account' })).toEqual(['account', 'account.create']);
      expect(await asked({ action: 'account_create' })).toEqual(['account_create']);
      expect(await asked({ action: 'acc%' })).toEqual([]);
      expect(await asked({ outcome: 'done' })).toEqual(['account']);
      expect(await asked({ target: 'account:7' })).toEqual(['account.create']);
      expect(await asked({ address: '10.0.0.7' })).toEqual(['account']);
      expect(await asked({ fromUnixMs: at(1), untilUnixMs: at(2) })).toEqual(['accounting.read', 'account']);
      expect(await asked({ outcome: 'refused', action: 'account', fromUnixMs: at(1) })).toEqual([]);
    });

    it('forgets what is old, but never what is younger than 30 days', async () => {
      const log = await make();
      const nowUnixMs = Date.now();
      const daysAgo = (days: number) => nowUnixMs - days * 24 * 60 * 60_000;
      for (const days of [500, 400, 31, 29, 0]) {
        await log.append({ ...entry(`${days} days`), atUnixMs: daysAgo(days) });
      }
      const left = async () => (await log.page({ limit: 10 })).map(({ action }) => action);
      expect(await log.removeBefore(daysAgo(450), nowUnixMs)).toBe(1);
      expect(await left()).toEqual(['0 days', '29 days', '31 days', '400 days']);
      expect(await log.removeBefore(nowUnixMs, nowUnixMs)).toBe(2);
      expect(await left()).toEqual(['0 days', '29 days']);
      expect(await log.removeBefore(nowUnixMs, nowUnixMs)).toBe(0);
    });

    it('forgets who a player was, and nothing of anybody else or of what was done', async () => {
      const log = await make();
      const [playerId, serverId, accountId] = [randomUUID(), randomUUID(), randomUUID()];
      const args = { characterId: 7, name: 'Ünal', message: 'bye' };
      const kick = {
        ...entry('command.kick'),
        target: `player:${playerId}`,
        details: { args, why: 'noise' },
      };
      // From before its server was removed from the list and came back: another id, and the same character.
      const mute = {
        ...entry('player.mute'),
        target: `player:${randomUUID()}`,
        details: { args: { ...args, name: 'ÜNAL' }, server: serverId, why: 'spam' },
      };
      const details = { characterName: 'ünal', serverId };
      const issued = { ...entry('connect-token.issue'), target: `player-account:${accountId}`, details };
      const others = [
        { ...kick, target: `player:${randomUUID()}` },
        { ...issued, details: { ...details, characterName: 'Bob' } },
        { ...issued, target: `player-account:${randomUUID()}` },
        { ...issued, details: { ...details, serverId: randomUUID() } },
        { ...issued, details: { characterName: 'ünal' } },
        { ...entry('command.kick'), target: `player:${playerId}`, details: { reason: 'server-away' } },
        // Its number is another's name, and its name another's number, on its server; and on another both are another's.
        { ...mute, details: { ...mute.details, args: { ...args, name: 'Bob' } } },
        { ...mute, details: { ...mute.details, args: { ...args, characterId: 8 } } },
        { ...mute, details: { ...mute.details, server: randomUUID() } },
        { ...mute, target: `server:${serverId}` },
      ];
      for (const one of [kick, mute, issued, ...others]) await log.append(one);
      for (let times = 0; times < 2; times++)
        await log.forgetPlayer({ playerId, characterId: 7, serverId, accountId, name: 'Ünal' });
      const page = (await log.page({ limit: 20 })).map(({ id: _, ...rest }) => rest).reverse();
      expect(page).toEqual([
        { ...kick, details: { args: { characterId: 7 }, why: 'noise' } },
        { ...mute, details: { args: { characterId: 7 }, server: serverId, why: 'spam' } },
        { ...issued, target: 'player-account:erased', details: { serverId } },
        ...others,
      ]);
    });

    it('answers what is about a player under any of its ids, with its connect tokens where its account is given', async () => {
      const log = await make();
      const [playerId, serverId, accountId] = [randomUUID(), randomUUID(), randomUUID()];
      const args = { characterId: 7, name: 'Ada' };
      const done = (action: string, part: Partial<AuditEntry>) => log.append({ ...entry(action), ...part });
      const former = `player:${randomUUID()}`;
      await done('listed', { target: `player:${playerId}`, details: {} });
      await done('former', { target: former, details: { args: { ...args, name: 'ADA' }, server: serverId } });
      await done('nameless', { target: former, details: { args: { characterId: 7 }, server: serverId } });
      await done('named otherwise', {
        target: former,
        details: { args: { ...args, name: 'Bob' }, server: serverId },
      });
      await done('elsewhere', { target: former, details: { args, server: randomUUID() } });
      await done('of the server', { target: `server:${serverId}`, details: { args, server: serverId } });
      const token = { characterName: 'ada', serverId };
      await done('token', { target: `player-account:${accountId}`, details: token });
      await done('other token', { target: `player-account:${randomUUID()}`, details: token });
      const asked = async (about: AboutPlayer) =>
        (await log.page({ limit: 20, about })).map(({ action }) => action).reverse();
      const whose = { playerId, serverId, characterId: 7 };
      expect(await asked({ ...whose, name: 'Ada' })).toEqual(['listed', 'former']);
      expect(await asked({ ...whose, name: 'Ada', accountId })).toEqual(['listed', 'former', 'token']);
      expect(await asked({ ...whose, playerId: undefined })).toEqual([
        'former',
        'nameless',
        'named otherwise',
      ]);
      expect(await asked({ ...whose, characterId: 0 })).toEqual(['listed']);
    });

    it('forgets the tokens of any account for a name on a server, where whose it was is not known', async () => {
      const log = await make();
      const serverId = randomUUID();
      const issued = (details: object) => ({
        ...{ ...entry('connect-token.issue'), target: `player-account:${randomUUID()}` },
        details: { serverId, ...details },
      });
      const [its, others, account] = [
        issued({ characterName: 'ADA' }),
        [
          issued({ characterName: 'Bob' }),
          issued({ characterName: 'Ada', serverId: randomUUID() }),
          issued({}),
        ],
        entry('account.create'),
      ];
      for (const one of [its, ...others, account]) await log.append(one);
      const whose = { playerId: randomUUID(), characterId: 7, serverId, accountId: undefined, name: 'Ada' };
      await log.forgetPlayer(whose);
      const page = (await log.page({ limit: 9 })).map(({ id: _, ...rest }) => rest).reverse();
      const forgotten = { ...its, target: 'player-account:erased', details: { serverId } };
      expect(page).toEqual([forgotten, ...others, account]);
    });

    it('goes on below the last id of a page', async () => {
      const log = await make();
      for (const action of ['a', 'b', 'c']) await log.append(entry(action));
      const page = await log.page({ limit: 2 });
      const rest = await log.page({ limit: 2, beforeId: page.at(-1)!.id });
      expect([...page, ...rest].map(({ action }) => action)).toEqual(['c', 'b', 'a']);
    });
  });
}
