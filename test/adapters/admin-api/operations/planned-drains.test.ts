// A drain that is planned, as the API takes and tells it.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';
import { EventReader } from '../../../support/admin/event-reader.js';

let http: AdminHttp;
let token: string;
beforeEach(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
});
afterEach(() => http.stop());

/** 17 days from the tests' clock. */
const at = '2027-02-01T04:00:00.000Z';
const wish = { reason: 'a new version', at, graceSeconds: 300, then: 'restart', text: 'We mend the mill.' };
const post = (url: string, payload: object, more: { cookie: string } | { token: string }) =>
  http.ask('POST', `/api/v1/servers/${serverId}/${url}`, { payload, ...more });
const plan = { atUnixMs: Date.parse(at), graceSeconds: 300, then: 'restart', text: 'We mend the mill.' };
const beat = (more: object) => post('heartbeat', { players: 0, draining: false, ...more }, { token });
const planned = async (cookie: string) =>
  (await http.ask('GET', `/api/v1/servers/${serverId}`, { cookie })).json<{ planned: unknown }>().planned;

describe('a planned drain', () => {
  it('is a command to its server, and so is calling it off', async () => {
    const cookie = await http.logIn('admin');
    expect((await post('plan', wish, { cookie })).statusCode).toBe(202);
    expect((await post('unplan', { reason: '' }, { cookie })).statusCode).toBe(202);
    const { commands } = (await post('commands/fetch', { known: [], waitSeconds: 0 }, { token })).json<{
      commands: object[];
    }>();
    expect(commands).toMatchObject([
      { kind: 'plan', args: plan },
      { kind: 'unplan', args: {} },
    ]);
  });

  it('stands as its server said last, and is seen the moment it changes', async () => {
    const cookie = await http.logIn('viewer');
    expect(await planned(cookie)).toBeNull();
    const stream = await EventReader.open(`${await http.url()}/api/v1/events`, {
      host: 'localhost:8080',
      cookie,
    });
    for (const more of [{}, { planned: plan }, { planned: plan }, {}]) await beat(more);
    const seen: unknown[] = [];
    while (seen.length < 2) {
      const { event, data } = await stream.next();
      if (event === 'server' && 'planned' in (data as object))
        seen.push((data as { planned: unknown }).planned);
    }
    stream.close();
    const { atUnixMs: _, ...rest } = plan;
    expect(seen).toEqual([{ at, ...rest }, null]);
    await beat({ planned: plan });
    expect(await planned(cookie)).toEqual({ at, ...rest });
    const recent = await http.ask('GET', '/api/v1/events/recent', { cookie });
    expect(recent.body).not.toContain('planned');
  });

  it.each([
    [{ at: 'tomorrow' }, 'at'],
    [{ at: '2030-01-31' }, 'at'],
    [{ at: undefined }, 'at'],
    [{ at: '2027-02-15T00:00:00.000Z' }, 'at'],
    [{ at: '2027-01-01T00:00:00.000Z' }, 'at'],
    [{ at: '1970-01-01T00:00:00.000Z' }, 'at'],
    [{ graceSeconds: 3_601 }, 'graceSeconds'],
    [{ then: 'burn' }, 'then'],
    [{ text: 'x'.repeat(121) }, 'text'],
    [{ reason: '' }, 'reason'],
    [{ more: 1 }, 'more'],
  ])('is refused with %j, by the name of the field', async (part, field) => {
    const reply = await post('plan', { ...wish, ...part }, { cookie: await http.logIn('admin') });
    expect([reply.statusCode, reply.body]).toEqual([400, expect.stringContaining(`"${field}"`)]);
  });

  it('is not for a server that is not there', async () => {
    const payload = wish;
    const cookie = await http.logIn('admin');
    const reply = await http.ask('POST', `/api/v1/servers/${randomUUID()}/plan`, { payload, cookie });
    expect(reply.statusCode).toBe(404);
  });

  it.each([{ atUnixMs: -1 }, { atUnixMs: 1e300 }, { graceSeconds: -1 }, { then: 'burn' }, { text: 7 }])(
    'is no sign of life with %j',
    async (part) => {
      expect((await beat({ planned: { ...plan, ...part } })).statusCode).toBe(400);
    },
  );
});
