// What Node's parser refuses before there is a request is answered like everything else.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { errorBody } from '#adapters/admin-api/openapi/answers.js';
import { AdminHttp } from '../../support/admin/admin-http.js';

let http: AdminHttp;
beforeAll(async () => {
  http = await AdminHttp.start();
});
afterAll(() => http.stop());

const login = 'Host: x\r\nContent-Type: application/json\r\n';

async function send(text: string): Promise<string> {
  const { port, hostname } = new URL(await http.url());
  const socket = connect(Number(port), hostname);
  socket.end(text);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe('what is no request', () => {
  it.each([
    [
      'a tunnel',
      'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n',
      405,
      'method-not-allowed',
    ],
    [
      'an expectation that HTTP has not',
      'GET /api/v1/servers HTTP/1.1\r\nHost: x\r\nExpect: more\r\n\r\n',
      417,
      'expectation-failed',
    ],
    ['no host', 'GET /api/v1/servers HTTP/1.1\r\n\r\n', 400, 'invalid-http'],
    ['two hosts', 'GET /api/v1/servers HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n', 400, 'invalid-http'],
    [
      'a transfer coding that nobody undoes',
      `POST /api/v1/auth/login HTTP/1.1\r\n${login}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
      501,
      'unknown-transfer-coding',
    ],
    [
      'a wrong method for a whole address',
      'POST http://x/health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n',
      405,
      'method-not-allowed',
    ],
    ['nonsense', 'nonsense\r\n\r\n', 400, 'invalid-http'],
    ['an unknown method', 'FETCH / HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'invalid-http'],
    [
      'large headers',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'invalid-http',
    ],
  ])('gets an error of the same shape: %s', async (_what, text, status, code) => {
    const [head = '', body = ''] = (await send(text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('x-content-type-options: nosniff');
    expect(errorBody.parse(JSON.parse(body)).error.code).toBe(code);
  });
});

describe('a request', () => {
  it.each([
    ['a whole address, as proxies send it', 'GET http://x/health/live HTTP/1.1\r\nHost: x\r\n\r\n', 200],
    [
      'a body in chunks',
      `POST /api/v1/auth/login HTTP/1.1\r\n${login}Transfer-Encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
      400,
    ],
    ['no host, in HTTP/1.0', 'GET /health/live HTTP/1.0\r\n\r\n', 200],
  ])('may have %s', async (_what, text, status) => {
    const answer = await send(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toContain('invalid-http');
  });
});
