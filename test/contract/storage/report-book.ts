// What every book of players' reports promises.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ReportOutcome, ReportReason } from '#domain/vocabulary/generated/words.js';
import {
  bookedReportsMax,
  toldDecisionDays,
  untoldDecisionDays,
  waitingReportDays,
  type KeptDecision,
  type NewReport,
  type ReportBook,
} from '#ports/storage/report-book.js';
import type { GameStoreContracts } from '../../support/storage/store-contracts.js';

const dayMs = 86_400_000;
const line = { secondsAgo: 3, scope: 'zone', map: 'meadow', text: 'cheap “gold” 😀' };

export function newReport(part: Partial<NewReport> = {}): NewReport {
  return {
    ...{ madeAtUnixMs: 5_000, reason: ReportReason.spam, text: 'sells gold' },
    reporter: { characterId: 7, name: 'Ann', place: null, lines: [], olderLines: 0 },
    target: {
      ...{
        characterId: 8,
        name: 'Bob',
        place: { map: 'meadow', x: 1.5, y: 2 },
        lines: [line],
        olderLines: 4,
      },
    },
    ...part,
  };
}

export function keptDecision(number: number, part: Partial<KeptDecision> = {}): KeptDecision {
  return {
    ...{ reportId: randomUUID(), number, characterId: 7, name: 'Bob', reason: ReportReason.spam },
    ...{ outcome: ReportOutcome.banned, text: 'thank you', ...part },
  };
}

export const contracts: GameStoreContracts = {
  reports: (name, stage) =>
    describe(`${name} as a book of reports`, () => {
      let book: ReportBook;
      let close: () => Promise<void>;
      beforeEach(async () => {
        const made = await stage();
        book = made.stores.reports;
        close = () => made.close();
      });
      afterEach(() => close());

      it('keeps all of a report, under a number that goes up and an id, until it is handed over', async () => {
        expect([await book.file(newReport()), await book.file(newReport({ text: '' }))]).toEqual([1, 2]);
        const waiting = await book.next(9);
        expect(waiting).toMatchObject([
          { ...newReport(), number: 1 },
          { ...newReport({ text: '' }), number: 2 },
        ]);
        expect(new Set(waiting.map(({ reportId }) => reportId)).size).toBe(2);
        expect(await book.next(1)).toEqual(waiting.slice(0, 1));
        await book.handedOver([waiting[0]!.reportId, randomUUID()]);
        expect([await book.next(9), await book.waiting()]).toEqual([waiting.slice(1), 1]);
        await book.handedOver([waiting[1]!.reportId]);
        expect(await book.file(newReport())).toBe(3);
      });

      it('has room for so many, and says when it has none', async () => {
        for (let i = 0; i < bookedReportsMax; i++) await book.file(newReport());
        expect(await book.file(newReport())).toBe(0);
        const [first] = await book.next(1);
        await book.handedOver([first!.reportId]);
        expect(await book.file(newReport())).toBe(bookedReportsMax + 1);
      });

      it('keeps decisions, each once, until they were told', async () => {
        const [first, second] = [keptDecision(1), keptDecision(2, { characterId: 9, text: '' })];
        const ids = [first.reportId, second.reportId];
        expect(await book.keep([first, second], 1_000)).toEqual(ids);
        expect(await book.keep([{ ...first, text: 'otherwise' }], 1_000)).toEqual([first.reportId]);
        expect(await book.untold()).toEqual([first, second]);
        await book.told({ number: 1, characterId: 7 }, 2_000);
        await book.told({ number: 77, characterId: 7 }, 2_000);
        // Of another time of the file.
        await book.told({ number: 2, characterId: 7 }, 2_000);
        expect(await book.untold()).toEqual([second]);
        // The API says it again: nobody is told twice.
        expect(await book.keep([first], 3_000)).toEqual([first.reportId]);
        expect(await book.untold()).toEqual([second]);
      });

      it('forgets decisions that were told long ago, and those whose players do not come back', async () => {
        const [told, untold] = [keptDecision(1), keptDecision(2)];
        await book.keep([told, untold], 0);
        await book.told({ number: 1, characterId: 7 }, 0);
        await book.keep([], toldDecisionDays * dayMs);
        await book.keep([told], toldDecisionDays * dayMs);
        expect(await book.untold()).toEqual([untold, told]);
        await book.keep([], untoldDecisionDays * dayMs);
        expect(await book.untold()).toEqual([told]);
      });

      it('forgets reports for which nobody came', async () => {
        await book.file(newReport({ madeAtUnixMs: 0 }));
        await book.file(newReport({ madeAtUnixMs: 1 }));
        await book.keep([], waitingReportDays * dayMs - 1);
        expect(await book.waiting()).toBe(2);
        await book.keep([], waitingReportDays * dayMs);
        expect((await book.next(9)).map(({ number }) => number)).toEqual([2]);
      });
    }),
};
