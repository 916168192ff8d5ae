// Who may call what: every route declares it, and every role × route is tried.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  listRoutes,
  refuseUndeclaredRoutes,
  type DeclaredRoute,
} from '#adapters/admin-api/access/list-routes.js';
import { mayDo } from '#application/admin/access/permissions.js';
import { roles, type Role } from '#ports/admin/accounts/role.js';
import { AdminHttp, introduction, serverId, telemetry } from '../../support/admin/admin-http.js';
import { NestLog } from '#adapters/admin-api/nest-log.js';
import { silentLog } from '../../support/silent-log.js';

let http: AdminHttp;
let routes: DeclaredRoute[];
let serverToken: string;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  http = await AdminHttp.start();
  routes = listRoutes(http.app);
  serverToken = await http.registerServer();
  for (const role of roles) cookies.set(role, await http.logIn(role));
});
afterAll(() => http.stop());

/** What each route needs to get past validation. */
const bodies: Record<string, object> = {
  'POST /api/v1/auth/login': { name: 'nobody', password: 'x' },
  'POST /api/v1/auth/password': { currentPassword: 'x', newPassword: 'y' },
  'POST /api/v1/accounts': { name: 'ab', role: 'nothing' },
  'PATCH /api/v1/accounts/:id': { role: 'nothing' },
  'PUT /api/v1/servers/:id': { ...introduction, proof: 'ab'.repeat(32) },
  'PATCH /api/v1/servers/:id': { host: '', udpPort: 0 },
  'POST /api/v1/servers/:id/challenge': {},
  'POST /api/v1/machine-tokens': { label: '', kind: 'nothing' },
  'POST /api/v1/servers/:id/heartbeat': { players: 0, draining: false },
  'POST /api/v1/servers/:id/players': {},
  'POST /api/v1/servers/:id/commands/fetch': { known: [], waitSeconds: 0 },
  'POST /api/v1/servers/:id/commands/answers': { answers: [{ id: serverId, outcome: 'interrupted' }] },
  'POST /api/v1/players/:id/kick': { reason: '' },
  'POST /api/v1/servers/:id/broadcast': { text: '' },
  'POST /api/v1/servers/:id/drain': {},
  'POST /api/v1/servers/:id/reopen': {},
  'POST /api/v1/telemetry': telemetry,
  'POST /api/v1/telemetry/positions': { serverId, map: 'meadow', tick: 1, entities: [] },
};

function call(route: DeclaredRoute, who: { cookie?: string; token?: string }) {
  const url = route.path.replace(':id', serverId).replace(':key', 'meadow');
  const payload = bodies[`${route.method} ${route.path}`];
  // HEAD stands for GET: it asks the same guards, and an event stream does not wait for its end.
  const method = route.path.endsWith('/events') ? 'HEAD' : (route.method as 'GET');
  return http.ask(method, url, { ...who, ...(payload && { payload }) });
}

describe('every route', () => {
  it('declares who may call it', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('is one of those that are meant to be public, or asks who calls', () => {
    const open = routes.filter(({ access }) => access?.kind === 'public');
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /api/openapi.json',
      'GET /health/live',
      'GET /health/ready',
      'GET /metrics',
      'POST /api/v1/auth/login',
    ]);
  });

  it('under /api is known to the framework: nothing else was registered beside it', () => {
    // The console's wildcard is the only other route, and it serves files.
    const printed = http.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    for (const { path } of routes) expect(printed).toContain(path.split('/').at(-1));
  });

  it('refuses a stranger unless it is public', async () => {
    for (const route of routes.filter(({ access }) => access?.kind !== 'public')) {
      const reply = await call(route, {});
      expect([route.handler, reply.statusCode]).toEqual([route.handler, 401]);
    }
  });

  it('of operators refuses a server token, and of servers a session', async () => {
    for (const route of routes.filter(({ access }) => access?.kind !== 'public')) {
      const who =
        route.access?.kind === 'server' ? { cookie: cookies.get('owner')! } : { token: serverToken };
      const reply = await call(route, who);
      expect([route.handler, reply.statusCode]).toEqual([route.handler, 401]);
    }
  });
});

describe.each(roles)('a logged-in %s', (role) => {
  it('gets 403 from exactly the routes whose permission the role lacks', async () => {
    const tried = routes.filter(({ handler }) => handler !== 'AuthController.logOut');
    for (const route of tried) {
      if (route.access?.kind !== 'permission') continue;
      const reply = await call(route, { cookie: cookies.get(role)! });
      const refused = reply.statusCode === 403 && reply.body.includes('not-permitted');
      expect([route.handler, refused]).toEqual([route.handler, !mayDo(role, route.access.permission)]);
    }
  });
});

describe('a refusal for lack of permission', () => {
  it('is in the audit log', async () => {
    await http.ask('GET', '/api/v1/accounts', { cookie: cookies.get('viewer')! });
    const [entry] = await http.world.ports.audit.page({ limit: 1 });
    expect(entry).toMatchObject({
      actorName: 'viewer',
      action: 'access',
      outcome: 'refused',
      target: 'GET /api/v1/accounts',
      details: { permission: 'accounts:manage', role: 'viewer' },
    });
  });
});

describe('a route without a declaration', () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get('secret')
    secret(): string {
      return 'secret';
    }
  }

  @Module({ imports: [DiscoveryModule], controllers: [ForgottenController] })
  class ForgottenModule {}

  it('stops the boot, and is named', async () => {
    const app = await NestFactory.create(ForgottenModule, new FastifyAdapter(), {
      logger: new NestLog(silentLog),
    });
    await app.init();
    expect(() => refuseUndeclaredRoutes(app)).toThrow('GET /forgotten/secret (ForgottenController.secret)');
    await app.close();
  });
});
