// Players report others over a whole simulation: by name, what goes to whoever stores it, and what comes back.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { notStoredTicks } from '#domain/reports/player-reports.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { ChatScope, RefusalReason, ReportOutcome, ReportReason } from '#domain/vocabulary/generated/words.js';
import type { CouriedReport, ReportCourier } from '#ports/threads/report-courier.js';
import { Played } from '../../support/worlds/played-simulation.js';

class MemoryReportCourier implements ReportCourier {
  readonly reports: CouriedReport[] = [];
  readonly told: number[][] = [];
  hasRoom = true;

  report(report: CouriedReport): boolean {
    if (this.hasRoom) this.reports.push(report);
    return this.hasRoom;
  }

  decisionTold({ characterId, report }: { characterId: number; report: number }): void {
    this.told.push([characterId, report]);
  }
}

let courier: MemoryReportCourier;
let game: Played;

beforeEach(() => {
  courier = new MemoryReportCourier();
  game = new Played({ reports: courier });
  for (const session of [1, 2]) game.enter(session);
  game.output.forget();
});

const wish = (part: object = {}) => ({
  name: 'pLAYER2',
  reason: ReportReason.spam,
  text: 'sells gold',
  ...part,
});
const report = (part: object = {}, session = 1) => game.simulation.requests.reportPlayer(session, wish(part));
const decision = {
  ...{ characterId: 1, report: 5, name: 'Player2', reason: ReportReason.spam },
  ...{ outcome: ReportOutcome.muted, text: 'thank you' },
};

describe('a report', () => {
  it('goes to whoever stores it with chat and places, and who made it hears when it is stored', () => {
    game.put(game.rowOf(1), 5, 6);
    game.put(game.rowOf(2), 7, 8, 1);
    game.simulation.requests.chat(2, { scope: ChatScope.zone, text: 'cheap gold' });
    game.step(120);
    game.output.forget();
    report();
    game.step();
    const keys = game.world.maps.map(({ definition }) => definition.key);
    expect(courier.reports).toMatchObject([
      {
        ...{ reason: ReportReason.spam, text: 'sells gold' },
        reporter: { characterId: 1, name: 'Player1', place: { map: keys[0], x: 5, y: 6 }, lines: [] },
        target: {
          ...{ characterId: 2, name: 'Player2', place: { map: keys[1], x: 7, y: 8 }, olderLines: 0 },
          lines: [{ secondsAgo: 2, scope: 'zone', map: keys[1], text: 'cheap gold' }],
        },
      },
    ]);
    expect(game.output.of(1)).toEqual([]);
    game.simulation.tellReportAnswered(courier.reports[0]!.order, 5);
    expect(game.output.of(1)).toEqual([['reportTaken', 5, 'Player2', ReportReason.spam]]);
    expect(game.output.of(2)).toEqual([]);
  });

  it('waits for room', () => {
    courier.hasRoom = false;
    report();
    game.step(3);
    expect(courier.reports).toEqual([]);
    courier.hasRoom = true;
    game.step();
    expect(courier.reports).toHaveLength(1);
    game.step();
    expect(courier.reports).toHaveLength(1);
  });

  it('that cannot be stored is refused then, and may be made again after a minute', () => {
    report();
    game.step();
    game.simulation.tellReportAnswered(courier.reports[0]!.order, 0);
    expect(game.output.of(1)).toEqual([['refused', RequestId.reportPlayer, RefusalReason.busy]]);
    report();
    game.step();
    expect(courier.reports).toHaveLength(1);
    game.world.tick += notStoredTicks;
    report();
    game.step();
    expect(courier.reports).toHaveLength(2);
  });

  it('is about who is away, too: the name is looked up, and asked again it is known', () => {
    report({ name: 'Zoe' });
    expect(game.output.of(1)).toEqual([['refused', RequestId.reportPlayer, RefusalReason.notKnownYet]]);
    game.step();
    expect(game.courier.names).toEqual(['Zoe']);
    game.simulation.tellName('Zoe', 77);
    report({ name: 'zoe' });
    game.step();
    expect(courier.reports[0]!.target).toMatchObject({
      characterId: 77,
      name: 'zoe',
      place: null,
      lines: [],
    });
    game.output.forget();
    game.simulation.tellName('Nobody', 0);
    report({ name: 'Nobody' });
    expect(game.output.of(1)).toEqual([['refused', RequestId.reportPlayer, RefusalReason.unknownTarget]]);
  });

  it('is refused with a reason, under its request', () => {
    report({ name: 'player1' });
    report({ reason: ReportReason.other, text: '' });
    report();
    report();
    const told = game.output.of(1).map(([, request, reason]) => [request, reason]);
    expect(told).toEqual([
      [RequestId.reportPlayer, RefusalReason.invalidTarget],
      [RequestId.reportPlayer, RefusalReason.emptyText],
      [RequestId.reportPlayer, RefusalReason.alreadyReported],
    ]);
  });

  it('of one who is erased meanwhile goes no further', () => {
    courier.hasRoom = false;
    game.simulation.requests.chat(2, { scope: ChatScope.say, text: 'cheap gold' });
    report();
    game.step();
    while (!game.simulation.eraseCharacter('Player2', 2)) game.step();
    courier.hasRoom = true;
    game.step();
    expect(courier.reports).toEqual([]);
    expect(game.world.tables.spokenLines.of(2, 9)).toEqual({ lines: [], older: 0 });
  });
});

describe('what was decided', () => {
  it('is told to who reported, and that it was told goes back', () => {
    game.simulation.tellDecision(decision);
    expect(game.output.of(1)).toEqual([
      ['reportDecided', 5, 'Player2', ReportReason.spam, ReportOutcome.muted, 'thank you'],
    ]);
    expect(courier.told).toEqual([[1, 5]]);
  });

  it('is told to nobody else, and not to who is away', () => {
    game.simulation.tellDecision({ ...decision, characterId: 99 });
    expect([game.output.of(1), game.output.of(2), courier.told]).toEqual([[], [], []]);
  });
});
