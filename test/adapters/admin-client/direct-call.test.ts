// What a game server says to its admin API goes there and nowhere else, whatever the environment says of proxies.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { askAdmin } from '#adapters/admin-client/admin-request.js';
import { callDirectly } from '#adapters/admin-client/direct-call.js';

let api: Server;
let proxy: Server;
const heard: (string | undefined)[] = [];
let answer: { status: number; headers?: Record<string, string>; body: string };

beforeEach(async () => {
  answer = { status: 200, body: '{"said":"ü"}' };
  heard.length = 0;
  api = createServer((request, response) => {
    request.resume();
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  proxy = createServer((request, response) => {
    heard.push(request.headers.authorization);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    heard.push(request.url);
    socket.destroy();
  });
  for (const server of [api, proxy])
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const server of [api, proxy]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const at = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const call = (part: object = {}) =>
  callDirectly({
    ...{ url: `${at(api)}/x`, method: 'POST', headers: {}, body: '{}', answerBytesMax: 100 },
    signal: new AbortController().signal,
    ...part,
  });
const ask = () => {
  const request = { method: 'POST', path: 'x', body: {} } as const;
  return askAdmin({ baseUrl: at(api), token: 'secret' }, request, new AbortController().signal);
};

describe('a call to the admin API', () => {
  it('goes through no proxy that the environment names', async () => {
    const built = path.resolve('dist/adapters/admin-client/admin-request.js');
    const script = `
      const { askAdmin } = await import(${JSON.stringify(built)});
      const request = { method: 'POST', path: 'x', body: {} };
      const endpoint = { baseUrl: ${JSON.stringify(at(api))}, token: 'secret' };
      console.log((await askAdmin(endpoint, request, AbortSignal.timeout(20_000))).kind);`;
    const env = {
      ...{ PATH: process.env['PATH'], NODE_USE_ENV_PROXY: '1' },
      ...{ HTTP_PROXY: at(proxy), http_proxy: at(proxy), HTTPS_PROXY: at(proxy) },
    };
    const args = ['--input-type=module', '-e', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    expect([stdout.trim(), heard]).toEqual(['accepted', []]);
  }, 60_000);

  it('gives what was answered', async () => {
    expect(await call()).toEqual({ status: 200, text: '{"said":"ü"}' });
    expect(await ask()).toEqual({ kind: 'accepted', body: { said: 'ü' } });
  });

  it('follows no redirect', async () => {
    answer = { status: 307, headers: { location: at(proxy) }, body: '' };
    expect(await ask()).toMatchObject({ kind: 'unreachable', reason: expect.stringMatching(/redirect/) });
    expect(heard).toEqual([]);
  });

  it('takes no answer beyond its bound', async () => {
    answer = { status: 200, body: 'x'.repeat(101) };
    await expect(call()).rejects.toThrow('longer than 100 bytes');
  });

  it('ends with its signal, and with its reason', async () => {
    const early = AbortSignal.abort(new Error('over'));
    await expect(call({ signal: early })).rejects.toThrow('over');
    const later = new AbortController();
    api.removeAllListeners('request');
    api.once('request', () => later.abort(new Error('too late')));
    await expect(call({ signal: later.signal })).rejects.toThrow('too late');
  });

  it('says why nobody is there', async () => {
    await expect(call({ url: 'http://127.0.0.1:1/x' })).rejects.toThrow(/ECONNREFUSED/);
  });
});
