// What every store of players' reports promises.

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ReportedPlayer, ToldReport } from '#ports/admin/reports/player-report.js';
import {
  unresolvedReportsMax,
  type FiledReport,
  type ReportChange,
} from '#ports/admin/reports/report-store.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

const server = '22222222-2222-4222-8222-222222222222';
const otherServer = '22222222-2222-4222-8222-222222222223';
const dayMs = 86_400_000;
const mo = { actorId: '44444444-4444-4444-8444-444444444444', actorName: 'mo' };
const ann = { actorId: '44444444-4444-4444-8444-444444444445', actorName: 'ann' };

export function side(characterId: number, name: string, part: Partial<ReportedPlayer> = {}): ReportedPlayer {
  const lines = [{ secondsAgo: 3, scope: 'zone' as const, map: 'meadow', text: `${name}: “gold” 😀` }];
  return { ...{ characterId, name, place: { map: 'meadow', x: 1.5, y: 2 }, lines, olderLines: 0 }, ...part };
}

export function toldReport(part: Partial<ToldReport> = {}): ToldReport {
  return {
    ...{
      reportId: randomUUID(),
      number: 4_294_967_295,
      madeAtUnixMs: 1_000,
      reason: 'spam',
      text: 'sells gold',
    },
    ...{ reporter: side(7, 'Ann'), target: side(8, 'Bob'), ...part },
  };
}

const unset = {
  ...{ takenById: undefined, takenByName: undefined, takenAtUnixMs: undefined, outcome: undefined },
  ...{ message: '', resolvedById: undefined, resolvedByName: undefined, resolvedAtUnixMs: undefined },
  handedOverAtUnixMs: undefined,
};
function changeOf(answer: ReportChange | string | undefined): ReportChange {
  if (typeof answer !== 'object') throw new Error(`nothing changed: ${answer}`);
  return answer;
}
const idsOf = (reports: readonly FiledReport[]) => reports.map(({ reportId }) => reportId);

export const contracts: StoreContracts = {
  reports: (name, stage) =>
    describe(`${name} as a store of reports`, () => {
      const make = async () => (await stage()).stores.reports;

      it('keeps all of a report, once, as open', async () => {
        const store = await make();
        const told = toldReport({ target: side(8, 'Bob', { place: null, lines: [], olderLines: 7 }) });
        expect(await store.add(server, told)).toBe('added');
        expect(await store.add(server, { ...told, text: 'otherwise' })).toBe('known');
        const [filed] = await store.page({ limit: 9 });
        const { sequence, receivedAtUnixMs } = filed!;
        expect(filed).toEqual({
          ...{ ...told, ...unset, serverId: server, state: 'open', sequence, receivedAtUnixMs },
        });
        expect(await store.find(told.reportId)).toEqual(filed);
        expect(await store.find(randomUUID())).toBeUndefined();
      });

      it('takes no report for later than it came', async () => {
        const store = await make();
        const told = toldReport({ madeAtUnixMs: Date.parse('2999-01-01T00:00:00Z') });
        await store.add(server, told);
        const filed = (await store.find(told.reportId))!;
        expect(filed.madeAtUnixMs).toBe(filed.receivedAtUnixMs);
      });

      it('lists the newest first, page by page, by state, server and who it is about', async () => {
        const store = await make();
        const [first, second, third] = [
          toldReport(),
          toldReport({ target: side(9, 'Cid') }),
          toldReport(),
        ] as const;
        await store.add(server, first);
        await store.add(server, second);
        await store.add(otherServer, third);
        await store.take(second.reportId, mo);
        const ids = async (query: object) => idsOf(await store.page({ limit: 9, ...query }));
        expect(await ids({})).toEqual([third.reportId, second.reportId, first.reportId]);
        expect(await ids({ states: ['open'] })).toEqual([third.reportId, first.reportId]);
        expect(await ids({ states: ['taken', 'resolved'] })).toEqual([second.reportId]);
        expect(await ids({ serverId: server })).toEqual([second.reportId, first.reportId]);
        expect(await ids({ target: { serverId: server, characterId: 8 } })).toEqual([first.reportId]);
        const [newest] = await store.page({ limit: 1 });
        expect(await ids({ before: newest!.sequence, limit: 1 })).toEqual([second.reportId]);
        expect(await store.countUnresolved()).toBe(3);
      });

      it('is taken, also from somebody else, and says what it was before', async () => {
        const store = await make();
        const told = toldReport();
        await store.add(server, told);
        const first = changeOf(await store.take(told.reportId, mo));
        expect([first.before.state, first.after.state, first.after.takenByName]).toEqual([
          'open',
          'taken',
          'mo',
        ]);
        const second = changeOf(await store.take(told.reportId, ann));
        expect([second.before.takenById, second.after.takenById]).toEqual([mo.actorId, ann.actorId]);
        expect(await store.find(told.reportId)).toEqual(second.after);
        expect(await store.take(randomUUID(), mo)).toBe('unknown');
      });

      it('is taken only from whom the actor saw at it, where that is said, and by one of two at once', async () => {
        const store = await make();
        const told = toldReport();
        await store.add(server, told);
        const take = (by: typeof mo, was: string | null) => store.take(told.reportId, by, was);
        const answers = await Promise.all([take(ann, null), take(mo, null)]);
        expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
        const [winner, loser] = answers[0] === 'taken' ? [mo, ann] : [ann, mo];
        const standing = await store.find(told.reportId);
        expect(standing).toMatchObject({ state: 'taken', takenById: winner.actorId });
        expect(await take(loser, loser.actorId)).toBe('taken');
        expect(await store.find(told.reportId)).toEqual(standing);
        expect(await take(winner, null)).toMatchObject({ after: { takenById: winner.actorId } });
        expect(await take(loser, winner.actorId)).toMatchObject({ after: { takenById: loser.actorId } });
        await store.resolve(told.reportId, { ...mo, outcome: 'noAction', message: '' });
        expect(await take(winner, null)).toBe('resolved');
      });

      it('is resolved once, whoever is at it, and by one of two who do so at once', async () => {
        const store = await make();
        const told = toldReport();
        await store.add(server, told);
        await store.take(told.reportId, mo);
        const decide = (by: typeof mo, message: string) =>
          store.resolve(told.reportId, { ...by, outcome: 'muted', message });
        const both = await Promise.all([decide(ann, 'one'), decide(mo, 'other')]);
        const done = changeOf(both.find((answer) => typeof answer !== 'string'));
        expect(both.filter((answer) => answer === 'resolved')).toHaveLength(1);
        expect(done.before).toMatchObject({ state: 'taken', outcome: undefined });
        expect(done.after).toMatchObject({ state: 'resolved', outcome: 'muted', takenByName: 'mo' });
        expect(await store.find(told.reportId)).toEqual(done.after);
        expect(await store.take(told.reportId, mo)).toBe('resolved');
        expect(await store.countUnresolved()).toBe(0);
      });

      it('tells its server what was decided, until that has it', async () => {
        const { stores, pass } = await stage();
        const { reports: store } = stores;
        const [first, second, elsewhere] = [
          toldReport({ number: 1 }),
          toldReport({ number: 2 }),
          toldReport(),
        ];
        await store.add(server, first);
        await store.add(server, second);
        await store.add(otherServer, elsewhere);
        await store.resolve(second.reportId, { ...mo, outcome: 'banned', message: 'thank you' });
        await pass(10);
        await store.resolve(first.reportId, { ...mo, outcome: 'noAction', message: '' });
        await store.resolve(elsewhere.reportId, { ...mo, outcome: 'other', message: '' });
        const decided = await store.decided(server, 9);
        expect(decided).toEqual(
          [
            { ...{ reportId: second.reportId, number: 2, outcome: 'banned', message: 'thank you' } },
            { ...{ reportId: first.reportId, number: 1, outcome: 'noAction', message: '' } },
          ].map((one) => ({
            ...{ ...one, characterId: 7, reporterName: 'Ann', targetName: 'Bob', reason: 'spam' },
          })),
        );
        expect(await store.decided(server, 1)).toEqual(decided.slice(0, 1));
        expect(await store.decided(server, 9, second.reportId)).toEqual(decided.slice(1));
        expect(await store.decided(server, 9, first.reportId)).toEqual([]);
        for (const unknown of [randomUUID(), elsewhere.reportId])
          expect(await store.decided(server, 9, unknown)).toEqual(decided);
        await store.handedOver(server, [second.reportId, elsewhere.reportId, randomUUID()]);
        await store.handedOver(server, []);
        expect(
          idsOf((await store.page({ limit: 9 })).filter((one) => one.handedOverAtUnixMs !== undefined)),
        ).toEqual([second.reportId]);
        expect((await store.decided(server, 9)).map(({ number }) => number)).toEqual([1]);
        expect(await store.decided(otherServer, 9)).toHaveLength(1);
      });

      it('has room for so many of a server that nobody decided', async () => {
        const store = await make();
        const bare = { lines: [], place: null };
        const told = () => toldReport({ reporter: side(7, 'Ann', bare), target: side(8, 'Bob', bare) });
        const last = told();
        for (let i = 0; i < unresolvedReportsMax - 1; i += 50)
          await Promise.all(
            Array.from({ length: Math.min(50, unresolvedReportsMax - 1 - i) }, () =>
              store.add(server, told()),
            ),
          );
        expect(await store.add(server, last)).toBe('added');
        expect(await store.add(server, told())).toBe('full');
        expect(await store.add(server, last)).toBe('known');
        expect(await store.add(otherServer, told())).toBe('added');
        await store.resolve(last.reportId, { ...mo, outcome: 'noAction', message: '' });
        expect(await store.add(server, told())).toBe('added');
      }, 120_000);

      it('finds what a character reported, and what is reported of it', async () => {
        const store = await make();
        const [made, about, others] = [
          toldReport(),
          toldReport({ reporter: side(9, 'Cid'), target: side(7, 'Ann') }),
          toldReport({ reporter: side(9, 'Cid') }),
        ] as const;
        for (const one of [made, about, others]) await store.add(server, one);
        await store.add(otherServer, toldReport());
        expect(idsOf(await store.of(server, 7, 9))).toEqual([about.reportId, made.reportId]);
      });

      it('forgets a player: what is about it, what it made and nobody decided, and who made the rest', async () => {
        const store = await make();
        const [decided, open, about, others] = [
          toldReport(),
          toldReport(),
          toldReport({ reporter: side(9, 'Cid'), target: side(7, 'Ann') }),
          toldReport({ reporter: side(9, 'Cid') }),
        ] as const;
        for (const one of [decided, open, about, others]) await store.add(server, one);
        const elsewhere = toldReport();
        await store.add(otherServer, elsewhere);
        await store.resolve(decided.reportId, { ...mo, outcome: 'muted', message: 'thank you, Ann' });
        await store.forgetPlayer(server, 7);
        const left = await store.page({ limit: 9 });
        expect(idsOf(left)).toEqual([elsewhere.reportId, others.reportId, decided.reportId]);
        expect(left[2]).toMatchObject({
          ...{ text: '', message: '', outcome: 'muted', target: side(8, 'Bob') },
          reporter: { characterId: 0, name: '', place: null, lines: [], olderLines: 0 },
        });
        expect(await store.decided(server, 9)).toEqual([]);
      });

      it('forgets a server', async () => {
        const store = await make();
        const elsewhere = toldReport();
        await store.add(server, toldReport());
        await store.add(otherServer, elsewhere);
        await store.removeServer(server);
        expect(idsOf(await store.page({ limit: 9 }))).toEqual([elsewhere.reportId]);
      });

      it('forgets what was decided long ago, and what nobody decided for longer', async () => {
        const { stores, pass } = await stage();
        const { reports: store } = stores;
        const [decided, open] = [toldReport(), toldReport()];
        await store.add(server, decided);
        await store.add(server, open);
        await store.resolve(decided.reportId, { ...mo, outcome: 'noAction', message: '' });
        const forget = () => store.forget({ resolvedBeforeMs: 2 * dayMs, unresolvedBeforeMs: 4 * dayMs });
        await pass(dayMs);
        await forget();
        expect(await store.page({ limit: 9 })).toHaveLength(2);
        await pass(2 * dayMs);
        await forget();
        expect(idsOf(await store.page({ limit: 9 }))).toEqual([open.reportId]);
        await pass(2 * dayMs);
        await forget();
        expect(await store.page({ limit: 9 })).toEqual([]);
      });
    }),
};
