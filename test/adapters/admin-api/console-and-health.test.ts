// The console's files, health, metrics and the API's document.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { consolePages } from '#adapters/admin-api/areas.js';
import { AdminHttp } from '../../support/admin/admin-http.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const page =
  '<html><meta name="tos-session" content="__SESSION__"><script src="main-ABCDEFGH.js"></script><tos-root ngCspNonce="__CSP_NONCE__"></tos-root></html>';
let built: string;
let http: AdminHttp;
let databaseWorks = true;

beforeAll(async () => {
  built = path.join(temporaryFolder(), 'dist');
  mkdirSync(path.join(built, 'assets'), { recursive: true });
  writeFileSync(path.join(built, 'index.html'), page);
  writeFileSync(path.join(built, 'main-ABCDEFGH.js'), 'script');
  writeFileSync(path.join(built, 'favicon.svg'), '<svg/>');
  writeFileSync(path.join(built, 'assets', 'tile.png'), 'png');
  writeFileSync(path.join(built, '.secret'), 'secret');
  writeFileSync(path.join(path.dirname(built), 'outside.txt'), 'outside');
  const database = {
    name: 'database',
    check: async () => void (databaseWorks || (await Promise.reject(new Error('10.0.0.1 is down')))),
  };
  http = await AdminHttp.start({ consoleDir: built }, [database]);
});
afterAll(() => http.stop());

describe('the console', () => {
  it('is a page with a fresh nonce in its policy and in itself', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const { headers, body } = await http.ask('GET', '/');
      const policy = String(headers['content-security-policy']);
      const nonce = /script-src 'self' 'nonce-([A-Za-z0-9+/]{24})'/.exec(policy)![1]!;
      nonces.add(nonce);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      for (const part of [
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
      ]) {
        expect(policy).toContain(part);
      }
      expect(policy).not.toContain('unsafe');
      expect(body).toContain(`ngCspNonce="${nonce}"`);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
      });
    }
    expect(nonces.size).toBe(3);
  });

  it.each([
    '/players',
    '/approvals',
    '/map',
    '/servers/11111111-1111-4111-8111-111111111111',
    '/index.html',
    '/login?next=/',
  ])('answers its own addresses with the page: %s', async (url) => {
    expect((await http.ask('GET', url)).body).toContain('<tos-root');
  });

  it.each(['/healthz', '/livez', '/nowhere', '/maps/meadow', '/Health', '/apis', '/metricsx'])(
    'answers an address that is nothing with 404: a page for people, an error for programs: %s',
    async (url) => {
      const program = await http.ask('GET', url);
      expect([program.statusCode, program.json<{ error: { code: string } }>().error.code]).toEqual([
        404,
        'not-found',
      ]);
      const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
      const person = await http.ask('GET', url, { headers });
      expect([person.statusCode, person.body.includes('<tos-root')]).toEqual([404, url !== '/Health']);
    },
  );

  it.each([256, 5000, 15_000])('answers an address of %i letters with 404', async (letters) => {
    for (const url of [`/${'a'.repeat(letters)}`, `/api/v1/${'a'.repeat(letters)}`, '/a'.repeat(letters / 2)])
      expect([(await http.ask('GET', url)).statusCode, (await http.ask('POST', url)).statusCode]).toEqual([
        404, 404,
      ]);
  });

  it.each(['//api', '/api%2f', '//health/live', '/map%2f', '/map//'])(
    'is not sent for a disguised address: %s',
    async (url) => {
      const reply = await http.ask('GET', url, { headers: { accept: 'text/html' } });
      expect([reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([
        404,
        'not-found',
      ]);
    },
  );

  it.each(['/', '/players', '/index.html', '/favicon.svg', '/assets/tile.png'])(
    'is only read: %s',
    async (url) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
        const reply = await http.ask(method, url, { payload: {} });
        expect([method, reply.statusCode, reply.headers['allow']]).toEqual([method, 405, 'GET, HEAD']);
      }
    },
  );

  it.each(['/nowhere', '/.secret', '//players', '/main-ABCDEFGX.js', '/api/nothing'])(
    'takes nothing where nothing is: %s',
    async (url) => {
      expect((await http.ask('POST', url, { payload: {} })).statusCode).toBe(404);
    },
  );

  it('knows the addresses of its own router', () => {
    const router = ['app.routes.ts', 'navigation/navigation.ts']
      .map((file) => readFileSync(`admin-ui/src/app/${file}`, 'utf8'))
      .join('\n');
    const addresses = [...router.matchAll(/path: '([^']*)'/g)].map(([, path]) => path!.replace(/^\//, ''));
    const paths = addresses.map((path) => path.split('/')[0]!);
    expect(new Set(paths.filter((path) => path !== '**'))).toEqual(consolePages);
  });

  it('has each of its pages opened in a browser by test/system/console', () => {
    const addressesIn = (file: string, pattern: RegExp): string[] =>
      [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, one, other]) => (one ?? other)!);
    const places = addressesIn('admin-ui/src/app/navigation/navigation.ts', /path: '([^']*)'/g);
    const routed = addressesIn('admin-ui/src/app/app.routes.ts', /'([^' ]*\/:[^' ]*)'|path: '([^':]*)'/g);
    // What other tests there open, or what nobody gets to who is signed in and may.
    const others = [
      ...['/login', '/unavailable', '/no-access', '/**', '/'],
      ...['/servers/:id', '/reports/:id', '/players/:id/ledger', '/servers/:id/stacks/:stack'],
    ];
    const browsed = readFileSync('test/system/console/console.test.ts', 'utf8');
    const list = /^const pages: .*?^};/ms.exec(browsed)![0];
    const opened = [...list.matchAll(/^ {2}'([^']+)': '/gm)].map(([, path]) => path!);
    // '/nowhere' is no page.
    expect(opened.filter((path) => path !== '/nowhere').sort()).toEqual([...places].sort());
    const told = routed.map((path) => `/${path}`);
    expect(told.filter((path) => !places.includes(path) && !others.includes(path))).toEqual([]);
  });

  it('says whether its visitor is signed in, so that a stranger need not ask', async () => {
    const said = async (cookie?: string) =>
      /tos-session" content="(\w+)"/.exec((await http.ask('GET', '/map', cookie ? { cookie } : {})).body)![1];
    const cookie = await http.logIn('viewer');
    expect([await said(), await said(cookie), await said('tos_session_8080=forged')]).toEqual([
      'none',
      'alive',
      'none',
    ]);
    await http.ask('POST', '/api/v1/auth/logout', { cookie, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(await said(cookie)).toBe('none');
  });

  it('is sent even when nobody can say who its visitor is', async () => {
    const cookie = await http.logIn('viewer');
    const { sessions } = http.world.ports;
    const find = sessions.find.bind(sessions);
    sessions.find = () => Promise.reject(new Error('no database'));
    const reply = await http.ask('GET', '/', { cookie });
    sessions.find = find;
    expect([reply.statusCode, reply.body]).toEqual([200, expect.stringContaining('content="unknown"')]);
  });

  it('goes out compressed where a twin lies beside the file, under the same name and for as long', async () => {
    const text = 'script '.repeat(500);
    writeFileSync(path.join(built, 'main-B-nG0_sX.js'), text);
    writeFileSync(path.join(built, 'main-B-nG0_sX.js.br'), brotliCompressSync(text));
    writeFileSync(path.join(built, 'main-B-nG0_sX.js.gz'), gzipSync(text));
    const ask = (accepted: string) =>
      http.ask('GET', '/main-B-nG0_sX.js', { headers: { 'accept-encoding': accepted } });
    const [brotli, gzip, plain] = [await ask('gzip, deflate, br'), await ask('gzip'), await ask('identity')];
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(text);
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(text);
    expect(plain.body).toBe(text);
    for (const [reply, encoding] of [
      [brotli, 'br'],
      [gzip, 'gzip'],
      [plain, undefined],
    ] as const) {
      expect(reply.headers['content-encoding']).toBe(encoding);
      expect(reply.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': expect.stringContaining('javascript'),
        vary: expect.stringMatching(/accept-encoding/i),
        'x-content-type-options': 'nosniff',
      });
    }
    expect((await http.ask('GET', '/main-B-nG0_sX.js.br')).statusCode).toBe(404);
    const page = await http.ask('GET', '/', { headers: { 'accept-encoding': 'br' } });
    expect(page.headers['content-encoding']).toBeUndefined();
  });

  it('lets hashed files be kept for ever, others be asked for again', async () => {
    const hashed = await http.ask('GET', '/main-ABCDEFGH.js');
    expect(hashed.body).toBe('script');
    expect(hashed.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringContaining('javascript'),
    });
    expect((await http.ask('GET', '/favicon.svg')).headers['cache-control']).toBe('no-cache');
    expect((await http.ask('GET', '/assets/tile.png')).body).toBe('png');
  });

  it.each([
    '/main-MISSING1.js',
    '/.secret',
    '/../outside.txt',
    '/..%2foutside.txt',
    '/assets/../../outside.txt',
    '/assets/%2e%2e/%2e%2e/outside.txt',
    '/assets\\..\\..\\outside.txt',
  ])('serves nothing that is not its own: %s', async (url) => {
    const reply = await http.ask('GET', url);
    expect(reply.statusCode).toBe(404);
    expect(reply.body).not.toMatch(/secret|outside/);
  });

  it('is read again after it was built again', async () => {
    const file = path.join(built, 'index.html');
    writeFileSync(file, `${page}<!-- second -->`);
    utimesSync(file, new Date(), new Date(Date.now() + 5_000));
    expect((await http.ask('GET', '/')).body).toContain('second');
  });

  it('says plainly that it is not built', async () => {
    for (const consoleDir of [undefined, path.join(built, 'nowhere')]) {
      const bare = await AdminHttp.start({ consoleDir });
      const reply = await bare.ask('GET', '/');
      expect([reply.statusCode, reply.body]).toEqual([200, expect.stringContaining('not built')]);
      await bare.stop();
    }
  });

  it('may be built after the start', async () => {
    const later = path.join(temporaryFolder(), 'later');
    const early = await AdminHttp.start({ consoleDir: later });
    expect((await early.ask('GET', '/')).body).toContain('not built');
    mkdirSync(later);
    writeFileSync(path.join(later, 'index.html'), page);
    writeFileSync(path.join(later, 'main-ABCDEFGH.js'), 'script');
    expect((await early.ask('GET', '/')).body).toContain('<tos-root');
    expect((await early.ask('GET', '/main-ABCDEFGH.js')).body).toBe('script');
    await early.stop();
    rmSync(later, { recursive: true });
  });
});

describe('health', () => {
  it('is ready while the database answers, and alive either way', async () => {
    expect((await http.ask('GET', '/health/ready')).json()).toMatchObject({
      status: 'ok',
      details: { database: { status: 'up' } },
    });
    databaseWorks = false;
    const reply = await http.ask('GET', '/health/ready');
    expect(reply.statusCode).toBe(503);
    expect(reply.json()).toMatchObject({ status: 'error', error: { database: { status: 'down' } } });
    expect(reply.body).not.toContain('10.0.0.1');
    expect((await http.ask('GET', '/health/live')).statusCode).toBe(200);
    databaseWorks = true;
    expect((await http.ask('GET', '/health/ready')).statusCode).toBe(200);
  });

  it('does not wait for a database that never answers', async () => {
    const stuck = await AdminHttp.start({}, [
      { name: 'database', check: () => new Promise(() => undefined) },
    ]);
    expect((await stuck.ask('GET', '/health/ready')).statusCode).toBe(503);
    await stuck.stop();
  });
});

describe('metrics', () => {
  it('are in the format of Prometheus, with routes as declared', async () => {
    await http.ask('GET', '/api/v1/servers/not-a-uuid');
    const reply = await http.ask('GET', '/metrics');
    expect(reply.headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(reply.body).toContain(
      'tos_admin_http_request_duration_seconds_count{method="GET",route="/api/v1/servers/:id",status="401"} 1',
    );
    expect(reply.body).toContain('tos_admin_event_streams 0');
    expect(reply.body).not.toContain('not-a-uuid');
  });
});

interface Operation {
  operationId: string;
  security?: object[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

describe("the API's document", () => {
  it('names every operation once, what it answers, and who may call it', async () => {
    const document = (await http.ask('GET', '/api/openapi.json')).json<{
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: Record<string, object> };
    }>();
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operationId, responses } of operations) {
      const [answered, ...refused] = Object.keys(responses);
      expect([operationId, answered, refused.pop()]).toEqual([
        operationId,
        expect.stringMatching(/^20[0-4]$/),
        'default',
      ]);
      expect([operationId, refused.filter((status) => !/^[45]\d\d$/.test(status))]).toEqual([
        operationId,
        [],
      ]);
    }
    expect(
      operations
        .filter(({ security }) => !security)
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual(['finishLogIn', 'live', 'logIn', 'metrics', 'ready']);
    const references = JSON.stringify(document).matchAll(/#\/components\/schemas\/([A-Za-z]+)/g);
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name!);
  });
});
