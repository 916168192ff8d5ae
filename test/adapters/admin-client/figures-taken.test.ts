// A game server tells each admin API only the figures that it takes: one of an older version would refuse the whole report.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminApiClient } from '#adapters/admin-client/admin-api-client.js';
import { TelemetryWindow } from '#application/telemetry/telemetry-window.js';
import { laterFigures } from '#ports/system/telemetry-figures.js';
import { hardwareReading, serverFigures } from '../../support/servers/server-figures.js';
import { silentLog } from '../../support/silent-log.js';
import { refusal, startFakeAdminApi, type Call, type FakeAdminApi } from './fake-admin-api.js';

const serverId = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
const at = '2026-11-21T01:00:00.000Z';

let api: FakeAdminApi;
let client: AdminApiClient;
beforeEach(async () => {
  window = new TelemetryWindow(serverId);
  atMs = 0;
  window.close({ figures: serverFigures(), hardware: hardwareReading(), at });
  api = await startFakeAdminApi();
  client = new AdminApiClient({
    ...{ baseUrl: api.url, token: 'a token', serverId, prove: () => 'a proof', online: () => [] },
    introduction: {
      ...{ name: 'local', version: '1', host: '127.0.0.1', udpPort: 1, httpPort: 2, startedAt: at },
      ...{ playersMax: 1, udpAdapter: 'dgram', maps: [], publicKey: '', protocolHash: '' },
    },
    signOfLife: () => ({ players: 0, draining: false }),
    clock: { nowMs: () => performance.now(), unixMs: () => Date.now() },
    ...{ log: silentLog, random: () => 0 },
  });
});
afterEach(async () => {
  await client.stop(0);
  await api.stop();
});

let window: TelemetryWindow;
let atMs: number;
const tell = (players: number): void => {
  const figures = serverFigures({ atMs: (atMs += 1000) });
  const reading = { figures: { ...figures, simulation: { ...figures.simulation, players } }, at };
  const report = window.close({ ...reading, hardware: hardwareReading() });
  client.telemetry(report!);
};
const told = async (players: number): Promise<Call['body']> => {
  tell(players);
  return (await api.called(({ path, body }) => path === 'telemetry' && body['players'] === players)).body;
};

describe('an admin API', () => {
  it('from before there were more figures is told those of its time', async () => {
    api.figures = undefined;
    client.start();
    const body = await told(1);
    expect(Object.keys(body).filter((name) => laterFigures.includes(name as never))).toEqual([]);
    expect(body).toMatchObject({ players: 1, lossPercent: null, playersByMap: {} });
  });

  it('is told of the later figures those that it said it takes', async () => {
    api.figures = ['resentPerSecond', 'phaseMsMean', 'of a later version'];
    client.start();
    const body = await told(2);
    expect(Object.keys(body).filter((name) => laterFigures.includes(name as never))).toEqual([
      'resentPerSecond',
      'phaseMsMean',
    ]);
  });

  it('that refuses a report, for it is an older one in the place of another, is told less from then on', async () => {
    api.misbehave = ({ path, body }) =>
      path === 'telemetry' && 'resentPerSecond' in body ? refusal(400, 'invalid-request') : undefined;
    client.start();
    expect(await told(3)).toHaveProperty('resentPerSecond');
    expect(await told(4)).not.toHaveProperty('resentPerSecond');
    expect(client.lost.refused).toBe(1);
    // Whatever it was refused for may be over: a minute later they are told again.
    api.misbehave = () => undefined;
    for (let players = 5; players < 64; players++) await told(players);
    expect(await told(64)).toHaveProperty('resentPerSecond');
  });
});
