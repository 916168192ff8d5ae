// Pages of other origins and the API: which may, what they may, and that nothing changes for the rest.

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdminHttp } from '../../support/admin/admin-http.js';

const tools = 'https://tools.example.com';
let http: AdminHttp;
let cookie: string;

beforeAll(async () => {
  http = await AdminHttp.start({ publicUrl: 'https://console.example.com', corsOrigins: [tools] });
  cookie = await http.logIn('owner');
});
afterAll(() => http.stop());

/** Of what is answered to these bytes. */
async function headOf(text: string): Promise<string> {
  const { port, hostname } = new URL(await http.url());
  const socket = connect(Number(port), hostname);
  socket.end(text);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer.split('\r\n\r\n', 1)[0]!;
}

const grants = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')));
const preflight = (origin: string, url = '/api/v1/players') =>
  http.ask('OPTIONS', url, { headers: { origin, 'access-control-request-method': 'POST' } });

describe('a page of an origin that the settings name', () => {
  it('is told what it may ask', async () => {
    const reply = await preflight(tools);
    expect([reply.statusCode, reply.body]).toEqual([204, '']);
    expect(grants(reply.headers)).toEqual({
      'access-control-allow-origin': tools,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'content-type, authorization, last-event-id',
      'access-control-expose-headers': 'x-request-id, retry-after, allow, content-disposition',
      'access-control-max-age': '600',
    });
    expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });

  it('may read answers and faults, and no cache gives them to another', async () => {
    for (const [url, status] of [
      ['/api/v1/players', 200],
      ['/api/v1/players/nobody', 400],
      ['/api/v1/nothing', 404],
      ['/api/v1/%zz', 400],
      ['/%61pi/v1/players', 200],
      ['/api', 404],
      ['/api?x', 404],
    ] as const) {
      const reply = await http.ask('GET', url, { cookie, headers: { origin: tools } });
      expect([url, reply.statusCode, reply.headers['access-control-allow-origin']]).toEqual([
        url,
        status,
        tools,
      ]);
      expect(reply.headers['vary']).toMatch(/origin/i);
    }
  });

  it.each([
    [
      417,
      'GET /api/v1/servers HTTP/1.1\r\nHost: x\r\nOrigin: https://tools.example.com\r\nExpect: more\r\n\r\n',
    ],
    [
      431,
      `GET /api/v1/servers HTTP/1.1\r\nHost: x\r\nOrigin: https://tools.example.com\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
    ],
  ])('may read why nothing became of its request: %d', async (status, text) => {
    const head = await headOf(text);
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain(`\r\naccess-control-allow-origin: ${tools}\r\n`);
    expect(head).toMatch(/\r\nvary: Origin\r\n/i);
    for (const other of [
      text.replace(tools, 'https://evil.example'),
      text.replace('/api/v1/servers', '/players'),
    ])
      expect(await headOf(other)).not.toContain('access-control-');
  });

  it.each(['same-site', 'cross-site'])('may change things with the cookie: %s', async (site) => {
    const headers = { origin: tools, 'sec-fetch-site': site };
    const signedIn = await http.logIn('admin', `admin-${site}`);
    const reply = await http.ask('POST', '/api/v1/auth/logout', { cookie: signedIn, headers });
    expect(reply.statusCode).toBe(204);
  });

  it('has no more rights than who is signed in', async () => {
    expect((await http.ask('GET', '/api/v1/players', { headers: { origin: tools } })).statusCode).toBe(401);
  });

  it.each(['/', '/health/live', '/metrics', '/players'])(
    'may not read what is not the API: %s',
    async (url) => {
      expect(grants((await http.ask('GET', url, { headers: { origin: tools } })).headers)).toEqual({});
      expect((await preflight(tools, url)).statusCode).not.toBe(204);
    },
  );

  it('is told which methods there are when it asks by OPTIONS without a preflight', async () => {
    const reply = await http.ask('OPTIONS', '/api/v1/players', { headers: { origin: tools } });
    expect([reply.statusCode, reply.headers['allow']]).toEqual([405, 'GET, HEAD']);
    expect(reply.headers['access-control-allow-origin']).toBe(tools);
  });
});

describe('any other page', () => {
  it.each([
    'https://evil.example',
    'http://tools.example.com',
    'https://tools.example.com:8443',
    'https://tools.example.com.evil.example',
    'https://sub.tools.example.com',
    'null',
    '*',
    '',
  ])('is told nothing and changes nothing: %j', async (origin) => {
    expect(grants((await preflight(origin)).headers)).toEqual({});
    const read = await http.ask('GET', '/api/v1/players', { cookie, headers: { origin } });
    expect(grants(read.headers)).toEqual({});
    const headers = { origin, 'sec-fetch-site': 'cross-site' };
    const reply = await http.ask('POST', '/api/v1/auth/logout', { cookie, headers });
    expect(reply.json<{ error: { code: string } }>().error.code).toBe('cross-origin');
  });

  it('is as before where the settings name none', async () => {
    const plain = await AdminHttp.start();
    const headers = { origin: tools, 'access-control-request-method': 'POST' };
    const reply = await plain.ask('OPTIONS', '/api/v1/players', { headers });
    await plain.stop();
    expect([reply.statusCode, grants(reply.headers), reply.headers['vary']]).toEqual([405, {}, undefined]);
  });
});
