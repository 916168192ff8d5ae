// Questions to the audit log over HTTP: narrowed by who, what, on whom, from where and when; pages; and as a file.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportAudit, exportedMax } from '#adapters/admin-api/audit/export-audit.js';
import { exportLimit } from '#application/admin/audit/record-export.js';
import { MemoryAuditLog } from '#adapters/memory/admin/audit/audit-log.js';
import type { AuditEntry } from '#ports/admin/audit/audit-log.js';
import { AdminHttp } from '../../support/admin/admin-http.js';

let http: AdminHttp;
let cookie: string;
const at = (minutes: number) => 1_700_000_000_000 + minutes * 60_000;
const entry = (over: Partial<AuditEntry>): AuditEntry => ({
  ...{ atUnixMs: at(0), actorId: undefined, actorName: 'ann', action: 'account.change', outcome: 'done' },
  ...{ target: 'account:1', details: {}, address: '::1', requestId: 'r-1' },
  ...over,
});

beforeAll(async () => {
  http = await AdminHttp.start();
  cookie = await http.logIn('owner');
  const { audit } = http.world.ports;
  await audit.append(
    entry({ details: { before: { role: 'viewer' }, after: { role: 'admin' } }, target: 'account:7' }),
  );
  await audit.append(entry({ actorName: 'bob', outcome: 'refused', atUnixMs: at(5), address: '10.0.0.9' }));
  await audit.append(
    entry({ actorName: '=cmd()', action: 'auth.login', outcome: 'refused', atUnixMs: at(9) }),
  );
});
afterAll(() => http.stop());

const ask = (query: string) => http.ask('GET', `/api/v1/audit${query}`, { cookie });
const actors = async (query: string) =>
  (await ask(query)).json<{ entries: { actorName: string }[] }>().entries.map(({ actorName }) => actorName);

describe('the audit log', () => {
  it.each([
    ['?actor=bob', ['bob']],
    ['?action=account', ['bob', 'ann']],
    ['?action=account.change&outcome=refused', ['bob']],
    ['?target=account:7', ['ann']],
    ['?address=10.0.0.9', ['bob']],
    [`?from=${new Date(at(1)).toISOString()}&until=${new Date(at(6)).toISOString()}`, ['bob']],
    ['?actor=nobody', []],
  ])('answers %s', async (query, expected) => {
    expect(await actors(query)).toEqual(expected);
  });

  it('gives before and after of a change', async () => {
    const reply = await ask('?target=account:7');
    expect(reply.json<{ entries: { details: unknown }[] }>().entries[0]!.details).toEqual({
      before: { role: 'viewer' },
      after: { role: 'admin' },
    });
  });

  it.each([
    '?outcome=maybe',
    '?action=Account',
    '?actorId=7',
    '?from=yesterday',
    '?who=ann',
    '?limit=201',
    '?actor=',
  ])('refuses %s', async (query) => {
    const reply = await ask(query);
    expect(reply.statusCode).toBe(400);
    expect(reply.json<{ error: { code: string } }>().error.code).toBe('invalid-request');
  });
});

describe('an export', () => {
  it('is CSV in which no name becomes a formula, and is itself an entry', async () => {
    const reply = await ask('/export?outcome=refused&action=auth');
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.headers['content-disposition']).toBe('attachment; filename="audit.csv"');
    const [head, line, rest] = reply.body.split('\r\n');
    expect(head).toBe('id,at,actorName,actorId,action,outcome,target,address,requestId,details');
    expect(line).toMatch(/^\d+,2023-11-14T22:22:20.000Z,'=cmd\(\),,auth.login,refused,account:1,::1,r-1,{}$/);
    expect(rest).toBe('');
    expect(await actors('?action=audit.export')).toEqual(['owner']);
  });

  it('is a line of JSON an entry where asked', async () => {
    const reply = await ask('/export?format=ndjson&target=account:7');
    expect(reply.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect(JSON.parse(reply.body)).toMatchObject({ actorName: 'ann', details: { after: { role: 'admin' } } });
  });

  it('is had so often in a minute and no more: a loop would bury the log', async () => {
    for (let asked = 0; asked < exportLimit.attemptsMax; asked++)
      if ((await ask('/export?from=2099-01-01T00:00:00Z')).statusCode !== 200) break;
    const refused = await ask('/export?from=2099-01-01T00:00:00Z');
    expect([refused.statusCode, refused.json<{ error: { code: string } }>().error.code]).toEqual([
      429,
      'locked-out',
    ]);
    http.world.clock.atUnixMs += exportLimit.windowMs;
    expect((await ask('/export?from=2099-01-01T00:00:00Z')).statusCode).toBe(200);
  });

  it('is for those who may read the log', async () => {
    const reply = await http.ask('GET', '/api/v1/audit/export', { cookie: await http.logIn('viewer') });
    expect(reply.statusCode).toBe(403);
  });

  it('goes on over pages, and says when there was more', async () => {
    const log = new MemoryAuditLog();
    for (let i = 0; i < 2500; i++) await log.append(entry({ requestId: `r-${i}` }));
    const lines = async (source: Parameters<typeof exportAudit>[0]) => {
      let text = '';
      for await (const part of exportAudit(source, {}, 'ndjson')) text += part;
      return text.trim().split('\n');
    };
    const all = await lines(log);
    expect(all).toHaveLength(2500);
    expect(new Set(all).size).toBe(2500);
    const endless = {
      page: async ({ limit, beforeId = 1e9 }: { limit: number; beforeId?: number }) =>
        Array.from({ length: limit }, (_, i) => ({ ...entry({}), id: beforeId - 1 - i })),
    };
    const some = await lines(endless);
    expect(some).toHaveLength(exportedMax + 1);
    expect(some.at(-1)).toContain('Narrow the time span');
  });
});
