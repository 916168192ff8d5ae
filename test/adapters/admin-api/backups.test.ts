// Backups through the admin API: of its own database by a desk, of a game server by commands; who may, what is told, what is
// written down.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryBackupDesk } from '#adapters/memory/admin/backups/memory-backup-desk.js';
import { ownBackups } from '#ports/admin/backups/backup-check-store.js';
import { AdminHttp, serverId } from '../../support/admin/admin-http.js';
import { answerNext } from '../../support/admin/as-game-server.js';

const own = '/api/v1/backups/admin';
const ofServer = `/api/v1/backups/servers/${serverId}`;
const name = '00000007-20270115T080000Z';

let http: AdminHttp;
let desk: MemoryBackupDesk;
let admin: string;

beforeEach(async () => {
  desk = new MemoryBackupDesk(() => http.world.clock.unixMs());
  http = await AdminHttp.start({}, [], { backups: desk });
  admin = await http.logIn('admin');
});
afterEach(() => http.stop());

const read = (url: string, cookie = admin) => http.ask('GET', url, { cookie });
const post = (url: string, cookie = admin) => http.ask('POST', url, { cookie });

async function audited(action: string) {
  const entries = await http.world.ports.audit.page({ limit: 20, action });
  return entries.map(({ actorName, outcome, target, details }) => ({ actorName, outcome, target, details }));
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** The desk is at it until what is given back is called. */
function held(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  desk.pause = () => promise;
  return () => {
    desk.pause = async () => undefined;
    resolve();
  };
}

describe("backups of the API's own database", () => {
  it('are told with their schedule; a viewer may look, and nothing else', async () => {
    await desk.make();
    const viewer = await http.logIn('viewer');
    const reply = await read(own, viewer);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({
      ...{ isOn: true, origin: 'memory', total: 1, isOverdue: false, unlisted: null, work: null },
      plan: { to: 'folder', place: '/backups', everyMinutes: 60, hourly: 24, daily: 7, weekly: 5 },
      backups: [{ name: '00000001-20270115T080000Z', number: 1, storedBytes: 1000, check: null }],
      toldAt: '2027-01-15T08:00:00.000Z',
    });
    for (const url of [own, `${own}/${name}/verify`, ofServer, `${ofServer}/${name}/verify`])
      expect([url, (await post(url, viewer)).statusCode]).toEqual([url, 403]);
  });

  it('are made now, one at a time, with an entry for its begin and one for its end', async () => {
    const release = held();
    const begun = await post(own);
    expect([begun.statusCode, begun.json()]).toMatchObject([202, { work: { task: 'make', name: null } }]);
    const refused = await post(own);
    expect([refused.statusCode, refused.json()]).toMatchObject([409, { error: { code: 'backup-busy' } }]);
    release();
    await until(async () => (await audited('backup.make')).length === 3);
    expect(await audited('backup.make')).toMatchObject([
      { outcome: 'done', details: { state: 'ended', name: '00000001-20270115T080000Z', storedBytes: 1000 } },
      { outcome: 'refused', details: { reason: 'backup-busy' } },
      { actorName: 'admin', outcome: 'done', target: 'backups:admin', details: { state: 'begun' } },
    ]);
    expect((await read(own)).json()).toMatchObject({
      total: 1,
      work: null,
      last: { task: 'make', reason: null },
    });
  });

  it('are begun once when two ask in one moment', async () => {
    const release = held();
    const replies = await Promise.all([post(own), post(own), post(own)]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409, 409]);
    release();
  });

  it('that cannot be made say why, and change nothing', async () => {
    await desk.make();
    desk.inTheWay = { ok: false, reason: 'backup-place-full', words: 'no space left on device' };
    expect((await post(own)).statusCode).toBe(202);
    await until(() => desk.work === undefined);
    const last = { task: 'make', reason: 'backup-place-full', words: 'no space left on device' };
    expect((await read(own)).json()).toMatchObject({
      ...{ last, backups: [] },
      unlisted: { reason: 'backup-place-full' },
    });
    expect((await audited('backup.make'))[0]).toMatchObject({
      ...{ outcome: 'refused' },
      details: { state: 'ended', reason: 'backup-place-full', words: 'no space left on device' },
    });
    desk.inTheWay = undefined;
    expect((await read(own)).json()).toMatchObject({ total: 1 });
  });

  it('are read back, and what was found is kept with its time and by whom', async () => {
    const [whole, damaged] = [await desk.make(), await desk.make()].map((made) =>
      made.ok ? made.made.name : '',
    );
    desk.faults.set(damaged!, 'damaged');
    for (const one of [whole, damaged]) {
      expect((await post(`${own}/${one}/verify`)).statusCode).toBe(202);
      await until(() => desk.work === undefined);
    }
    const at = '2027-01-15T08:00:00.000Z';
    expect((await read(own)).json().backups).toMatchObject([
      { name: damaged, check: { at, by: 'admin', fault: 'damaged', words: `${damaged} is not well` } },
      { name: whole, check: { at, by: 'admin', fault: null, words: '' } },
    ]);
    expect((await audited('backup.verify')).map(({ details }) => details)).toMatchObject([
      { state: 'ended', name: damaged, found: 'damaged' },
      { state: 'begun', name: damaged },
      { state: 'ended', name: whole, found: 'well' },
      { state: 'begun', name: whole },
    ]);
  });

  it('of a name that there is not, or that is none, are refused before anything is begun', async () => {
    const reply = await post(`${own}/${name}/verify`);
    expect([reply.statusCode, reply.json()]).toMatchObject([404, { error: { code: 'unknown-backup' } }]);
    for (const odd of ['latest', '..%2f..%2fetc', `${name}.data`, '00000001-20261130T120000z'])
      expect([odd, (await post(`${own}/${odd}/verify`)).statusCode]).toEqual([odd, 400]);
    expect(desk.work).toBeUndefined();
    expect(await http.world.ports.backupChecks.about(ownBackups)).toEqual([]);
  });

  it('that are off are a state of their own', async () => {
    await http.stop();
    http = await AdminHttp.start();
    admin = await http.logIn('admin');
    expect((await read(own)).json()).toMatchObject({ isOn: false, plan: null, backups: [], origin: null });
    for (const url of [own, `${own}/${name}/verify`]) {
      const reply = await post(url);
      expect([reply.statusCode, reply.json()]).toMatchObject([409, { error: { code: 'backups-off' } }]);
    }
    expect((await audited('backup.make'))[0]).toMatchObject({ details: { reason: 'backups-off' } });
  });

  it('are not made by who asks without end', async () => {
    for (let time = 0; time < 60; time++) await post(`${own}/${name}/verify`);
    const reply = await post(own);
    expect([reply.statusCode, reply.json()]).toMatchObject([429, { error: { code: 'locked-out' } }]);
  });
});

describe('backups of a game server', () => {
  let token: string;
  beforeEach(async () => {
    token = await http.registerServer();
  });
  const answered = (document: object) => ({
    outcome: 'applied',
    players: 0,
    document: JSON.stringify(document),
  });
  const refusals = async () => (await http.world.ports.commands.page({ limit: 1 }))[0]?.refusal;

  it('are what it tells now, with what was found here, and leave no entry in the audit log', async () => {
    await http.world.ports.backupChecks.keep({
      ...{ of: serverId, name, fault: 'damaged', words: 'chunk 0', actorName: 'ada' },
    });
    await desk.make();
    const told = await desk.tell();
    const backup = {
      name,
      sequence: 7,
      createdAtUnixMs: 1_800_000_000_000,
      storedBytes: 5,
      kept: ['newest'],
    };
    const viewer = await http.logIn('viewer');
    const [reply] = await Promise.all([
      read(ofServer, viewer),
      answerNext(http, token, answered({ told: { ...told, origin: serverId, backups: [backup] } }), {
        ...{ kind: 'backups', args: {} },
      }),
    ]);
    expect([reply.statusCode, reply.json()]).toMatchObject([
      200,
      { isOn: true, origin: serverId, backups: [{ name, check: { fault: 'damaged', by: 'ada' } }] },
    ]);
    expect(await audited('command.backups')).toEqual([]);
  });

  it.each([
    'null',
    '7',
    'nonsense',
    '{"told":7}',
    '{"told":{}}',
    '{"told":{"origin":"x","plan":{},"backups":[],"total":0,"atUnixMs":0}}',
  ])('of a server that answers %s are not shown: it is away, for all that is known', async (document) => {
    const [reply] = await Promise.all([
      read(ofServer),
      answerNext(http, token, { outcome: 'applied', players: 0, document }, { kind: 'backups' }),
    ]);
    expect([reply.statusCode, reply.json()]).toMatchObject([503, { error: { code: 'server-away' } }]);
  });

  it('of a server of another version are shown as far as they are known', async () => {
    await desk.make();
    await desk.make();
    const told = await desk.tell();
    const last = { ...told.last, reason: 'of-another-version', words: 'x'.repeat(9_999) };
    const backups = told.backups.map((one) => ({ ...one, kept: ['yearly', 'weekly'], more: 1 }));
    const unlisted = { ok: false, reason: 'of-another-version', words: '' };
    const work = { task: 'verify', name, sinceUnixMs: 1_800_000_000_000 };
    const [reply] = await Promise.all([
      read(ofServer),
      answerNext(http, token, answered({ told: { ...told, backups, unlisted, work, last, failure: 'f' } }), {
        kind: 'backups',
      }),
    ]);
    expect([reply.statusCode, reply.json()]).toMatchObject([
      200,
      {
        ...{ total: 2, failure: 'f', unlisted: { reason: 'failed' }, work: { task: 'verify', name } },
        ...{ last: { reason: 'failed', words: 'x'.repeat(500) } },
        backups: [{ kept: ['weekly'] }, { kept: ['weekly'] }],
      },
    ]);
  });

  it('that are off there are a state of their own', async () => {
    const [reply] = await Promise.all([
      read(ofServer),
      answerNext(http, token, answered({ told: null }), { kind: 'backups' }),
    ]);
    expect(reply.json()).toMatchObject({ isOn: false, backups: [] });
  });

  it('are made by a command, whose answer is in the audit log', async () => {
    const given = await post(ofServer);
    expect([given.statusCode, given.json()]).toMatchObject([202, { kind: 'makeBackup', state: 'queued' }]);
    const made = { name, sequence: 7, createdAtUnixMs: 1_800_000_000_000, storedBytes: 4711 };
    await answerNext(http, token, answered(made), { kind: 'makeBackup', args: {} });
    expect(await audited('command.makeBackup')).toMatchObject([
      { outcome: 'done', details: { state: 'applied', name, storedBytes: 4711 } },
      { actorName: 'admin', outcome: 'done', target: `server:${serverId}`, details: { state: 'queued' } },
    ]);
  });

  it.each(['backup-place-full', 'backup-key-missing', 'backup-place-away', 'backup-busy', 'backups-off'])(
    'that cannot be made say %s, and nothing is kept',
    async (reason) => {
      await post(ofServer);
      await answerNext(http, token, { outcome: 'refused', reason }, { kind: 'makeBackup' });
      expect(await refusals()).toBe(reason);
      expect((await audited('command.makeBackup'))[0]).toMatchObject({ details: { refusal: reason } });
      expect(await http.world.ports.backupChecks.about(serverId)).toEqual([]);
    },
  );

  it.each([
    [{ name }, undefined, ''],
    [{ name, fault: 'damaged', words: 'chunk 0' }, 'damaged', 'chunk 0'],
    [{ name, fault: 'of-another-version', words: 7 }, 'damaged', ''],
  ])('are read back by a command: of %j what was found is kept', async (found, fault, words) => {
    expect((await post(`${ofServer}/${name}/verify`)).statusCode).toBe(202);
    await answerNext(http, token, answered(found), { kind: 'verifyBackup', args: { name } });
    const [check] = await http.world.ports.backupChecks.about(serverId);
    expect(check).toEqual({
      ...{ of: serverId, name, fault, words, actorName: 'admin' },
      atUnixMs: expect.any(Number),
    });
    const [end] = await audited('command.verifyBackup');
    expect(end).toMatchObject({ details: { name, found: fault ?? 'well' } });
  });

  it.each(['null', '[]', '{"name":"../x"}', 'nonsense', '7'])(
    'of a server that answers %s nothing is kept, and the log has its end',
    async (document) => {
      await post(`${ofServer}/${name}/verify`);
      await answerNext(http, token, { outcome: 'applied', players: 0, document }, { kind: 'verifyBackup' });
      expect(await http.world.ports.backupChecks.about(serverId)).toEqual([]);
      expect((await audited('command.verifyBackup'))[0]).toMatchObject({ details: { state: 'applied' } });
    },
  );

  it('that is away, or that there is not, say so and give no command', async () => {
    await http.ask('POST', `/api/v1/servers/${serverId}/goodbye`, { token, payload: {} });
    const asks = [read(ofServer), post(ofServer), post(`${ofServer}/${name}/verify`)];
    for (const reply of await Promise.all(asks))
      expect([reply.statusCode, reply.json()]).toMatchObject([503, { error: { code: 'server-away' } }]);
    const elsewhere = `/api/v1/backups/servers/${randomUUID()}`;
    for (const reply of [
      await read(elsewhere),
      await post(elsewhere),
      await post(`${elsewhere}/${name}/verify`),
    ])
      expect([reply.statusCode, reply.json()]).toMatchObject([404, { error: { code: 'unknown-server' } }]);
    expect((await post(`${ofServer}/latest/verify`)).statusCode).toBe(400);
    expect(await http.world.ports.commands.page({ limit: 1 })).toEqual([]);
  });

  it('waits longer for its answer than other commands do: a large one takes minutes', async () => {
    await post(ofServer);
    const [command] = await http.world.ports.commands.page({ limit: 1 });
    expect(command!.deadlineUnixMs - command!.issuedAtUnixMs).toBe(10 * 60_000);
  });
});
