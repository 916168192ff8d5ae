// Reports of players between the simulation and the control thread, as records in rings.

import { expect, it } from '@jest/globals';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { RingReportCourier, RingReports } from '#adapters/threads/records/report-records.js';
import { SimulationInbox } from '#adapters/threads/records/simulation-inbox.js';
import type { Simulation } from '#application/tick/simulation.js';
import { chatBytesMax } from '#domain/chat/chat-text.js';
import { reporterLinesMax, targetLinesMax } from '#domain/reports/report-player.js';
import { ReportOutcome, ReportReason } from '#domain/vocabulary/generated/words.js';
import { RecordingLog } from '../../support/silent-log.js';
import type { CouriedPlayer, CouriedReport } from '#ports/threads/report-courier.js';

function rings() {
  const [toControl, toSimulation] = [createRing(128 * 1024), createRing(1024)];
  const taken: unknown[] = [];
  const told: unknown[] = [];
  const log = new RecordingLog();
  const reports = new RingReports(new RingProducer(toSimulation), log);
  reports.attach({
    reported: (report) => void taken.push(report),
    decisionTold: (report) => void taken.push(report),
  });
  const inbox = new SimulationInbox({
    ...{ requests: {}, tellReportAnswered: (...answer: unknown[]) => void told.push(answer) },
    tellDecision: (decision: object) => void told.push({ ...decision }),
  } as unknown as Simulation);
  const fromSimulation = new RingConsumer(toControl);
  const fromControl = new RingConsumer(toSimulation);
  const sink = {
    onRecord: (...record: Parameters<RingReports['take']>) =>
      void taken.push(...(reports.take(...record) ? [] : ['?'])),
  };
  return {
    ...{ reports, taken, told, inbox, log },
    courier: new RingReportCourier(new RingProducer(toControl)),
    takeInControl: () => fromSimulation.drain(sink, 100),
    takeInSimulation: () => fromControl.drain(inbox, 100),
  };
}

/** As long as it can be: every character takes an escape in JSON. */
function player(lines: number): CouriedPlayer {
  const line = { secondsAgo: 600, scope: 'party', map: 'm'.repeat(32), text: '"'.repeat(chatBytesMax) };
  return {
    ...{ characterId: 0xffff_ffff, name: 'n'.repeat(24), olderLines: 16_384 },
    place: { map: 'm'.repeat(32), x: 1023.123456789012345, y: 1023.123456789012345 },
    lines: Array.from({ length: lines }, () => line),
  };
}
const report: CouriedReport = {
  ...{ order: 0xffff_ffff, reason: ReportReason.harassment, text: '"'.repeat(chatBytesMax) },
  ...{ reporter: player(reporterLinesMax), target: player(targetLinesMax) },
};

it('come over whole, as long as they can be', () => {
  const { courier, taken, takeInControl } = rings();
  expect(courier.report(report)).toBe(true);
  courier.decisionTold({ characterId: 0xffff_fffe, report: 7 });
  takeInControl();
  expect(taken).toEqual([report, { characterId: 0xffff_fffe, report: 7 }]);
});

it('are refused while the ring has no room, and fit again later', () => {
  const { courier, takeInControl } = rings();
  let fitting = 0;
  while (courier.report(report)) fitting++;
  expect(fitting).toBeGreaterThan(0);
  takeInControl();
  expect(courier.report(report)).toBe(true);
});

it('are answered, in order, also where the ring was full for a while', () => {
  const { reports, told, takeInSimulation, inbox } = rings();
  for (let order = 1; order <= 200; order++) reports.answered(order, order % 2);
  takeInSimulation();
  expect(told.length).toBeLessThan(200);
  while (told.length < 200) {
    reports.settle();
    takeInSimulation();
  }
  expect(told).toEqual(Array.from({ length: 200 }, (_, i) => [i + 1, (i + 1) % 2]));
  expect(inbox.malformed).toBe(0);
});

it('are followed by what was decided; what finds no room is told another time', () => {
  const { reports, told, takeInSimulation } = rings();
  const decision = {
    ...{ characterId: 7, report: 5, name: 'Bob', reason: ReportReason.spam, outcome: ReportOutcome.banned },
    text: 'ü'.repeat(100),
  };
  for (let i = 0; i < 20; i++) reports.tell(decision);
  takeInSimulation();
  expect(told.length).toBeLessThan(20);
  expect(told[0]).toMatchObject(decision);
});

it.each([
  ['text', { text: 'ü'.repeat(101) }],
  ['text that is no Unicode', { text: '\ud800' }],
  ['name', { name: 'ü'.repeat(13) }],
])('leave out a decision whose %s fits into no record, and say so', (_, part) => {
  const { reports, told, takeInSimulation, log } = rings();
  const decision = {
    ...{ characterId: 7, report: 5, name: 'Bob', reason: ReportReason.spam, outcome: ReportOutcome.banned },
    text: 'thank you',
  };
  reports.tell({ ...decision, ...part });
  reports.tell({ ...decision, report: 6 });
  takeInSimulation();
  expect(told).toMatchObject([{ ...decision, report: 6 }]);
  expect(log.lines).toMatchObject([{ level: 'error', fields: { report: 5 } }]);
});
