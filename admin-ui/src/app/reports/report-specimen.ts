// A report for tests of this folder.
import { HandledReport, ListedReport, Report } from '../api/models';

export function aListedReport(part: Partial<ListedReport> = {}): ListedReport {
  return {
    ...{ id: 'r1', number: 5, serverId: 's1', serverName: 'North', state: 'open', reason: 'spam' },
    ...{ text: 'sells gold', reporterName: 'Ann', targetName: 'Bob', takenByName: null, outcome: null },
    ...{ madeAt: '2026-11-01T12:00:00.000Z', resolvedAt: null },
    ...part,
  };
}

export function aHandledReport(part: Partial<HandledReport> = {}): HandledReport {
  return {
    ...aListedReport(),
    receivedAt: '2026-11-01T12:00:01.000Z',
    ...{ takenById: null, takenAt: null, message: '', resolvedByName: null, handedOverAt: null },
    ...part,
  };
}

export function aReport(part: Partial<Report> = {}): Report {
  const line = { scope: 'zone', map: 'meadow' } as const;
  return {
    ...aHandledReport(),
    reporter: {
      ...{ name: 'Ann', place: null, olderLines: 0, playerId: 'p1' },
      lines: [{ ...line, secondsAgo: 10, text: 'stop it' }],
    },
    target: {
      ...{ name: 'Bob', place: { map: 'meadow', x: 1.25, y: 20 }, olderLines: 3, playerId: 'p2' },
      lines: [
        { ...line, secondsAgo: 90, text: 'cheap gold' },
        { ...line, secondsAgo: 0, text: 'still cheap' },
      ],
    },
    ...part,
  };
}
