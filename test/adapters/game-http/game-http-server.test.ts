import { createConnection, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';

import { afterEach, describe, expect, it } from '@jest/globals';

import {
  GameHttpServer,
  type GameHttpOptions,
  type GameHttpParts,
} from '#adapters/game-http/game-http-server.js';

const servers: GameHttpServer[] = [];
const logged: string[] = [];
const note = (message: string): void => void logged.push(message);
const log = { debug: note, info: note, warn: note, error: note };

async function listen(changes: Partial<GameHttpOptions & GameHttpParts> = {}): Promise<GameHttpServer> {
  const server = await GameHttpServer.listen({
    host: '127.0.0.1',
    port: 0,
    log,
    ...changes,
  });
  server.serve({
    liveness: [],
    readiness: [],
    metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'tos_players 1\n' },
    ...changes,
  });
  servers.push(server);
  return server;
}

/** Sends raw bytes and resolves with all that comes until the server closes. */
function raw(server: GameHttpServer, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = createConnection(server.port, '127.0.0.1');
    let received = '';
    socket.on('data', (data) => (received += data.toString()));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
    socket.write(text);
  });
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  logged.length = 0;
});

describe('a server that still starts', () => {
  it('is alive, not ready with the reason, and has no metrics yet', async () => {
    const server = await GameHttpServer.listen({ host: '127.0.0.1', port: 0, log });
    servers.push(server);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'failing', checks: { start: { ok: false, reason: 'the server is starting' } } },
    ]);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(503);
  });
});

describe('health', () => {
  it('is ok when every check is', async () => {
    const server = await listen({ readiness: [{ name: 'simulation', check: () => ({ ok: true }) }] });
    const response = await fetch(`${server.url}/health/ready`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ status: 'ok', checks: { simulation: { ok: true } } });
  });

  it('is 503 with the reasons when one check fails, throws or never answers', async () => {
    const server = await listen({
      readiness: [
        { name: 'gateways', check: () => ({ ok: true }) },
        { name: 'simulation', check: () => ({ ok: false, reason: 'no tick for 3 s' }) },
        {
          name: 'database',
          check: () => {
            throw new Error('closed');
          },
        },
        { name: 'content', check: () => new Promise<never>(() => undefined) },
      ],
    });
    const response = await fetch(`${server.url}/health/ready`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: 'failing',
      checks: {
        gateways: { ok: true },
        simulation: { ok: false, reason: 'no tick for 3 s' },
        database: { ok: false, reason: 'closed' },
        content: { ok: false, reason: expect.stringContaining('no answer within') },
      },
    });
  });

  it('tells being alive and being ready apart', async () => {
    const server = await listen({
      readiness: [{ name: 'x', check: () => ({ ok: false, reason: 'starting' }) }],
    });
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
  });
});

describe('metrics', () => {
  it('are served as they are', async () => {
    const server = await listen();
    const response = await fetch(`${server.url}/metrics?ignored=1`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4');
    expect(await response.text()).toBe('tos_players 1\n');
  });

  it('that cannot be made are a 500 in JSON and a line in the log, without details for the asker', async () => {
    const text = async (): Promise<string> => {
      throw new Error('secret detail');
    };
    const server = await listen({ metrics: { contentType: 'text/plain', text } });
    const response = await fetch(`${server.url}/metrics`);
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'internal-error' } });
    expect(body).not.toContain('secret');
    expect(logged).toHaveLength(1);
  });
});

describe('the HTTP server', () => {
  it('answers HEAD with the same headers and no body', async () => {
    const server = await listen();
    const response = await fetch(`${server.url}/metrics`, { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('14');
    expect(await response.text()).toBe('');
  });

  it.each(['/', '/health', '/health/live/', '/../etc/passwd', '/metrics%00', '//'])(
    'has nothing at %s',
    async (path) => {
      const server = await listen();
      const answer = await raw(server, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).toContain('"code":"not-found"');
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])(
    'does not allow %s, and says what it allows',
    async (method) => {
      const server = await listen();
      const response = await fetch(`${server.url}/metrics`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
      expect(await response.json()).toMatchObject({ error: { code: 'method-not-allowed' } });
    },
  );

  it.each(['http://x:7780/health/live', 'HTTP://[::1]/health/live?x=1'])(
    'knows its pages by their whole address, as proxies send it: %s',
    async (target) => {
      const answer = await raw(
        await listen(),
        `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it('answers HTTP/1.0, which knows no hosts', async () => {
    expect(await raw(await listen(), 'GET /health/live HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('refuses headers that are too large', async () => {
    const server = await listen();
    const answer = await raw(server, `GET /metrics HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('refuses what is not HTTP and goes on', async () => {
    const server = await listen();
    expect(await raw(server, '\u0000\u0001 hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  });

  it.each([
    ['nonsense', '\u0000\u0001 hello\r\n\r\n', 400, 'invalid-http'],
    ['no host', 'GET /metrics HTTP/1.1\r\n\r\n', 400, 'invalid-http'],
    ['two hosts', 'GET /metrics HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', 400, 'invalid-http'],
    [
      'large headers',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    ['a tunnel', 'CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n', 405, 'method-not-allowed'],
    [
      'an expectation that HTTP has not',
      'GET /metrics HTTP/1.1\r\nHost: x\r\nExpect: more\r\n\r\n',
      417,
      'expectation-failed',
    ],
  ])('says in JSON why it refuses %s', async (_what, text, status, code) => {
    const [head = '', body = ''] = (await raw(await listen(), text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(body)).toMatchObject({ error: { code } });
  });

  it('says which address and port it cannot have', async () => {
    const server = await listen();
    await expect(listen({ port: server.port })).rejects.toMatchObject({
      code: 'cannot-listen',
      message: expect.stringContaining(`127.0.0.1, TCP port ${server.port}`),
    });
  });

  it('stops although a client keeps its connection and another answer never comes', async () => {
    const server = await listen({
      metrics: { contentType: 'text/plain', text: () => new Promise<never>(() => undefined) },
    });
    const hanging = raw(server, 'GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n');
    const idle = raw(server, 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    await fetch(`${server.url}/health/live`);
    await server.stop();
    await server.stop();
    expect(await hanging).toBe('');
    expect(await idle).toMatch(/^HTTP\/1\.1 200 /);
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
  });

  const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some((a) => a.address === '::1'),
  );
  const ipv6It = hasIpv6 ? it : it.skip;

  ipv6It('listens on IPv6 too, and gives its address as a URL (needs ::1 on this machine)', async () => {
    const server = await listen({ host: '::1' });
    expect(server.url).toBe(`http://[::1]:${server.port}`);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  });
});
