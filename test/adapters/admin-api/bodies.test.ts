// What a body may be like: odd, deep, large, in other bytes. Each gets a coded answer, and nothing breaks.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jsonDepth, jsonDepthMax } from '#adapters/admin-api/http/json-body.js';
import { AdminHttp, introduction, serverId } from '../../support/admin/admin-http.js';

let http: AdminHttp;
let token: string;
beforeAll(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
});
afterAll(() => http.stop());

interface Refusal {
  error: { code: string; fields?: { path: string; message: string }[]; requestId: string };
}
const loginText = (payload: string) =>
  http.ask('POST', '/api/v1/auth/login', { payload, headers: { 'content-type': 'application/json' } });

describe('a body', () => {
  it.each([
    ['not JSON', '{"name":', 400, 'invalid-json'],
    ['nothing', '', 400, 'invalid-request'],
    ['a list', '[]', 400, 'invalid-request'],
    ['a prototype', '{"__proto__":{"role":"owner"}}', 400, 'invalid-json'],
    ['a constructor', '{"constructor":{"prototype":{"role":"owner"}}}', 400, 'invalid-json'],
    ['deep', '['.repeat(60_000), 400, 'json-too-deep'],
    ['large', JSON.stringify({ name: 'x'.repeat(70_000) }), 413, 'body-too-large'],
    ['a NUL', '{"name":"a\\u0000b","password":"x"}', 400, 'invalid-request'],
  ])('that is %s is refused', async (_what, payload, status, code) => {
    const reply = await loginText(payload);
    expect([reply.statusCode, reply.json<Refusal>().error.code]).toEqual([status, code]);
  });

  it.each([
    ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'].map((type) => ({
      'content-type': type,
    })),
    ...['gzip', 'zstd'].map((encoding) => ({ 'content-encoding': encoding })),
    ...['utf-16', 'latin1', '""', '"utf-8', 'utf-8; charset=utf-16'].map((charset) => ({
      'content-type': `application/json; charset=${charset}`,
    })),
  ])('of %j is refused', async (headers) => {
    const payload = '{"name":"a","password":"b"}';
    const sent = { 'content-type': 'application/json', ...headers };
    const reply = await http.ask('POST', '/api/v1/auth/login', { payload, headers: sent });
    expect([reply.statusCode, reply.json<Refusal>().error.code]).toEqual([415, 'unsupported-media-type']);
  });

  it.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8', 'utf-8; profile=x'])(
    'may say that it is UTF-8: charset=%s',
    async (charset) => {
      const reply = await http.ask('POST', '/api/v1/auth/login', {
        payload: '{"name":"Zo\u00eb","password":"b"}',
        headers: { 'content-type': `application/json; charset=${charset}` },
      });
      expect(reply.json<Refusal>().error.code).toBe('wrong-credentials');
    },
  );

  it.each([
    ['Latin-1', '5a6feb'],
    ['cut off in a character', '5a6fc3'],
    ['half of a surrogate pair', 'eda080'],
    ['spelled longer than need be', 'c0af'],
  ])('in bytes that are not UTF-8 is refused: %s', async (_what, hex) => {
    const payload = Buffer.concat([
      Buffer.from('{"name":"'),
      Buffer.from(hex, 'hex'),
      Buffer.from('","password":"b"}'),
    ]);
    const reply = await http.ask('POST', '/api/v1/auth/login', {
      payload,
      headers: { 'content-type': 'application/json' },
    });
    expect([reply.statusCode, reply.json<Refusal>().error.code]).toEqual([400, 'invalid-encoding']);
  });

  it('with faults is told the path of each, also of fields nobody knows', async () => {
    const payload = { ...introduction, udpPort: 0, maps: ['meadow', 'No Map'], speed: 9, version: undefined };
    const reply = await http.ask('PUT', `/api/v1/servers/${serverId}`, { token, payload });
    expect(reply.statusCode).toBe(400);
    expect(
      reply
        .json<Refusal>()
        .error.fields?.map(({ path }) => path)
        .sort(),
    ).toEqual(['maps.1', 'proof', 'speed', 'udpPort', 'version']);
  });

  it.each(['0.0.0.0', '::', '::ffff:0.0.0.0'])(
    'sends no player to all addresses of a machine: %s',
    async (host) => {
      const cookie = await http.logIn('admin');
      const payload = { host, udpPort: 7777 };
      const reply = await http.ask('PATCH', `/api/v1/servers/${serverId}`, { cookie, payload });
      expect([reply.statusCode, reply.json<Refusal>().error.fields]).toEqual([
        400,
        [{ path: 'host', message: 'An address of the machine, and not all of them; or a host name' }],
      ]);
    },
  );

  it('with very many faults is told the first twenty', async () => {
    const payload = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`field${i}`, 1]));
    const reply = await http.ask('POST', '/api/v1/auth/login', { payload });
    expect(reply.json<Refusal>().error.fields).toHaveLength(20);
  });

  it('of positions may hold 5,000 entities, and no more', async () => {
    const entity = [4_294_901_761, 2, 1023.984375, 1023.984375, 'Twenty-four letters name', 65_535];
    const send = (count: number) => {
      const entities = Array.from({ length: count }, () => entity);
      const payload = { serverId, map: 'meadow', tick: 4_000_000_000, entities };
      return http.ask('POST', '/api/v1/telemetry/positions', { token, payload });
    };
    expect((await send(5_000)).statusCode).toBe(202);
    expect((await send(5_001)).statusCode).toBe(400);
  });
});

describe('the depth of JSON', () => {
  it('is that of its brackets, not of brackets in strings', () => {
    expect(jsonDepth('{"a":[1,{"b":2}]}')).toBe(3);
    expect(jsonDepth('"[[[["')).toBe(0);
    expect(jsonDepth('{"a":"\\"[[["}')).toBe(1);
    expect(jsonDepth('[[],[],[]]')).toBe(2);
    expect(jsonDepth('['.repeat(1e6))).toBe(jsonDepthMax + 1);
  });
});
