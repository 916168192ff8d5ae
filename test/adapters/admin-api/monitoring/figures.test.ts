// What servers measured, through the admin API: what a server of an older version tells, what is asked for, over which time.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { presentTelemetry } from '#adapters/admin-api/telemetry/telemetry-schemas.js';
import { tendHistory } from '#application/admin/monitoring/history-kept.js';
import { laterFigures } from '#ports/system/telemetry-figures.js';
import { AdminHttp, serverId, telemetry } from '../../../support/admin/admin-http.js';
import { sample } from '../../../support/admin/server-examples.js';

let http: AdminHttp;
let token: string;
let cookie: string;
beforeEach(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
  cookie = await http.logIn('viewer');
});
afterEach(() => http.stop());

interface Series {
  readonly means?: (number | null)[];
  readonly leasts?: (number | null)[];
  readonly largests: (number | null)[];
}
interface Answer {
  readonly from: string;
  readonly stepSeconds: number;
  readonly spans: number;
  readonly figures: Record<string, Series & { left: number; of: Record<string, Series> }>;
}

const tell = async (part: object = {}) =>
  (
    await http.ask('POST', '/api/v1/telemetry', {
      token,
      payload: { ...telemetry, at: new Date(http.world.clock.atUnixMs).toISOString(), ...part },
    })
  ).statusCode;
const ask = (query: string) => http.ask('GET', `/api/v1/servers/${serverId}/figures?${query}`, { cookie });
const figures = async (query: string) => (await ask(query)).json<Answer>();
const pass = async (ms: number) => {
  http.world.clock.atUnixMs += ms;
  await tendHistory(http.world.ports);
  // Nobody stays signed in for so long.
  cookie = await http.logIn('viewer');
};

describe('a server of an older version', () => {
  it('tells what it knows, and what it does not is missing, not 0', async () => {
    expect(await tell()).toBe(202);
    const answer = await figures('minutes=1&figures=lossPercent,resentPerSecond,phaseMsMean');
    expect(answer.figures['lossPercent']!.means!.at(-1)).toBe(0.5);
    expect(answer.figures['resentPerSecond']!.means!.every((value) => value === null)).toBe(true);
    expect(answer.figures['phaseMsMean']).toEqual({ left: 0, of: {} });
  });

  it('learns at its registration which figures are taken now', async () => {
    const reply = await http.introduce(token);
    expect(reply.json()).toMatchObject({ figures: [...laterFigures] });
  });
});

describe('figures over time', () => {
  it('are told as means, least and largest, and percentiles by the largest alone', async () => {
    await tell({ players: 2, tickMsP99: 9 });
    http.world.clock.atUnixMs += 1_000;
    await tell({ players: 4, tickMsP99: 4 });
    const answer = await figures('minutes=60&points=10&figures=players,tickMsP99');
    expect([answer.stepSeconds, answer.spans]).toEqual([600, 6]);
    expect(answer.figures['players']).toEqual({
      means: [null, null, null, null, null, 3],
      leasts: [null, null, null, null, null, 2],
      largests: [null, null, null, null, null, 4],
    });
    expect(answer.figures['tickMsP99']).toEqual({ largests: [null, null, null, null, null, 9] });
  });

  it('have nothing where nothing was measured, at whatever distance', async () => {
    await tell();
    await pass(3 * 86_400_000);
    await tell();
    await pass(60_000);
    for (const [minutes, step] of [
      [7 * 1440, 1800],
      [30 * 1440, 7200],
      [365 * 1440, 86_400],
    ] as const) {
      const { stepSeconds, spans, figures: told, from } = await figures(`minutes=${minutes}&figures=players`);
      expect([minutes, stepSeconds]).toEqual([minutes, step]);
      expect(spans).toBeLessThanOrEqual(400);
      expect(Date.parse(from) % (step * 1000)).toBe(0);
      const means = told['players']!.means!;
      expect(means.filter((value) => value !== null)).toEqual([3, 3]);
      expect(
        means.findLastIndex((value) => value !== null) - means.findIndex((value) => value !== null),
      ).toBe((3 * 86_400) / step);
    }
  });

  it('are at most 900, and never finer than what is kept of so long ago', async () => {
    const { clock } = http.world;
    expect(await figures('minutes=15&points=900')).toMatchObject({ stepSeconds: 1, spans: 900 });
    const until = (days: number) => new Date(clock.atUnixMs - days * 86_400_000).toISOString();
    expect(await figures(`minutes=15&points=900&until=${until(1)}`)).toMatchObject({
      ...{ stepSeconds: 60, spans: 15 },
      from: expect.stringMatching(/:00\.000Z$/),
    });
    expect(await figures(`minutes=15&points=900&until=${until(40)}`)).toMatchObject({
      ...{ stepSeconds: 3600, spans: 1 },
    });
  });

  it('are given from a moment on to who has the rest', async () => {
    await tell();
    const whole = await figures('minutes=60&figures=players');
    const last = new Date(Date.parse(whole.from) + (whole.spans - 2) * whole.stepSeconds * 1000);
    const rest = await figures(`minutes=60&figures=players&since=${last.toISOString()}`);
    expect([rest.from, rest.spans, rest.stepSeconds]).toEqual([last.toISOString(), 2, whole.stepSeconds]);
    expect(rest.figures['players']!.means).toEqual(whole.figures['players']!.means!.slice(-2));
  });

  it('reach as far as the server’s clock is ahead', async () => {
    const ahead = new Date(http.world.clock.atUnixMs + 120_000).toISOString();
    await tell({ at: ahead });
    const { figures: told, spans } = await figures('minutes=60&figures=players');
    expect([told['players']!.means!.at(-1), told['players']!.means!.length]).toEqual([3, spans]);
    expect(spans).toBeLessThanOrEqual(360);
  });

  it('with keys are those with most, and how many more there are', async () => {
    const phaseMsMean = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`phase-${i}`, i]));
    await tell({ phaseMsMean });
    const { of, left } = (await figures('minutes=1&figures=phaseMsMean')).figures['phaseMsMean']!;
    expect([left, Object.keys(of).length, of['phase-29']!.means!.at(-1)]).toEqual([6, 24, 29]);
    expect(of).not.toHaveProperty('phase-5');
  });

  it.each([
    ['figures=nothing', 'figures'],
    ['figures=', 'figures'],
    ['figures=players,,entities', 'figures'],
    ['figures=constructor', 'figures'],
    ['points=901', 'points'],
    ['minutes=0', 'minutes'],
    ['minutes=576001', 'minutes'],
    ['until=yesterday', 'until'],
    ['since=2026', 'since'],
    ['step=1', 'step'],
  ])('are not told for %s', async (query, path) => {
    const reply = await ask(query);
    expect([reply.statusCode, reply.json<{ error: object }>().error]).toEqual([
      400,
      expect.objectContaining({
        code: 'invalid-request',
        ...(path !== 'step' && { fields: [expect.objectContaining({ path })] }),
      }),
    ]);
  });

  it('of no server are refused', async () => {
    const reply = await http.ask('GET', `/api/v1/servers/${randomUUID()}/figures`, { cookie });
    expect([reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([
      404,
      'unknown-server',
    ]);
  });
});

describe('the live stream', () => {
  it('tells every figure, and by key only players and sessions: the rest would be most of it', () => {
    const measured = sample({ atUnixMs: 1_000, phaseMsMean: { move: 1 }, resentPerSecond: 4 });
    const told = presentTelemetry(serverId, measured) as object;
    expect(told).toMatchObject({ serverId, resentPerSecond: 4, playersByMap: {}, gatewaysConnections: [0] });
    expect(Object.keys(told)).not.toEqual(expect.arrayContaining(['phaseMsMean']));
  });
});

describe('a report', () => {
  it.each([
    ['an interface called as no other', { networkInBytesPerSecond: { 'eth 0': 1 } }],
    ['a core that is none', { cpuPercentByCore: { '01': 5 } }],
    ['more than all of a core', { cpuPercentByCore: { 0: 101 } }],
    ['a figure that nobody knows', { of: 1 }],
    [
      'too many phases',
      { phaseMsMean: Object.fromEntries(Array.from({ length: 257 }, (_, i) => [`p${i}`, 1])) },
    ],
    ['less than nothing', { memoryPressurePercent: -1 }],
  ])('with %s is refused', async (_what, part) => {
    expect(await tell(part)).toBe(400);
  });
});
