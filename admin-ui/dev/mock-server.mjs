// Serves the admin API's contract with made-up live data, and the built console under the same Content-Security-Policy
// as the real API: for work on the console alone (`npm --workspace admin-ui run mock`, then http://127.0.0.1:8090).
// Name "owner", password "owner-owner-owner". Listens on 127.0.0.1 only.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tilesetPng } from './mock-map.mjs';
import {
  figuresOf,
  historyOf,
  maps,
  moveEntities,
  players,
  positions,
  servers,
  somebodyMoves,
  telemetry,
} from './mock-world.mjs';

const port = Number(process.env.MOCK_PORT ?? 8090);
const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const permissions = [
  'account:self',
  'servers:read',
  'players:read',
  'maps:read',
  'live:read',
  'audit:read',
  'commands:read',
  'players:kick',
  'servers:broadcast',
  'servers:drain',
  'accounts:read',
  'accounts:manage',
];
const due = { passwordChangeDue: false, secondFactor: 'off', recoveryCodesLeft: 0 };
const account = { id: randomUUID(), name: 'owner', role: 'owner', permissions, ...due };
const accounts = [
  { ...account, disabled: false, createdAt: new Date().toISOString(), lastLoginAt: new Date().toISOString() },
];
const sessions = new Set();
const streams = new Set();
const png = tilesetPng();
let failures = 0;
let eventId = 0;
const recent = Array.from({ length: 12 }, () => ({ type: 'player', ...somebodyMoves() }));

function send(response, status, body, headers = {}) {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(text);
}

const fail = (response, status, code, message, more = {}) =>
  send(response, status, { error: { code, message, requestId: randomUUID(), ...more } });

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString('utf8'));
}

function sessionOf(request) {
  const match = /(?:^|; )tos_session=([^;]+)/.exec(request.headers.cookie ?? '');
  return match && sessions.has(match[1]) ? match[1] : undefined;
}

function listPlayers(url) {
  const search = (url.searchParams.get('search') ?? '').toLowerCase();
  const online = url.searchParams.get('online');
  const limit = Number(url.searchParams.get('limit') ?? 50);
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const found = players
    .filter(
      (one) => one.name.toLowerCase().includes(search) && (online === null || String(one.online) === online),
    )
    .sort((a, b) => a.name.localeCompare(b.name));
  const page = found.slice(from, from + limit);
  return {
    players: page,
    nextCursor: from + limit < found.length ? String(from + limit) : null,
    total: found.length,
  };
}

function openStream(request, response, url) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': hello\n\n');
  const stream = { response, map: url.searchParams.get('map'), session: sessionOf(request) };
  streams.add(stream);
  request.on('close', () => streams.delete(stream));
}

function push(event, data, wanted = () => true) {
  eventId++;
  for (const stream of streams) {
    if (wanted(stream))
      stream.response.write(`id: ${eventId}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}

async function login(request, response) {
  const { name, password } = await bodyOf(request);
  if (failures >= 5) {
    failures = 0;
    return fail(response, 429, 'locked-out', 'Too many attempts.', { retryAfterSeconds: 30 });
  }
  if (name !== 'owner' || password !== 'owner-owner-owner') {
    failures++;
    return fail(response, 401, 'wrong-credentials', 'Name or password is wrong.');
  }
  const session = randomUUID();
  sessions.add(session);
  const cookie = `tos_session=${session}; HttpOnly; SameSite=Strict; Path=/`;
  return send(response, 200, { account }, { 'set-cookie': cookie });
}

function audit() {
  return Array.from({ length: 40 }, (_, i) => ({
    id: 1000 - i,
    at: new Date(Date.now() - i * 777_000).toISOString(),
    actorId: account.id,
    actorName: 'owner',
    action: i % 5 ? 'auth.login' : 'accounts.create',
    outcome: i % 7 ? 'done' : 'refused',
    target: i % 5 ? '' : 'account:mira',
    details: i % 5 ? {} : { role: 'viewer' },
    address: '127.0.0.1',
    requestId: randomUUID(),
  }));
}

const commands = [];

/** Everything works here, at once. */
function command(kind) {
  return async (request, response, __, id) => {
    const { reason = '', ...args } = await bodyOf(request);
    const at = new Date().toISOString();
    const name = players.find((one) => one.id === id)?.name ?? '';
    const serverId = kind === 'kick' ? servers[0].id : id;
    const made = {
      ...{ id: randomUUID(), serverId, kind, args: { name, ...args }, target: `${kind}:${id}`, reason },
      ...{ actorId: account.id, actorName: account.name, state: 'applied', refusal: null, players: 1 },
      ...{ issuedAt: at, deadline: at, deliveredAt: at, endedAt: at },
    };
    commands.unshift(made);
    send(response, 202, made);
    push('command', { at, commandId: made.id, serverId });
  };
}

const routes = [
  ['GET', /^commands$/, (_, response) => send(response, 200, { commands: commands.slice(0, 10) })],
  [
    'GET',
    /^commands\/([^/]+)$/,
    (_, response, __, id) =>
      send(
        response,
        200,
        commands.find((one) => one.id === id),
      ),
  ],
  ['POST', /^players\/([^/]+)\/kick$/, command('kick')],
  ['POST', /^servers\/([^/]+)\/broadcast$/, command('broadcast')],
  ['POST', /^servers\/([^/]+)\/drain$/, command('drain')],
  ['POST', /^servers\/([^/]+)\/reopen$/, command('reopen')],
  ['GET', /^auth\/me$/, (_, response) => send(response, 200, { account })],
  ['GET', /^servers$/, (_, response) => send(response, 200, { servers })],
  [
    'GET',
    /^servers\/([^/]+)\/history$/,
    (_, response, url) => {
      send(response, 200, { points: historyOf(Number(url.searchParams.get('minutes') ?? 15)) });
    },
  ],
  [
    'GET',
    /^servers\/([^/]+)\/figures$/,
    (_, response, url) => {
      const names = (url.searchParams.get('figures') ?? 'players').split(',');
      send(response, 200, figuresOf(Number(url.searchParams.get('minutes') ?? 60), names, url.searchParams));
    },
  ],
  [
    'GET',
    /^servers\/([^/]+)$/,
    (_, response, __, id) => {
      const server = servers.find((one) => one.id === id);
      return server
        ? send(response, 200, server)
        : fail(response, 404, 'not-found', 'There is no such server.');
    },
  ],
  ['GET', /^players$/, (_, response, url) => send(response, 200, listPlayers(url))],
  [
    'GET',
    /^players\/([^/]+)$/,
    (_, response, __, id) => {
      const player = players.find((one) => one.id === id);
      return player
        ? send(response, 200, player)
        : fail(response, 404, 'not-found', 'There is no such player.');
    },
  ],
  ['GET', /^maps$/, (_, response) => send(response, 200, { maps })],
  [
    'GET',
    /^maps\/([^/]+)\/tileset\.png$/,
    (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end(png);
    },
  ],
  [
    'GET',
    /^maps\/([^/]+)$/,
    (_, response, __, key) => {
      const map = maps.find((one) => one.key === key);
      return map ? send(response, 200, map) : fail(response, 404, 'not-found', 'There is no such map.');
    },
  ],
  ['GET', /^events\/recent$/, (_, response) => send(response, 200, { events: recent })],
  ['GET', /^events$/, openStream],
  ['POST', /^accounts\/([^/]+)\/unlock$/, (_, response) => send(response, 204)],
  ['GET', /^accounts$/, (_, response) => send(response, 200, { accounts })],
  [
    'POST',
    /^accounts$/,
    async (request, response) => {
      const made = {
        id: randomUUID(),
        ...(await bodyOf(request)),
        disabled: false,
        createdAt: new Date().toISOString(),
      };
      accounts.push(made);
      send(response, 201, { account: made, password: randomBytes(15).toString('base64url') });
    },
  ],
  [
    'PATCH',
    /^accounts\/([^/]+)$/,
    async (request, response, __, id) => {
      const one = accounts.find((it) => it.id === id);
      if (one?.role === 'owner')
        return fail(response, 409, 'last-owner', 'The last owner must stay an owner.');
      return send(response, 200, { account: Object.assign(one, await bodyOf(request)) });
    },
  ],
  ['GET', /^machine-tokens$/, (_, response) => send(response, 200, { tokens: [] })],
  ['GET', /^second-factor-demands$/, (_, response) => send(response, 200, { roles: [] })],
  ['GET', /^audit$/, (_, response) => send(response, 200, { entries: audit(), nextCursor: null })],
  [
    'POST',
    /^auth\/password$/,
    async (request, response) => {
      const { currentPassword } = await bodyOf(request);
      if (currentPassword !== 'owner-owner-owner')
        return fail(response, 401, 'wrong-credentials', 'The password is wrong.');
      return send(response, 204);
    },
  ],
];

async function answerApi(request, response, url) {
  const path = url.pathname.slice('/api/v1/'.length);
  if (path === 'auth/login') return login(request, response);
  const session = sessionOf(request);
  if (!session) return fail(response, 401, 'not-signed-in', 'Sign in first.');
  if (path === 'auth/logout') {
    sessions.delete(session);
    for (const stream of streams) if (stream.session === session) stream.response.end();
    return send(response, 204);
  }
  for (const [method, pattern, answer] of routes) {
    const match = request.method === method ? pattern.exec(path) : null;
    if (match) return answer(request, response, url, match[1]);
  }
  return fail(response, 404, 'not-found', 'There is no such route.');
}

const types = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png' };

function answerFile(request, response, url) {
  const path = join(dist, normalize(url.pathname));
  if (extname(path) !== '' && path.startsWith(dist) && existsSync(path)) {
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' });
    return response.end(readFileSync(path));
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
  const page = readFileSync(join(dist, 'index.html'), 'utf8').replaceAll('__CSP_NONCE__', nonce);
  return response.end(page.replace('__SESSION__', sessionOf(request) ? 'alive' : 'none'));
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
  if (!url.pathname.startsWith('/api/')) return answerFile(request, response, url);
  answerApi(request, response, url).catch((error) => fail(response, 400, 'bad-request', String(error)));
});

setInterval(() => push('telemetry', telemetry()), 1000);
setInterval(() => push('player', somebodyMoves()), 2300);
setInterval(() => {
  moveEntities(0.25);
  for (const map of maps) push('positions', positions(map.key), (stream) => stream.map === map.key);
}, 250);
setInterval(() => {
  for (const stream of streams) stream.response.write(': heartbeat\n\n');
}, 15_000);
setInterval(() => {
  servers[1].status = servers[1].status === 'stale' ? 'online' : 'stale';
  const { id: serverId, name, status } = servers[1];
  push('server', { serverId, name, status, at: new Date().toISOString() });
}, 20_000);

server.listen(port, '127.0.0.1', () => console.log(`console on made-up data: http://127.0.0.1:${port}`));
