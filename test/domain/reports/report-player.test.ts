import { beforeEach, describe, expect, it } from '@jest/globals';
import { talk } from '#domain/chat/talk.js';
import { mute } from '#domain/chat/mute.js';
import { forgetSaid } from '#domain/reports/forget-said.js';
import {
  handedOverMax,
  notStoredTicks,
  ownUnderWayMax,
  reportDayTicks,
  reportsPerDayMax,
  reportsUnderWayMax,
  sameAgainTicks,
  type PlayerReport,
} from '#domain/reports/player-reports.js';
import { reportPlayer, reporterLinesMax, targetLinesMax } from '#domain/reports/report-player.js';
import { ChatScope, RefusalReason, ReportReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { SmallWorld } from '../harness/small-world.js';

let small: SmallWorld;
let row: number;
let other: number;

beforeEach(() => {
  small = new SmallWorld({ systems: [forgetSaid] });
  row = small.player(10, 11);
  other = small.player(12, 13);
});

const characterOf = (of: number) => small.world.components.player.columns.character[of]!;
const reports = () => small.world.tables.playerReports;
const report = (part: { target?: number; reason?: ReportReason; text?: string } = {}, by = row) =>
  reportPlayer(small.world, by, 'Ann', {
    ...{ target: characterOf(other), targetName: 'Bob', reason: ReportReason.spam, text: '', ...part },
  });
/** Takes what waits, as whoever stores it does. */
function take(): PlayerReport[] {
  const taken: PlayerReport[] = [];
  for (let before = -1; before < taken.length;) {
    before = taken.length;
    reports().handOver((one) => taken.push(one) > 0);
  }
  return taken;
}
function store(isStored = true): void {
  for (const { order } of take()) reports().answered(order, isStored);
}

describe('a report', () => {
  it('tells of both where they are, and what they said', () => {
    talk(small.world, other, ChatScope.zone, 'cheap gold');
    talk(small.world, row, ChatScope.say, 'stop it');
    expect(report({ text: '  again and again ' })).toBe(allowed);
    const [only] = take();
    expect(only).toMatchObject({
      ...{ reason: ReportReason.spam, text: 'again and again', tick: small.world.tick },
      reporter: { character: characterOf(row), name: 'Ann', place: { map: 0, x: 10, y: 11 } },
      target: { character: characterOf(other), name: 'Bob', place: { map: 0, x: 12, y: 13 } },
    });
    expect([only!.reporter, only!.target].map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      ['stop it'],
      ['cheap gold'],
    ]);
  });

  it('is about anybody of whom there is a character, in the world or not', () => {
    expect(report({ target: 77 })).toBe(allowed);
    expect(take()[0]!.target).toEqual({
      ...{ character: 77, name: 'Bob', place: undefined, lines: [], olderLines: 0 },
    });
  });

  it('takes the newest lines, and says how many are left out', () => {
    for (let i = 0; i < targetLinesMax + 2; i++) talk(small.world, other, ChatScope.say, `line ${i}`);
    for (let i = 0; i < reporterLinesMax + 1; i++) talk(small.world, row, ChatScope.say, `line ${i}`);
    report();
    const [{ target, reporter }] = take() as [PlayerReport];
    expect([target.lines.length, target.olderLines, target.lines[0]!.text]).toEqual([
      targetLinesMax,
      2,
      'line 2',
    ]);
    expect([reporter.lines.length, reporter.olderLines]).toEqual([reporterLinesMax, 1]);
  });

  it('may be made by who is muted: it calls for help, and no player hears it', () => {
    mute(small.world, row, 0);
    expect(report()).toBe(allowed);
  });

  it.each([
    ['nobody of that name', { target: 0 }, RefusalReason.unknownTarget],
    [
      'no text where the reason is the text',
      { reason: ReportReason.other, text: '  ' },
      RefusalReason.emptyText,
    ],
    ['a text that shows nothing', { text: '\u200b' }, RefusalReason.emptyText],
    ['characters that chat does not have', { text: 'a\u0007b' }, RefusalReason.notAllowed],
    ['more than chat holds', { text: 'x'.repeat(201) }, RefusalReason.notAllowed],
  ])('is refused with %s, and counts against no limit', (_, part, reason) => {
    expect(report(part)).toBe(reason);
    expect(take()).toEqual([]);
    expect(reports().recentFrom(characterOf(row), small.world.tick)).toBe(0);
  });

  it('is never about who makes it', () => {
    expect(report({ target: characterOf(row) })).toBe(RefusalReason.invalidTarget);
  });

  it('of the same player by the same waits an hour; of others and by others it does not', () => {
    report();
    expect(report({ reason: ReportReason.cheating })).toBe(RefusalReason.alreadyReported);
    expect(report({ target: 77 })).toBe(allowed);
    const third = small.player();
    expect(report({}, third)).toBe(allowed);
    store();
    small.world.tick += sameAgainTicks;
    expect(report()).toBe(allowed);
  });

  it('is one of ten a day', () => {
    for (let target = 101; target <= 100 + reportsPerDayMax; target++) {
      expect(report({ target })).toBe(allowed);
      store();
    }
    expect(report({ target: 99 })).toBe(RefusalReason.tooManyReports);
    small.world.tick += reportDayTicks;
    expect(report({ target: 99 })).toBe(allowed);
  });

  it('waits while others of the same player are on their way', () => {
    for (let target = 101; target <= 100 + ownUnderWayMax; target++) report({ target });
    expect(report({ target: 99 })).toBe(RefusalReason.busy);
    const taken = take();
    expect(report({ target: 99 })).toBe(RefusalReason.busy);
    reports().answered(taken[0]!.order, true);
    expect(report({ target: 99 })).toBe(allowed);
  });

  it('that could not be stored counts for a minute alone, and is counted', () => {
    report();
    store(false);
    expect(reports().notStored).toBe(1);
    expect([report(), report({ target: 77 })]).toEqual([RefusalReason.busy, RefusalReason.busy]);
    expect(report({}, small.player())).toBe(allowed);
    small.world.tick += notStoredTicks;
    expect(report()).toBe(allowed);
  });

  it('that could not be stored is remembered no longer than it counts', () => {
    const words = () => {
      const seen: number[] = [];
      reports().eachWord((word) => seen.push(word));
      return seen;
    };
    report();
    store(false);
    expect(words()).toEqual([1, 0, characterOf(row), small.world.tick]);
    reports().forgetOld(small.world.tick + notStoredTicks);
    expect(words()).toEqual([1, 0]);
    report({ target: 77 }, small.player());
    store(false);
    reports().forgetCharacter(characterOf(row));
    expect(words()).toHaveLength(4);
  });

  it('is one of two that are handed over in a tick', () => {
    for (let i = 0; i <= handedOverMax; i++) report({}, small.player());
    const offered: number[] = [];
    const offer = ({ order }: PlayerReport) => offered.push(order) > 0;
    reports().handOver(offer);
    expect(offered).toEqual([1, 2]);
    reports().handOver(offer);
    expect(offered).toEqual([1, 2, 3]);
  });

  it('finds room for as many as may be under way, and counts what it refuses', () => {
    for (let character = 1; character <= reportsUnderWayMax; character++) {
      const part = { place: undefined, lines: [], olderLines: 0 };
      reports().file({
        ...{ tick: 1, reason: ReportReason.spam, text: '' },
        reporter: { character: 1000 + character, name: 'Ann', ...part },
        target: { character: 1, name: 'Bob', ...part },
      });
    }
    expect(report()).toBe(RefusalReason.busy);
    expect(reports().refused).toBe(1);
  });

  it('is forgotten with who made it, and with whom it is about', () => {
    report();
    reports().forgetCharacter(characterOf(other));
    expect(take()).toEqual([]);
    report({ target: 77 });
    const [taken] = take();
    reports().forgetCharacter(characterOf(row));
    expect(reports().answered(taken!.order, true)).toBeUndefined();
    expect(report({ target: 77 })).toBe(allowed);
  });

  it('lets go of what counts against no limit any more', () => {
    report();
    store();
    small.world.tick += reportDayTicks;
    reports().forgetOld(small.world.tick);
    const words: number[] = [];
    reports().eachWord((word) => words.push(word));
    expect(words).toEqual([1, 0]);
  });
});
