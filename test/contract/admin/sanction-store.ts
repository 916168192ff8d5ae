// What every store of sanctions promises.

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  sanctionsInForceMax,
  sanctionsKeptMax,
  type NewSanction,
  type SanctionStore,
} from '#ports/admin/players/sanction-store.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

const server = '22222222-2222-4222-8222-222222222222';
const otherServer = '22222222-2222-4222-8222-222222222223';
const account = '55555555-5555-4555-8555-555555555555';
const nobody = '00000000-0000-0000-0000-000000000000';
const hourMs = 3_600_000;

export function newSanction(part: Partial<NewSanction> = {}): NewSanction {
  return {
    ...{ id: randomUUID(), serverId: server, playerId: randomUUID(), characterId: 7, name: 'Ada' },
    ...{ accountId: account, measure: 'ban', seconds: undefined, reason: 'spoke ill', message: 'enough' },
    ...{ actorId: '44444444-4444-4444-8444-444444444444', actorName: 'mo', ...part },
  };
}

const lifting = {
  ...{ actorId: '44444444-4444-4444-8444-444444444445', actorName: 'max', reason: 'was not so' },
};
const ada = { serverId: server, characterId: 7, name: 'Ada', accountId: account };

export const contracts: StoreContracts = {
  sanctions: (name, stage) =>
    describe(`${name} as a store of sanctions`, () => {
      const make = async () => {
        const { stores, pass } = await stage();
        return { store: stores.sanctions, pass };
      };
      const idsAbout = async (store: SanctionStore, player = ada) =>
        (await store.about(player, 100)).map(({ id }) => id);
      const told = (store: SanctionStore, mark: string | null, limit = 100, of = server) =>
        store.changesSince(of, mark, limit);

      it('keeps what was imposed, as it was, in force until its time', async () => {
        const { store, pass } = await make();
        const [forGood, forAnHour] = [newSanction(), newSanction({ measure: 'mute', seconds: 3_600 })];
        const imposed = (await store.impose(forGood))!;
        expect(imposed).toMatchObject({ ...forGood, state: 'in-force', isKnownThere: false });
        expect([imposed.untilUnixMs, imposed.liftedAtUnixMs]).toEqual([undefined, undefined]);
        const timed = (await store.impose(forAnHour))!;
        expect(timed.untilUnixMs! - timed.givenAtUnixMs).toBe(hourMs);
        expect(await store.find(forAnHour.id)).toEqual(timed);
        await pass(hourMs);
        const states = await Promise.all(
          [forGood, forAnHour].map(async ({ id }) => (await store.find(id))!.state),
        );
        expect(states).toEqual(['in-force', 'expired']);
        expect(await store.find(randomUUID())).toBeUndefined();
      });

      it('lifts what is in force, once', async () => {
        const { store, pass } = await make();
        const [one, ended] = [newSanction(), newSanction({ seconds: 60 })];
        await store.impose(one);
        await store.impose(ended);
        await pass(60_000);
        const lifted = (await store.lift(one.id, lifting))!;
        expect(lifted).toMatchObject({
          ...{ state: 'lifted', liftedById: lifting.actorId, liftedByName: 'max', liftReason: 'was not so' },
        });
        expect(lifted.liftedAtUnixMs).toBeGreaterThanOrEqual(lifted.givenAtUnixMs);
        for (const id of [one.id, ended.id, randomUUID()])
          expect(await store.lift(id, lifting)).toBeUndefined();
      });

      it('lists what is held against an account, whichever of its characters it was given for, newest first', async () => {
        const { store, pass } = await make();
        const first = newSanction();
        await store.impose(first);
        await pass(1_000);
        const second = newSanction({ characterId: 8, name: 'Zoe' });
        await store.impose(second);
        await store.impose(newSanction({ accountId: randomUUID(), characterId: 9, name: 'Eve' }));
        await store.impose(newSanction({ serverId: otherServer }));
        expect(await idsAbout(store)).toEqual([second.id, first.id]);
        expect(await store.about(ada, 1)).toHaveLength(1);
      });

      it('knows a character without an account by number and name, whatever the case', async () => {
        const { store } = await make();
        const one = newSanction({ accountId: nobody });
        await store.impose(one);
        await store.impose(newSanction({ accountId: nobody, characterId: 8, name: 'Bob' }));
        expect(await idsAbout(store, { ...ada, name: 'ADA', accountId: randomUUID() })).toEqual([one.id]);
        expect(await idsAbout(store, { ...ada, name: 'Eve', accountId: nobody })).toEqual([]);
        expect(await store.banOf(server, nobody)).toBeUndefined();
      });

      it('finds the ban of an account that holds longest', async () => {
        const { store, pass } = await make();
        await store.impose(newSanction({ measure: 'mute' }));
        expect(await store.banOf(server, account)).toBeUndefined();
        const [short, long, forGood] = [{ seconds: 60 }, { seconds: 600 }, {}].map(newSanction);
        for (const one of [long!, short!]) await store.impose(one);
        expect((await store.banOf(server, account))?.id).toBe(long!.id);
        await store.impose(forGood!);
        expect((await store.banOf(server, account))?.id).toBe(forGood!.id);
        await store.lift(forGood!.id, lifting);
        expect(await store.banOf(otherServer, account)).toBeUndefined();
        await pass(600_000);
        expect(await store.banOf(server, account)).toBeUndefined();
      });

      it('refuses more than are allowed in force, and forgets the oldest that ended for new ones', async () => {
        const { store } = await make();
        const ids: string[] = [];
        const impose = async () => {
          const one = newSanction();
          const imposed = await store.impose(one);
          if (imposed) ids.push(one.id);
          return imposed !== undefined;
        };
        for (let i = 0; i < sanctionsInForceMax; i++) expect(await impose()).toBe(true);
        expect(await impose()).toBe(false);
        expect(await store.impose(newSanction({ accountId: randomUUID(), name: 'Eve' }))).toBeDefined();
        for (let i = 0; i < sanctionsKeptMax; i++) {
          await store.lift(ids[i]!, lifting);
          expect(await impose()).toBe(true);
        }
        expect(await store.about(ada, 1_000)).toHaveLength(sanctionsKeptMax);
        expect(await store.find(ids[0]!)).toBeUndefined();
      });

      it('tells a server that knows nothing all that is in force there, and then what changed', async () => {
        const { store, pass } = await make();
        expect(await told(store, null)).toEqual(
          expect.objectContaining({ isWhole: true, sanctions: [], over: [], mark: null, more: false }),
        );
        const [lifted, ended, kept] = [
          newSanction(),
          newSanction({ seconds: 60 }),
          newSanction({ seconds: 7_200 }),
        ];
        for (const one of [lifted, ended, kept]) await store.impose(one);
        await store.impose(newSanction({ serverId: otherServer }));
        await pass(60_000);
        await store.lift(lifted.id, lifting);
        const whole = await told(store, null);
        expect(whole).toMatchObject({ isWhole: true, over: [], more: false });
        expect(whole.sanctions).toEqual([
          {
            ...{ sanctionId: kept.id, measure: 'ban', characterId: 7, name: 'Ada', accountId: account },
            ...{ message: 'enough', secondsLeft: expect.any(Number) },
          },
        ]);
        expect(Math.abs(whole.sanctions[0]!.secondsLeft - 7_140)).toBeLessThanOrEqual(60);
        expect(await told(store, whole.mark)).toMatchObject({
          isWhole: false,
          sanctions: [],
          mark: whole.mark,
        });
        const next = newSanction({ measure: 'mute' });
        await store.impose(next);
        await store.lift(kept.id, lifting);
        const changes = await told(store, whole.mark);
        expect(changes).toMatchObject({ isWhole: false, over: [kept.id], more: false });
        expect(changes.sanctions).toMatchObject([{ sanctionId: next.id, secondsLeft: 0 }]);
      });

      it('tells in pages, and the whole to whom it does not know the mark of', async () => {
        const { store } = await make();
        const those = [1, 2, 3, 4, 5].map(() => newSanction());
        for (const one of those) await store.impose(one);
        const seen: string[] = [];
        let page = await told(store, randomUUID(), 2);
        expect([page.isWhole, page.more]).toEqual([true, true]);
        for (;;) {
          seen.push(...page.sanctions.map(({ sanctionId }) => sanctionId));
          if (!page.more) break;
          // What ends while it is told comes at the end.
          if (seen.length === 2) await store.lift(those[0]!.id, lifting);
          page = await told(store, page.mark, 2);
          expect(page.isWhole).toBe(false);
          if (page.over.length > 0) expect(page.over).toEqual([those[0]!.id]);
        }
        expect(seen).toEqual(those.map(({ id }) => id));
      });

      it('says what its server knows: all up to the mark that it named, until it names one that nobody knows', async () => {
        const { store } = await make();
        const [one, two] = [newSanction(), newSanction()];
        await store.impose(one);
        const { mark } = await told(store, null);
        const known = async () =>
          (await store.about(ada, 9)).map((each) => [each.id === one.id, each.isKnownThere]);
        expect(await known()).toEqual([[true, false]]);
        await told(store, mark);
        expect(await known()).toEqual([[true, true]]);
        await store.impose(two);
        await told(store, mark);
        expect((await known()).sort()).toEqual(
          [
            [false, false],
            [true, true],
          ].sort(),
        );
        await told(store, null);
        expect(await known()).toEqual([
          [expect.any(Boolean), false],
          [expect.any(Boolean), false],
        ]);
      });

      it('forgets what ended long ago, and nothing else', async () => {
        const { store, pass } = await make();
        const [forGood, ended, lifted] = [newSanction(), newSanction({ seconds: 60 }), newSanction()];
        for (const one of [forGood, ended, lifted]) await store.impose(one);
        await store.lift(lifted.id, lifting);
        await pass(hourMs);
        await store.forget(2 * hourMs);
        expect(await idsAbout(store)).toHaveLength(3);
        await store.forget(hourMs / 2);
        expect(await idsAbout(store)).toEqual([forGood.id]);
      });

      it('forgets who a player was: what was held against it is over, and says no name, account or message', async () => {
        const { store } = await make();
        const [one, other] = [newSanction(), newSanction({ characterId: 8, name: 'Zoe' })];
        await store.impose(one);
        await store.impose(other);
        const { mark } = await told(store, null);
        await store.forgetPlayer(server, 7);
        await store.forgetPlayer(server, 7);
        expect(await store.find(one.id)).toMatchObject({
          ...{
            state: 'erased',
            name: '',
            accountId: nobody,
            message: '',
            reason: 'spoke ill',
            actorName: 'mo',
          },
        });
        expect((await store.find(other.id))!.state).toBe('in-force');
        expect(await idsAbout(store)).toEqual([other.id]);
        expect(await told(store, mark)).toMatchObject({ over: [one.id], sanctions: [] });
      });

      it('numbers changes that come at once so that none is missed', async () => {
        const { store } = await make();
        const { mark } = await told(store, null);
        const those = Array.from({ length: 8 }, () => newSanction());
        await Promise.all(those.map((one) => store.impose(one)));
        const seen = new Set<string>();
        for (let page = await told(store, mark, 3); ; page = await told(store, page.mark, 3)) {
          for (const { sanctionId } of page.sanctions) seen.add(sanctionId);
          if (!page.more) break;
        }
        expect([...seen].sort()).toEqual(those.map(({ id }) => id).sort());
      });
    }),
};
