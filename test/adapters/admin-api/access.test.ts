// Who may call what: every route declares it, and every role × route is tried.

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessGuard } from '#adapters/admin-api/access/access-guard.js';
import { listRoutes, type DeclaredRoute } from '#adapters/admin-api/access/list-routes.js';
import { AdminModule } from '#adapters/admin-api/admin-module.js';
import { grantable, keyPermissions, mayDo } from '#application/admin/access/permissions.js';
import { roles, type Role } from '#ports/admin/accounts/role.js';
import { AdminHttp, serverId } from '../../support/admin/admin-http.js';
import { TurnedPauses } from '../../support/admin/turned-pauses.js';

let http: AdminHttp;
let routes: DeclaredRoute[];
let serverToken: string;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  // Who asks a game server gives up at once: nobody answers in its place.
  http = await AdminHttp.start({}, [], { pauses: new TurnedPauses() });
  routes = listRoutes(http.app);
  serverToken = await http.registerServer();
  for (const role of roles) cookies.set(role, await http.logIn(role));
});
afterAll(() => http.stop());

/** Without a body: who may not ask is told so before anything is read. */
function call(route: DeclaredRoute, who: { cookie?: string; token?: string }) {
  const url = route.path
    .replace(':id', serverId)
    .replace(':key', 'meadow')
    .replace(':stack', '7')
    .replace(':verb', 'trade')
    .replace(':role', 'viewer')
    .replace(':name', '00000001-20261130T120000Z')
    .replace(':session', 'ab'.repeat(16));
  // HEAD stands for GET: it asks the same guards, and an event stream does not wait for its end.
  const method = route.path.endsWith('/events') ? 'HEAD' : (route.method as 'GET');
  return http.ask(method, url, who);
}

/** What Fastify prints as a tree, one "METHOD /path" each. */
function routesIn(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (found === null) {
      if (line.trim() !== '') throw new Error(`a line that is no route: ${line}`);
      return [];
    }
    const [, indent, part, methods] = found;
    const depth = indent!.length / 4;
    above[depth] = (depth === 0 ? '' : above[depth - 1]!) + part!;
    return methods === undefined ? [] : methods.split(', ').map((method) => `${method} ${above[depth]}`);
  });
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
      'POST /api/v1/auth/login/code',
    ]);
  });

  it('stands in a controller: nothing else is registered beside them but the console', () => {
    const registered = routesIn(http.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
    const declared = routes.map(({ method, path }) => `${method} ${path}`);
    expect(registered.filter((route) => !route.startsWith('HEAD ')).sort()).toEqual(
      [...declared, 'GET *'].sort(),
    );
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

describe('a route that asks a game server, and waits for what it says', () => {
  it.each([`backups/servers/${serverId}`, `servers/${serverId}/stacks/7/history`])(
    'answers where no server does: %s',
    async (path) => {
      const reply = await http.ask('GET', `/api/v1/${path}`, { cookie: cookies.get('owner')! });
      expect([reply.statusCode, reply.json()]).toMatchObject([503, { error: { code: 'server-away' } }]);
    },
  );
});

describe.each(roles)('a logged-in %s', (role) => {
  it('gets 403 from exactly the routes whose permission the role lacks', async () => {
    const tried = routes.filter(({ handler }) => handler !== 'AuthController.logOut');
    for (const route of tried) {
      if (route.access?.kind !== 'permission') continue;
      const reply = await call(route, { cookie: cookies.get(role)! });
      const refused = reply.statusCode === 403 && reply.body.includes('not-permitted');
      expect([route.handler, refused]).toEqual([route.handler, !mayDo({ role }, route.access.permission)]);
    }
  });
});

describe.each(roles)('a key of a %s, made for all that keys open', (role) => {
  it('opens exactly what the role holds of it', async () => {
    const { token } = await http.apiKey(role, `keeper-${role}`, keyPermissions);
    for (const route of routes) {
      if (route.access?.kind !== 'permission') continue;
      const { permission } = route.access;
      const reply = await call(route, { token });
      const refused = reply.statusCode === 403 && reply.body.includes('not-permitted');
      const opens = keyPermissions.includes(permission) && mayDo({ role }, permission);
      expect([route.handler, refused]).toEqual([route.handler, !opens]);
    }
  });
});

describe('a role that was made of one permission', () => {
  it('opens the routes that ask for it, and the own account, whichever it is', async () => {
    for (const permission of grantable) {
      const name = `only-${permission.replace(':', '-')}`.slice(0, 32);
      await http.world.ports.accounts.addRole({ name, means: 'a test', permissions: [permission] });
      const cookie = await http.logIn(name);
      const opened = async ({ access, handler, ...route }: DeclaredRoute) => {
        if (access?.kind !== 'permission' || handler === 'AuthController.logOut') return [];
        const reply = await call({ access, handler, ...route }, { cookie });
        return reply.statusCode === 403 ? [] : [access.permission];
      };
      const seen = new Set((await Promise.all(routes.map(opened))).flat());
      const asked = routes.flatMap(({ access }) =>
        access?.kind === 'permission' && [permission, 'account:self'].includes(access.permission)
          ? [access.permission]
          : [],
      );
      expect([permission, seen]).toEqual([permission, new Set(asked)]);
    }
  });
});

/** What changes something or shows more than players and servers, and the role that it takes at least. */
const takes: Readonly<Record<string, Role>> = {
  'GET /api/v1/commands': 'moderator',
  'GET /api/v1/commands/:id': 'moderator',
  'POST /api/v1/players/:id/heal': 'moderator',
  'POST /api/v1/players/:id/kick': 'moderator',
  'POST /api/v1/players/:id/teleport': 'moderator',
  'GET /api/v1/players/:id/ledger': 'moderator',
  'GET /api/v1/players/:id/notes': 'moderator',
  'POST /api/v1/players/:id/notes': 'moderator',
  'DELETE /api/v1/notes/:id': 'moderator',
  'GET /api/v1/players/:id/possessions': 'moderator',
  'GET /api/v1/players/:id/sanctions': 'moderator',
  'POST /api/v1/players/:id/ban': 'moderator',
  'POST /api/v1/players/:id/mute': 'moderator',
  'POST /api/v1/sanctions/:id/lift': 'moderator',
  'GET /api/v1/reports': 'moderator',
  'GET /api/v1/reports/:id': 'moderator',
  'POST /api/v1/reports/:id/take': 'moderator',
  'POST /api/v1/reports/:id/resolve': 'moderator',
  'POST /api/v1/servers/:id/broadcast': 'moderator',
  'DELETE /api/v1/servers/:id': 'admin',
  'GET /api/v1/audit': 'admin',
  'GET /api/v1/audit/export': 'admin',
  'GET /api/v1/players/:id/export': 'admin',
  'DELETE /api/v1/accounts/:id/second-factor': 'admin',
  'GET /api/v1/accounts': 'admin',
  'GET /api/v1/second-factor-demands': 'admin',
  'GET /api/v1/roles': 'admin',
  'GET /api/v1/servers/:id/stacks/:stack/history': 'moderator',
  'GET /api/v1/servers/:id/economy': 'moderator',
  'GET /api/v1/servers/:id/economy/gains': 'moderator',
  'GET /api/v1/proposals': 'admin',
  'POST /api/v1/proposals/:id/approve': 'admin',
  'POST /api/v1/proposals/:id/decline': 'admin',
  'POST /api/v1/proposals/:id/withdraw': 'admin',
  'PATCH /api/v1/servers/:id': 'admin',
  'POST /api/v1/accounts/:id/reset-password': 'admin',
  'POST /api/v1/accounts/:id/unlock': 'admin',
  'POST /api/v1/players/:id/erase': 'admin',
  'POST /api/v1/players/:id/grant-coins': 'admin',
  'POST /api/v1/players/:id/grant-items': 'admin',
  'GET /api/v1/players/:id/restore': 'admin',
  'POST /api/v1/players/:id/restore': 'admin',
  'POST /api/v1/players/:id/seize-coins': 'admin',
  'POST /api/v1/players/:id/seize-items': 'admin',
  'POST /api/v1/backups/admin': 'admin',
  'POST /api/v1/backups/admin/:name/verify': 'admin',
  'POST /api/v1/backups/servers/:id': 'admin',
  'POST /api/v1/backups/servers/:id/:name/verify': 'admin',
  'POST /api/v1/servers/:id/drain': 'admin',
  'POST /api/v1/servers/:id/plan': 'admin',
  'POST /api/v1/servers/:id/unplan': 'admin',
  'POST /api/v1/servers/:id/reopen': 'admin',
  'PUT /api/v1/servers/:id/verbs/:verb': 'admin',
  'DELETE /api/v1/api-keys/:id': 'owner',
  'GET /api/v1/api-keys': 'owner',
  'DELETE /api/v1/accounts/:id/sessions': 'owner',
  'DELETE /api/v1/accounts/:id/sessions/:session': 'owner',
  'DELETE /api/v1/machine-tokens/:id': 'owner',
  'GET /api/v1/accounts/:id/sessions': 'owner',
  'GET /api/v1/machine-tokens': 'owner',
  'PATCH /api/v1/accounts/:id': 'owner',
  'POST /api/v1/accounts': 'owner',
  'POST /api/v1/machine-tokens': 'owner',
  'PUT /api/v1/second-factor-demands/:role': 'owner',
  'DELETE /api/v1/roles/:role': 'owner',
  'POST /api/v1/roles': 'owner',
  'PUT /api/v1/roles/:role': 'owner',
};

describe('a route that asks for a permission', () => {
  it('lets in from the role on that is written here for it, and a viewer looks only (class 36)', async () => {
    const found: Record<string, Role | undefined> = {};
    for (const route of routes) {
      const isOwn = route.path.startsWith('/api/v1/auth/');
      if (route.access?.kind !== 'permission' || isOwn) continue;
      const lets: Role[] = [];
      for (const role of roles)
        if ((await call(route, { cookie: cookies.get(role)! })).statusCode !== 403) lets.push(role);
      // From the one that may do most to the one that may do least: nobody in between is left out.
      expect([route.handler, lets]).toEqual([route.handler, roles.slice(0, lets.length)]);
      if (lets.at(-1) !== 'viewer' || route.method !== 'GET')
        found[`${route.method} ${route.path}`] = lets.at(-1);
    }
    expect(found).toEqual(takes);
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
      details: { permission: 'accounts:read', role: 'viewer' },
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

  const given = AdminModule.with.bind(AdminModule);
  afterEach(() => {
    AdminModule.with = given;
  });

  it('stops the boot, and is named', async () => {
    AdminModule.with = (tokens) => {
      const module = given(tokens);
      return { ...module, controllers: [...module.controllers!, ForgottenController] };
    };
    await expect(AdminHttp.start()).rejects.toThrow('GET /forgotten/secret (ForgottenController.secret)');
  });

  it('lets nobody in, were it there all the same', async () => {
    const { ports } = http.world;
    const guard = new AccessGuard(new Reflector(), ports, { publicUrl: 'http://localhost' } as never);
    const context = {
      switchToHttp: () => ({ getRequest: () => ({}) }),
      getHandler: () => ForgottenController.prototype.secret,
    };
    await expect(guard.canActivate(context as never)).rejects.toMatchObject({ code: 'not-permitted' });
  });
});
