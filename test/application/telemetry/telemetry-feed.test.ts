// What the admin API is told of a running server, and of which maps.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { TelemetryFeed } from '#application/telemetry/telemetry-feed.js';
import type { MapPositions, TelemetryReport } from '#ports/system/telemetry-sink.js';
import { hardwareReading, serverFigures } from '../../support/servers/server-figures.js';

describe('the telemetry feed', () => {
  let reports: TelemetryReport[];
  let positions: MapPositions[];
  let watched: Set<string>;
  let atMs: number;
  let hasFrame: boolean;
  let feed: TelemetryFeed;

  beforeEach(() => {
    reports = [];
    positions = [];
    watched = new Set();
    atMs = 1000;
    hasFrame = true;
    feed = new TelemetryFeed({
      sink: {
        telemetry: (report) => reports.push(report),
        positions: (report) => positions.push(report),
        watchedMaps: watched,
      },
      serverId: 'one',
      figures: { read: () => serverFigures({ atMs }) },
      hardware: { newest: () => hardwareReading({}) },
      timeNow: () => '2026-11-29T01:00:00.000Z',
      maps: ['meadow', 'cave'],
      positionsOn: (map) => (hasFrame ? { map: ['meadow', 'cave'][map]!, tick: 7, entities: [] } : undefined),
    });
  });

  it('tells of the time between two readings, with the time of the second', () => {
    feed.tellTelemetry();
    expect(reports).toEqual([]);
    atMs = 2000;
    feed.tellTelemetry();
    expect(reports).toMatchObject([{ serverId: 'one', windowSeconds: 1, at: '2026-11-29T01:00:00.000Z' }]);
  });

  it('tells where everybody is on the maps that somebody watches, and on no other', () => {
    feed.tellPositions();
    expect(positions).toEqual([]);
    watched.add('cave').add('a map of another server');
    feed.tellPositions();
    expect(positions).toEqual([{ map: 'cave', tick: 7, entities: [] }]);
  });

  it('tells of no position before the first frame', () => {
    watched.add('meadow');
    hasFrame = false;
    feed.tellPositions();
    expect(positions).toEqual([]);
  });
});
