// The control thread's part in reports: on disk before anybody hears of it, and told until it was told.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryReportBook } from '#adapters/memory/storage/report-book.js';
import { KeepReports } from '#application/reports/keep-reports.js';
import { ReportReason } from '#domain/vocabulary/generated/words.js';
import { untoldDecisionDays, type KeptDecision, type NewReport } from '#ports/storage/report-book.js';
import type { CouriedReport } from '#ports/threads/report-courier.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { keptDecision, newReport } from '../../contract/storage/report-book.js';
import { silentLog } from '../../support/silent-log.js';

class FullDisk extends MemoryReportBook {
  isFull = false;

  override async file(report: NewReport): Promise<number> {
    if (this.isFull) throw new Error('no space left on the device');
    return super.file(report);
  }
}

let book: FullDisk;
/** What the simulation was told, in order. */
let told: string[];
let filed: number;
let nowUnixMs: number;

beforeEach(() => {
  book = new FullDisk();
  told = [];
  filed = 0;
  nowUnixMs = 5_000;
});

function keeper(): KeepReports {
  const reports = new KeepReports({
    ...{ book, log: silentLog, clock: { unixMs: () => nowUnixMs } },
    characters: {
      find: async (name) =>
        name.toLowerCase() === 'bob' ? storedCharacter({ characterId: 8, name: 'Bob' }) : undefined,
    },
    answers: {
      answered: (order, report) => void told.push(`${order} stored as ${report}`),
      tell: ({ characterId, report }) => void told.push(`${characterId} of ${report}`),
    },
  });
  reports.onFiled = () => void filed++;
  return reports;
}

const { reporter, target } = newReport();
const couried = (order: number, part: Partial<CouriedReport['target']> = {}): CouriedReport => ({
  ...{
    order,
    reason: ReportReason.spam,
    text: 'sells gold',
    reporter,
    target: { ...target, name: 'bOB', ...part },
  },
});
/** What was begun is done. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const come = (decisions: readonly KeptDecision[], reports: KeepReports) => reports.take(decisions);

describe('a report', () => {
  it('is stored under the name that the store knows, and answered then', async () => {
    const reports = keeper();
    reports.reported(couried(4));
    await turn();
    expect(await book.next(9)).toMatchObject([{ ...newReport({ reporter, target }), number: 1 }]);
    expect([told, filed]).toEqual([['4 stored as 1'], 1]);
  });

  it.each<[string, Partial<CouriedReport['target']>]>([
    ['that is another one', { characterId: 9 }],
    ['that is not there', { name: 'Zoe' }],
  ])('about a character %s is not stored', async (_, part) => {
    const reports = keeper();
    reports.reported(couried(4, part));
    await turn();
    expect([told, filed, await book.waiting()]).toEqual([['4 stored as 0'], 0, 0]);
  });

  it('that cannot be stored is answered as such, and the next one is tried all the same', async () => {
    const reports = keeper();
    book.isFull = true;
    reports.reported(couried(4));
    await turn();
    book.isFull = false;
    reports.reported(couried(5));
    await turn();
    expect(told).toEqual(['4 stored as 0', '5 stored as 1']);
    const [total, waiting] = reports.series;
    expect(total!.samples().map(({ value }) => value)).toEqual([1, 1, 0, 0]);
    expect(waiting!.samples()).toEqual([{ value: 1 }]);
  });

  it('waits for the API until that has it', async () => {
    const reports = keeper();
    reports.reported(couried(4));
    await turn();
    const [one] = await reports.next(8);
    await reports.handedOver([one!.reportId]);
    expect(await reports.next(8)).toEqual([]);
    expect(reports.series[1]!.samples()).toEqual([{ value: 0 }]);
  });
});

describe('a report that the API refuses', () => {
  it('is dropped, and counted', async () => {
    const reports = keeper();
    reports.reported(couried(4));
    await turn();
    const [one] = await reports.next(8);
    await reports.givenUp(one!.reportId);
    expect(await reports.next(8)).toEqual([]);
    expect(reports.series[0]!.samples()[3]).toEqual({ value: 1, labels: { fate: 'given_up' } });
  });
});

describe('what is too old', () => {
  it('is forgotten at the start, and whenever it is looked for', async () => {
    const first = keeper();
    await come([keptDecision(1)], first);
    nowUnixMs += untoldDecisionDays * 86_400_000;
    await first.tend();
    first.entered({ characterId: 7 });
    await come([keptDecision(2)], first);
    expect(told).toEqual(['7 of 2']);
    nowUnixMs += untoldDecisionDays * 86_400_000;
    const later = keeper();
    await turn();
    later.entered({ characterId: 7 });
    expect([told.length, await book.untold()]).toEqual([1, []]);
  });
});

describe('a decision', () => {
  it('is told to who is in the world at once, to others when they come, and once', async () => {
    const reports = keeper();
    reports.entered({ characterId: 7 });
    const [here, away] = [keptDecision(1), keptDecision(2, { characterId: 9 })];
    expect(await come([here, away], reports)).toEqual([here.reportId, away.reportId]);
    expect(told).toEqual(['7 of 1']);
    reports.decisionTold({ characterId: 7, report: 1 });
    reports.entered({ characterId: 9 });
    reports.decisionTold({ characterId: 9, report: 2 });
    await turn();
    expect(told).toEqual(['7 of 1', '9 of 2']);
    expect(await book.untold()).toEqual([]);
    reports.entered({ characterId: 9 });
    await come([here, away], reports);
    expect(told).toHaveLength(2);
  });

  it('is told apart from another one of the same number', async () => {
    const reports = keeper();
    for (const characterId of [7, 9]) reports.entered({ characterId });
    await come([keptDecision(1), keptDecision(1, { characterId: 9 })], reports);
    reports.decisionTold({ characterId: 7, report: 1 });
    await turn();
    expect((await book.untold()).map(({ characterId }) => characterId)).toEqual([9]);
    reports.entered({ characterId: 9 });
    expect(told).toEqual(['7 of 1', '9 of 1', '9 of 1']);
  });

  it('is told to nobody where another one has the number of who reported, and is not asked for again', async () => {
    const reports = keeper();
    for (const characterId of [7, 8]) reports.entered({ characterId });
    const [own, foreign, gone] = [
      { ...keptDecision(1, { characterId: 8 }), reporterName: 'bOB' },
      { ...keptDecision(2), reporterName: 'Bob' },
      { ...keptDecision(3), reporterName: 'Ann' },
    ];
    const kept = await reports.take([own, foreign, gone]);
    expect([...kept].sort()).toEqual([own, foreign, gone].map(({ reportId }) => reportId).sort());
    expect(told).toEqual(['8 of 1']);
    expect((await book.untold()).map(({ number }) => number)).toEqual([1]);
  });

  it('of which the book knows nothing any more, because one of the two was erased, is told to nobody', async () => {
    const reports = keeper();
    await come([keptDecision(1), keptDecision(2)], reports);
    await book.told({ number: 1, characterId: 7 }, 1);
    await reports.forget();
    reports.entered({ characterId: 7 });
    expect(told).toEqual(['7 of 2']);
  });

  it('of which nothing is known is told again when its player comes in again, also after a restart', async () => {
    const reports = keeper();
    reports.entered({ characterId: 7 });
    await come([keptDecision(1)], reports);
    reports.departed({ characterId: 7 });
    reports.entered({ characterId: 7 });
    expect(told).toEqual(['7 of 1', '7 of 1']);
    const later = keeper();
    await turn();
    later.entered({ characterId: 7 });
    expect(told).toEqual(['7 of 1', '7 of 1', '7 of 1']);
  });
});
