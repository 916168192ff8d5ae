// The API's document: every error of every route, and examples that work as they stand.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { listRoutes, type DeclaredRoute } from '#adapters/admin-api/access/list-routes.js';
import { errorCodes } from '#adapters/admin-api/http/error-codes.js';
import { makeDocument } from '#adapters/admin-api/openapi/document.js';
import { AdminHttp } from '../../../support/admin/admin-http.js';
import { refusalsInCode } from '../../../support/admin/refusals-in-code.js';

/** Thrown far below, whoever hashes a password. */
const fromBelow = ['hasher-busy'];
/** Checked in the handler, and of all routes of its kind. */
const ofKind = ['invalid-request', 'shutting-down', 'not-permitted'];

/** What is no id in addresses. */
const inPaths: Readonly<Record<string, string>> = { role: 'viewer', verb: 'trade' };

let http: AdminHttp;
let document: OpenAPIObject;
let routes: readonly DeclaredRoute[];
beforeAll(async () => {
  http = await AdminHttp.start();
  document = makeDocument(http.app, '1');
  routes = listRoutes(http.app);
});
afterAll(() => http.stop());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, NonNullable<OpenAPIObject['paths'][string]['get']>>).map(
      ([method, operation]) => ({ path, method, operation }),
    ),
  );

describe('what a route declares that it refuses', () => {
  it('is what its code can answer, and nothing that it cannot', () => {
    const inCode = refusalsInCode(process.cwd());
    expect(inCode.size).toBeGreaterThan(80);
    const impossible = routes.flatMap(({ handler, refusals }) =>
      refusals
        .filter((code) => !fromBelow.includes(code) && !inCode.get(handler)!.includes(code))
        .map((code) => `${handler}: ${code}`),
    );
    expect(impossible).toEqual([]);
    const silent = routes
      .filter(({ handler, refusals }) => refusals.length === 0 && inCode.get(handler)!.some(isOwn))
      .map(({ handler }) => handler);
    expect(silent).toEqual([]);
  });

  const isOwn = (code: string) => !ofKind.includes(code);
});

describe('the document', () => {
  it('names who is refused, and with what, at every route but those for supervisors', () => {
    const bare = operations()
      .filter(({ path }) => path.startsWith('/api/'))
      .filter(({ operation }) => !Object.keys(operation.responses).some((status) => /^[45]/.test(status)));
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('has an example of each error, as it is answered', () => {
    for (const { operation } of operations())
      for (const [status, response] of Object.entries(operation.responses)) {
        if (!/^[45]/.test(status) || !('content' in response!)) continue;
        const examples = response.content?.['application/json']?.examples ?? {};
        for (const [code, example] of Object.entries(examples)) {
          const [expected, message] = errorCodes[code as keyof typeof errorCodes];
          const { value } = example as { value: { error: object } };
          expect([Number(status), value.error]).toEqual([
            expected,
            expect.objectContaining({ code, message }),
          ]);
        }
      }
  });

  it('has an example of everything that is answered as JSON, and of every body', () => {
    const missing = operations()
      .filter(({ path }) => path.startsWith('/api/'))
      .flatMap(({ path, method, operation }) => {
        const answers = Object.entries(operation.responses).filter(([status]) => /^2/.test(status));
        const contents = [operation.requestBody, ...answers.map(([, answer]) => answer)];
        return contents
          .map((content) => (content !== undefined && 'content' in content ? content.content : undefined))
          .filter((content) => content?.['application/json'] !== undefined)
          .filter((content) => content!['application/json']!.example === undefined)
          .map(() => `${method} ${path}`);
      });
    expect(missing).toEqual([]);
  });

  it('has examples of bodies that are taken as they stand', async () => {
    const cookie = await http.logIn('owner');
    const token = await http.registerServer();
    const service = await http.world.bearerToken('login-service');
    const refused: string[] = [];
    for (const { path, method, operation } of operations()) {
      const body = operation.requestBody;
      if (body === undefined || !('content' in body)) continue;
      const payload = body.content['application/json']!.example as object;
      const url = path.replace(
        /\{(\w+)\}/g,
        (_, name: string) => inPaths[name] ?? '3f0c8a52-6d1e-4b7a-9c35-2e8f7d4b1a60',
      );
      const security = JSON.stringify(operation.security ?? []);
      const who = security.includes('serverToken')
        ? { token }
        : security.includes('loginServiceToken')
          ? { token: service }
          : { cookie };
      const reply = await http.ask(method.toUpperCase() as 'POST', url, { payload, ...who });
      if (reply.statusCode === 400) refused.push(`${method} ${path}: ${reply.body}`);
    }
    expect(refused).toEqual([]);
  });
});
