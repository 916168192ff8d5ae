// Every route × values that nobody should send, on a real PostgreSQL: whatever the answer is, it is none of our faults
// (500), an error has the one shape that errors have, and says of each field what is allowed in our words, not in those
// of the library that checks. Routes and fields come from the API's own document.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorBody } from '#adapters/admin-api/openapi/answers.js';
import { MemoryBackupDesk } from '#adapters/memory/admin/backups/memory-backup-desk.js';
import { AesSecretSealer } from '#adapters/node-crypto/aes-secret-sealer.js';
import { Argon2PasswordHasher } from '#adapters/node-crypto/argon2-password-hasher.js';
import { postgresPorts } from '#src/admin-api/postgres-ports.js';
import {
  AdminHttp,
  introduction,
  laterTelemetry,
  serverId,
  telemetry,
} from '../../support/admin/admin-http.js';
import { toldReports } from '../../support/admin/told-reports.js';
import { fieldsOf, fieldsTaken, type ApiDocument } from '../../support/admin/body-fields.js';
import { goodPassword } from '../../support/admin/admin-world.js';
import { openTestDatabase, type TestDatabase } from '../../support/admin/test-database.js';

const joined = { characterId: 1, characterName: 'Ann', accountId: serverId, level: 1, map: 'meadow' };

/** A body that each route takes, with all its fields; they are then replaced one by one. A test names what is missing. */
const bodies: Record<string, object> = {
  'POST /api/v1/auth/login': { name: 'nobody', password: 'x' },
  'POST /api/v1/auth/login/code': { code: '123456' },
  'POST /api/v1/auth/second-factor': { currentPassword: goodPassword },
  'POST /api/v1/auth/second-factor/confirm': { code: '123456' },
  'POST /api/v1/auth/second-factor/recovery-codes': { currentPassword: goodPassword },
  'POST /api/v1/auth/second-factor/remove': { currentPassword: goodPassword },
  'POST /api/v1/auth/api-keys': {
    ...{ label: 'nightly', permissions: ['players:read'], expiresAt: '2027-02-01T00:00:00Z' },
    currentPassword: goodPassword,
  },
  'PUT /api/v1/second-factor-demands/{role}': { demanded: false },
  'POST /api/v1/roles': { name: 'night-watch', means: 'At night', permissions: ['players:kick'] },
  'PUT /api/v1/roles/{role}': {
    ...{ means: 'At night', permissions: ['players:kick'] },
    was: { means: 'By day', permissions: ['players:mute'] },
  },
  'POST /api/v1/auth/password': { currentPassword: goodPassword, newPassword: 'passwordpassword' },
  'POST /api/v1/accounts': { name: 'ab', role: 'viewer' },
  'PATCH /api/v1/accounts/{id}': { role: 'viewer', disabled: false },
  'PUT /api/v1/servers/{id}': { ...introduction, proof: 'ab'.repeat(32) },
  'PATCH /api/v1/servers/{id}': { host: '127.0.0.1', udpPort: 7777 },
  'POST /api/v1/machine-tokens': {
    label: 'a machine',
    kind: 'game-server',
    expiresAt: '2099-01-01T00:00:00Z',
  },
  'POST /api/v1/servers/{id}/heartbeat': {
    ...{ players: 0, draining: false, closedVerbs: ['trade'] },
    planned: { atUnixMs: 1_900_000_000_000, graceSeconds: 60, then: 'stay', text: 'soon' },
    checks: [{ name: 'simulation', ok: false, reason: 'it stands' }],
  },
  'POST /api/v1/servers/{id}/players': {
    joined: [joined],
    left: [{ characterId: 1, characterName: 'Ann', level: 1, playedSeconds: 1 }],
    changed: [{ characterId: 1, characterName: 'Ann', level: 1, map: 'meadow' }],
    online: [joined],
  },
  'POST /api/v1/servers/{id}/directory': {
    ...{ telling: 'ab'.repeat(16), number: 1, mark: 'cd'.repeat(16), previous: null, asOf: 1 },
    characters: [
      {
        ...{ characterId: 1, characterName: 'Ann', accountId: serverId, level: 1, map: 'meadow' },
        ...{ playedSeconds: 1, createdAtUnixMs: 1, savedAtUnixMs: 1 },
      },
    ],
    ...{
      gone: [2],
      erased: [{ characterId: 3, createdAtUnixMs: 1, receipt: 'ab'.repeat(32) }],
      isWhole: true,
    },
  },
  'POST /api/v1/servers/{id}/commands/fetch': { known: [serverId], waitSeconds: 0 },
  'POST /api/v1/servers/{id}/commands/answers': {
    answers: [
      { id: serverId, outcome: 'applied', players: 1, document: '{}' },
      { id: serverId, outcome: 'refused', reason: 'not-here' },
    ],
  },
  'POST /api/v1/players/{id}/erase': { reason: 'for a test', name: 'Ann' },
  'POST /api/v1/players/{id}/mute': { reason: 'for a test', message: 'hush', seconds: 60 },
  'POST /api/v1/players/{id}/ban': { reason: 'for a test', message: 'out', seconds: 60 },
  'POST /api/v1/players/{id}/notes': { text: 'for a test' },
  'POST /api/v1/sanctions/{id}/lift': { reason: 'for a test' },
  'POST /api/v1/servers/{id}/sanctions/fetch': { mark: serverId },
  'POST /api/v1/reports/{id}/take': { was: serverId },
  'POST /api/v1/reports/{id}/resolve': { outcome: 'muted', message: 'thank you' },
  'POST /api/v1/servers/{id}/reports': toldReports(serverId),
  'POST /api/v1/players/{id}/kick': { reason: 'for a test', message: 'go' },
  'POST /api/v1/players/{id}/restore': { before: 12, reason: 'for a test' },
  'POST /api/v1/players/{id}/grant-items': { item: 'rusty-sword', units: 1, reason: 'for a test' },
  'POST /api/v1/players/{id}/grant-coins': { coins: 1, reason: 'for a test' },
  'POST /api/v1/players/{id}/seize-items': { instance: 1, units: 1, reason: 'for a test' },
  'POST /api/v1/players/{id}/seize-coins': { coins: 1, reason: 'for a test' },
  'POST /api/v1/players/{id}/heal': { reason: 'for a test' },
  'POST /api/v1/players/{id}/teleport': { map: 'meadow', x: 1, y: 1, reason: 'for a test' },
  'POST /api/v1/proposals/{id}/approve': { words: 'for a test' },
  'POST /api/v1/proposals/{id}/decline': { words: 'for a test' },
  'POST /api/v1/proposals/{id}/withdraw': { words: 'for a test' },
  'POST /api/v1/servers/{id}/broadcast': { text: 'hello', reason: 'for a test' },
  'POST /api/v1/servers/{id}/plan': {
    ...{ reason: 'for a test', graceSeconds: 1, then: 'stay', text: 'soon' },
    at: '2027-02-01T04:00:00.000Z',
  },
  'POST /api/v1/servers/{id}/unplan': { reason: 'for a test' },
  'POST /api/v1/servers/{id}/drain': { reason: 'for a test', graceSeconds: 1, then: 'stay', text: 'soon' },
  'POST /api/v1/servers/{id}/reopen': { reason: 'for a test' },
  'PUT /api/v1/servers/{id}/verbs/{verb}': { isOpen: false, reason: 'for a test' },
  'POST /api/v1/telemetry': { ...telemetry, ...laterTelemetry },
  'POST /api/v1/telemetry/positions': {
    serverId,
    map: 'meadow',
    tick: 1,
    entities: [[1, 1, 1, 1, 'Ann', 0]],
  },
  'POST /api/v1/connect-tokens': {
    accountId: serverId,
    characterName: 'Ann',
    clientKey: 'ab'.repeat(32),
    serverId,
  },
};

const hostile: readonly unknown[] = [
  null,
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\u202e\ufffe',
  '\ufdfa'.repeat(64),
  'x'.repeat(5_000),
  'A name that no character can have',
  "'; drop table accounts; --",
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00.000Z',
  '1969-12-31T23:59:59Z',
  '9999-12-31T23:59:59.999999999Z',
  '2026-02-30T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  serverId.toUpperCase(),
  '0'.repeat(64),
  -1,
  0.5,
  2 ** 31,
  2 ** 53,
  1e308,
  true,
  [],
  [[[]]],
  { a: { b: 1 } },
];

/** In paths and queries everything is text. */
const hostileTexts = hostile.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { in: string; name: string }[];
  readonly security?: readonly Readonly<Record<string, unknown>>[] | undefined;
  /** Of its body, as `answers[].id`; undefined for a route that takes none. */
  readonly fields: readonly string[] | undefined;
}

let database: TestDatabase;
let http: AdminHttp;
let tokens: Record<'operator' | 'serverToken' | 'loginServiceToken', { cookie?: string; token?: string }>;
let operations: Operation[];

/** Nothing, as a game server answers it, whatever it is asked for; and that it makes no backups. */
const nothing = JSON.stringify({
  ...{ entries: [], more: false, keptFrom: 1, items: [], told: null },
  ...{ coins: 0, experience: 0, stacks: [] },
  ...{ entry: 1, behind: 0, of: 'coins', period: 'hours', firstUnix: null, flows: [], census: null },
  ...{ kept: { hours: 192, days: 92, rolledUp: 0, dropped: 0 }, breaches: { ever: 0, ofDay: 0, list: [] } },
  ...{ kinds: [], gainersLeast: 8, unnoted: 0 },
});
let leave: () => void;

beforeAll(async () => {
  database = await openTestDatabase();
  const sealer = new AesSecretSealer(new Uint8Array(32).fill(9));
  const ports = postgresPorts(database.database, { sealer });
  http = await AdminHttp.start({}, [], {
    ...ports,
    backups: new MemoryBackupDesk(() => Date.now()),
    hasher: new Argon2PasswordHasher({ memoryKib: 8, passes: 1, lanes: 1 }),
  });
  const token = await http.registerServer();
  // Who asks the game server waits for its answer.
  const { commands } = ports;
  leave = commands.watch(() => {
    void commands.handOut(serverId, [], 64).then(async (handed) => {
      for (const { command } of handed)
        await commands.conclude(serverId, command.id, {
          outcome: 'applied',
          players: 0,
          document: nothing,
        });
    });
  });
  tokens = {
    operator: { cookie: await http.logIn('owner') },
    serverToken: { token },
    loginServiceToken: { token: await http.world.bearerToken('login-service') },
  };
  operations = await readOperations();
});
afterAll(async () => {
  leave();
  await http.stop();
  await database.close();
});

async function readOperations(): Promise<Operation[]> {
  const document = (await http.ask('GET', '/api/openapi.json')).json<
    ApiDocument & { paths: Record<string, Record<string, Partial<Operation>>> }
  >();
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], security }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      security,
      fields: fieldsTaken(document, path, method),
    })),
  );
}

/** As the document says who may ask. */
function tokenFor({ security = [] }: Operation) {
  const schemes = security.flatMap((one) => Object.keys(one));
  if (schemes.includes('loginServiceToken')) return tokens.loginServiceToken;
  return schemes.includes('serverToken') ? tokens.serverToken : tokens.operator;
}

/** What each part of a path may be. */
const pathValues: Readonly<Record<string, string>> = {
  id: serverId,
  verb: 'trade',
  key: 'meadow',
  role: 'viewer',
  session: 'ab'.repeat(16),
  index: '0',
  stack: '7',
  name: '00000001-20261130T120000Z',
};

function urlOf({ path }: Pick<Operation, 'path'>, values: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((values[name] ?? pathValues[name]!).toWellFormed()),
  );
}

/** What went wrong with an answer, if anything did. */
async function fault(operation: Operation, url: string, payload?: object): Promise<string | undefined> {
  // HEAD stands for GET where the answer would not end.
  const method = operation.path.endsWith('/events') ? 'HEAD' : operation.method;
  const reply = await http.ask(method as 'GET', url, {
    ...tokenFor(operation),
    ...(payload && { payload }),
  });
  const what = `${method} ${url.slice(0, 120)} ${JSON.stringify(payload)?.slice(0, 300) ?? ''}`;
  if (reply.statusCode >= 500) return `${reply.statusCode} ${what}: ${lastReason()}`;
  if (reply.statusCode < 400 || method === 'HEAD') return undefined;
  const body = errorBody.safeParse(reply.json());
  if (!body.success) return `shape ${reply.body}: ${what}`;
  const foreign = body.data.error.fields?.find(({ message }) => foreignWords.test(message));
  return foreign && `words ${JSON.stringify(foreign)}: ${what}`;
}

/** What zod says by itself; and what helps nobody. */
const foreignWords =
  /^$|Invalid|\bexpected\b|\breceived\b|Too (big|small)|Unrecogni|must match|another value/;

function lastReason(): string {
  return String(http.log.lines.findLast(({ level }) => level === 'error')?.fields['reason']);
}

/** Every copy of `body` in which one value, at any depth, is a hostile one; and every one with a field more. */
function* spoilt(body: unknown): Generator<unknown> {
  if (Array.isArray(body)) {
    for (const [i, part] of body.entries()) for (const bad of variants(part)) yield body.with(i, bad);
  } else if (typeof body === 'object' && body !== null) {
    for (const [key, part] of Object.entries(body)) {
      for (const bad of variants(part)) yield { ...body, [key]: bad };
      yield Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
    }
    yield { ...body, surplus: 1 };
  }
}

function* variants(part: unknown): Generator<unknown> {
  yield* hostile;
  yield* spoilt(part);
}

describe('no route fails, whatever', () => {
  it('there are as many as the document says, and each body is known', () => {
    expect(operations.length).toBeGreaterThan(20);
    const taking = operations.filter(({ fields }) => fields !== undefined);
    const names = taking.map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(bodies).sort()).toEqual(names.sort());
  });

  it('each field of each body is tried, and each part of each path', () => {
    const untried = operations.flatMap(({ method, path, fields = [] }) => {
      const tried = fieldsOf(bodies[`${method} ${path}`]);
      return fields.filter((field) => !tried.has(field)).map((field) => `${method} ${path}: ${field}`);
    });
    expect(untried).toEqual([]);
    const parts = operations.flatMap(({ parameters }) => parameters.filter((one) => one.in === 'path'));
    expect(parts.filter(({ name }) => pathValues[name] === undefined)).toEqual([]);
  });

  it('no body is refused as it stands here', async () => {
    const refused: string[] = [];
    for (const operation of operations.filter(({ fields }) => fields !== undefined)) {
      const payload = bodies[`${operation.method} ${operation.path}`]!;
      const method = operation.method as 'POST';
      const reply = await http.ask(method, urlOf(operation), { ...tokenFor(operation), payload });
      if (reply.body.includes('"invalid-request"')) refused.push(`${operation.path}: ${reply.body}`);
    }
    expect(refused).toEqual([]);
  });

  it('its path holds', async () => {
    const faults: (string | undefined)[] = [];
    for (const operation of operations.filter(({ path }) => path.includes('{'))) {
      const payload = bodies[`${operation.method} ${operation.path}`];
      for (const [, name] of operation.path.matchAll(/\{(\w+)\}/g))
        for (const value of hostileTexts)
          faults.push(await fault(operation, urlOf(operation, { [name!]: value.slice(0, 300) }), payload));
    }
    expect(faults.filter(Boolean)).toEqual([]);
  });

  it('its query holds', async () => {
    const faults: (string | undefined)[] = [];
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      const names = operation.parameters.filter((parameter) => parameter.in === 'query');
      for (const { name } of names) {
        for (const value of hostileTexts) {
          const query = `?${name}=${encodeURIComponent(value.toWellFormed())}`;
          faults.push(await fault(operation, urlOf(operation) + query));
        }
        for (const query of [`?${name}=%ED%A0%80`, `?${name}=%00`, `?${name}=%`, `?${name}=1&${name}=2`]) {
          faults.push(await fault(operation, urlOf(operation) + query));
        }
      }
    }
    expect(faults.filter(Boolean)).toEqual([]);
  });

  it('its body holds', async () => {
    const faults: (string | undefined)[] = [];
    for (const operation of operations) {
      const body = bodies[`${operation.method} ${operation.path}`];
      if (body === undefined) continue;
      for (const bad of [...spoilt(body), ...hostile]) {
        faults.push(await fault(operation, urlOf(operation), bad as object));
      }
    }
    expect(faults.filter(Boolean)).toEqual([]);
  }, 300_000);

  it('its headers hold', async () => {
    const faults: string[] = [];
    const names = ['authorization', 'cookie', 'x-forwarded-for', 'user-agent', 'last-event-id', 'host'];
    const values = [
      '',
      'x'.repeat(3_000),
      '\u00ff\u00fe',
      'Bearer ',
      'a=b; =; tos_session_8080',
      '%00',
      '[::1',
    ];
    for (const { path } of operations) {
      const url = urlOf({ path });
      for (const name of names) {
        for (const value of values) {
          const reply = await http.ask('HEAD', url, { headers: { [name]: value } });
          if (reply.statusCode >= 500) faults.push(`${path} ${name}: ${value.slice(0, 20)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
