// The second person: what one operator may not give, or take away, alone waits until another has agreed.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decideProposal } from '#application/admin/operations/decide-proposal.js';
import { endOverdueCommands } from '#application/admin/operations/end-commands.js';
import { accountLimit, commandLifeMs } from '#application/admin/operations/give-command.js';
import { aloneLimit, aloneMax } from '#application/admin/operations/move-or-propose.js';
import { lapseVoidProposals } from '#application/admin/operations/void-proposals.js';
import { coinsMax, openCommandsMax, unitsMax } from '#ports/admin/operations/operator-command.js';
import {
  proposalLifeMs,
  proposalsOfAccountMax,
  proposalsOfServerMax,
} from '#ports/admin/operations/proposal-store.js';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';
import { someOrigin } from '../../../support/admin/admin-world.js';
import { EventReader } from '../../../support/admin/event-reader.js';

interface CommandBody {
  readonly id: string;
  readonly state: string;
  readonly refusal: string | null;
  readonly [field: string]: unknown;
}

let http: AdminHttp;
let token: string;
let playerId: string;
/** Who proposes, and who decides. */
let ann: string;
let bob: string;

beforeEach(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
  await beThere();
  const { ports, clock } = http.world;
  const ada = { characterId: 7, name: 'Ada', accountId: randomUUID(), level: 1, map: 'meadow' };
  await ports.players.noteJoined(serverId, [ada], clock.atUnixMs);
  playerId = (await ports.players.page({ limit: 1 })).players[0]!.id;
  ann = await http.logIn('admin', 'ann');
  bob = await http.logIn('admin', 'bob');
});
afterEach(() => http.stop());

const post = (url: string, payload: object, cookie: string) =>
  http.ask('POST', `/api/v1/${url}`, { payload, cookie });
const beThere = () =>
  http.ask('POST', `/api/v1/servers/${serverId}/heartbeat`, {
    payload: { players: 0, draining: false, closedVerbs: [] },
    token,
  });
const why = 'the whole guild lost theirs';
const move = (what: string, more: object, cookie = ann) =>
  post(`players/${playerId}/${what}`, { reason: why, ...more }, cookie);
const propose = async (cookie = ann): Promise<string> => {
  const reply = await move('grant-coins', { coins: 50_000 }, cookie);
  if (reply.statusCode !== 202) throw new Error(`proposing answered ${reply.statusCode}: ${reply.body}`);
  return reply.json<CommandBody>().id;
};
const decide = (id: string, verb: string, cookie = bob, words = 'I saw it') =>
  post(`proposals/${id}/${verb}`, { words }, cookie);
const told = async (reply: Promise<{ json<T>(): T; statusCode: number }>) => {
  const answer = await reply;
  return [answer.statusCode, answer.json<{ error?: { code: string } }>().error?.code];
};
const find = async (id: string) =>
  (await http.ask('GET', `/api/v1/commands/${id}`, { cookie: ann })).json<CommandBody>();
const list = async (query = '', cookie = bob) =>
  (await http.ask('GET', `/api/v1/proposals${query}`, { cookie })).json<{
    proposals: CommandBody[];
    nextCursor: string | null;
    total: number;
  }>();
const ofServer = async () => {
  const payload = { known: [], waitSeconds: 0 };
  const url = `/api/v1/servers/${serverId}/commands/fetch`;
  const reply = await http.ask('POST', url, { payload, token });
  return reply.json<{ commands: CommandBody[] }>().commands;
};
const audited = async () =>
  (await http.world.ports.audit.page({ limit: 500, action: 'command' }))
    .map(({ actorName, outcome, details }) => ({ actorName, outcome, ...details }))
    .reverse() as { actorName: string; outcome: string; [field: string]: unknown }[];
const accountOf = async (name: string) => (await http.world.ports.accounts.findByName(name))!;

describe('what one person may not do alone', () => {
  it('is proposed above so much, given or taken away, and queued up to it', async () => {
    const wishes = [
      ['grant-items', (units: number) => ({ item: 'bread', units }), aloneMax.units, unitsMax],
      ['grant-coins', (coins: number) => ({ coins }), aloneMax.coins, coinsMax],
      ['seize-items', (units: number) => ({ instance: 5, units }), aloneMax.units, unitsMax],
      ['seize-coins', (coins: number) => ({ coins }), aloneMax.coins, coinsMax],
    ] as const;
    for (const [route, more, alone, most] of wishes) {
      const states: unknown[] = [];
      for (const amount of [alone, alone + 1, most, most + 1]) {
        const reply = await move(route, more(amount));
        states.push(reply.json<CommandBody>().state ?? reply.statusCode);
      }
      expect([route, states]).toEqual([route, ['queued', 'proposed', 'proposed', 400]]);
    }
    expect(await ofServer()).toHaveLength(wishes.length);
    expect((await audited()).at(-1)).toMatchObject({
      ...{ actorName: 'ann', outcome: 'done', state: 'proposed', beyond: 'too-much', why },
      args: { characterId: 7, name: 'Ada', coins: coinsMax },
    });
  });

  it.each([
    ['grant-coins', 'seize-coins'],
    ['seize-coins', 'grant-coins'],
  ])('is proposed when there were as many today: %s; that is none of %s', async (route, other) => {
    const { clock } = http.world;
    for (let i = 0; i < aloneLimit.attemptsMax; i++) {
      clock.atUnixMs += accountLimit.windowMs;
      ann = await http.logIn('admin', 'ann');
      expect((await move(route, { coins: 1 })).json()).toMatchObject({ state: 'queued' });
      await ofServer();
    }
    expect((await move(route, { coins: 1 })).json()).toMatchObject({ state: 'proposed' });
    expect((await audited()).at(-1)).toMatchObject({ state: 'proposed', beyond: 'too-often' });
    expect((await move(other, { coins: 1 })).json()).toMatchObject({ state: 'queued' });
    clock.atUnixMs += aloneLimit.windowMs;
    ann = await http.logIn('admin', 'ann');
    expect((await move(route, { coins: 1 })).json()).toMatchObject({ state: 'queued' });
  });

  it('does not count as done alone: proposals leave what one may give today as it is', async () => {
    const { clock } = http.world;
    for (let i = 0; i < aloneLimit.attemptsMax; i++) {
      await decide(await propose(), 'withdraw', ann);
      clock.atUnixMs += accountLimit.windowMs;
      ann = await http.logIn('admin', 'ann');
    }
    expect((await move('grant-coins', { coins: 1 })).json()).toMatchObject({ state: 'queued' });
  });

  it('waits only so many times for an account and a server, which is said and in the audit log', async () => {
    for (let i = 0; i < proposalsOfAccountMax; i++) await propose();
    expect(await told(move('grant-coins', { coins: 50_000 }))).toEqual([409, 'too-many-own-proposals']);
    expect((await audited()).at(-1)).toMatchObject({
      ...{ actorName: 'ann', outcome: 'refused', reason: 'too-many-own-proposals', beyond: 'too-much' },
    });
    for (let i = proposalsOfAccountMax; i < proposalsOfServerMax; i++)
      await propose(await http.logIn('admin', `a${Math.floor(i / proposalsOfAccountMax)}`));
    expect(await told(move('grant-coins', { coins: 50_000 }, bob))).toEqual([409, 'too-many-proposals']);
    expect((await list()).total).toBe(proposalsOfServerMax);
    expect((await move('grant-coins', { coins: 1 }, bob)).json()).toMatchObject({ state: 'queued' });
  });
});

describe('a proposal', () => {
  it('is done once another person agrees, and the audit log has both', async () => {
    const id = await propose();
    expect(await ofServer()).toEqual([]);
    expect((await list()).proposals).toMatchObject([
      {
        ...{ id, serverId, kind: 'grantCoins', args: { name: 'Ada', coins: 50_000 }, reason: why },
        ...{ actorName: 'ann', state: 'proposed', proposal: { deciderName: null, words: null } },
      },
    ]);
    const reply = await decide(id, 'approve');
    expect(reply.statusCode).toBe(202);
    expect(reply.json()).toMatchObject({
      ...{ state: 'queued', actorName: 'ann', proposal: { deciderName: 'bob', words: 'I saw it' } },
    });
    expect(await list()).toEqual({ proposals: [], nextCursor: null, total: 0 });
    expect(await ofServer()).toMatchObject([
      {
        id,
        kind: 'grantCoins',
        args: { characterId: 7, name: 'Ada', coins: 50_000 },
        withinMs: commandLifeMs,
      },
    ]);
    const answers = [{ id, outcome: 'applied', players: 1 }];
    await http.ask('POST', `/api/v1/servers/${serverId}/commands/answers`, { payload: { answers }, token });
    expect(await audited()).toMatchObject([
      { actorName: 'ann', outcome: 'done', command: id, state: 'proposed', why },
      {
        ...{ actorName: 'bob', outcome: 'done', command: id, state: 'queued', words: 'I saw it', why },
        ...{ proposedBy: 'ann', decidedBy: 'bob', args: { characterId: 7, coins: 50_000 } },
        ...{ before: { state: 'proposed' }, after: { state: 'queued' } },
      },
      {
        actorName: 'ann',
        outcome: 'done',
        command: id,
        state: 'applied',
        proposedBy: 'ann',
        decidedBy: 'bob',
      },
    ]);
  });

  it('is never done when another declines it, or its proposer withdraws it, and both say so', async () => {
    const [declined, withdrawn] = [await propose(), await propose()];
    expect(await told(decide(declined, 'decline', bob, ''))).toEqual([400, 'invalid-request']);
    expect((await decide(declined, 'decline', bob, 'show me the log')).json()).toMatchObject({
      ...{ state: 'declined', proposal: { deciderName: 'bob', words: 'show me the log' } },
    });
    expect(await told(decide(withdrawn, 'withdraw', bob))).toEqual([409, 'foreign-proposal']);
    expect((await decide(withdrawn, 'withdraw', ann, '')).json()).toMatchObject({ state: 'withdrawn' });
    expect(await ofServer()).toEqual([]);
    const ends = (await audited()).filter(({ state }) => state !== 'proposed');
    expect(ends).toMatchObject([
      {
        ...{ actorName: 'bob', outcome: 'refused', command: declined, state: 'declined', proposedBy: 'ann' },
        ...{ words: 'show me the log', before: { state: 'proposed' }, after: { state: 'declined' } },
      },
      { actorName: 'bob', outcome: 'refused', decision: 'withdraw', reason: 'foreign-proposal' },
      { actorName: 'ann', outcome: 'refused', command: withdrawn, state: 'withdrawn' },
    ]);
  });

  it('cannot be approved or declined by who made it, which is in the audit log', async () => {
    const id = await propose();
    for (const verb of ['approve', 'decline'])
      expect(await told(decide(id, verb, ann))).toEqual([409, 'own-proposal']);
    expect(await find(id)).toMatchObject({ state: 'proposed' });
    expect((await audited()).filter(({ outcome }) => outcome === 'refused')).toMatchObject(
      ['approve', 'decline'].map((decision) => ({
        ...{ actorName: 'ann', proposal: id, decision, reason: 'own-proposal', proposedBy: 'ann' },
      })),
    );
  });

  it('is decided once', async () => {
    const id = await propose();
    const cat = await http.logIn('owner', 'cat');
    const both = await Promise.all([told(decide(id, 'approve')), told(decide(id, 'approve', cat))]);
    expect(both.sort()).toEqual([
      [202, undefined],
      [409, 'proposal-over'],
    ]);
    expect(await ofServer()).toHaveLength(1);
    for (const verb of ['approve', 'decline', 'withdraw'])
      expect(await told(decide(id, verb, verb === 'withdraw' ? ann : bob))).toEqual([409, 'proposal-over']);
    const kick = await post(`players/${playerId}/kick`, { reason: why }, ann);
    for (const other of [randomUUID(), kick.json<CommandBody>().id])
      expect(await told(decide(other, 'approve'))).toEqual([404, 'unknown-command']);
  });

  it('lapses when nobody decides in a day', async () => {
    const id = await propose();
    http.world.clock.atUnixMs += proposalLifeMs;
    bob = await http.logIn('admin', 'bob');
    ann = await http.logIn('admin', 'ann');
    await beThere();
    expect(await told(decide(id, 'approve'))).toEqual([409, 'proposal-over']);
    await endOverdueCommands(http.world.ports);
    expect(await find(id)).toMatchObject({ state: 'lapsed', refusal: 'not-decided' });
    expect((await audited()).at(-1)).toMatchObject({
      ...{ actorName: 'ann', outcome: 'refused', command: id, state: 'lapsed', refusal: 'not-decided' },
      ...{ proposedBy: 'ann', before: { state: 'proposed' }, after: { state: 'lapsed' } },
    });
  });

  it('stays when its server has too much waiting, or is away, and can be approved later', async () => {
    const id = await propose();
    const { clock, ports } = http.world;
    const given = (await ports.commands.find(id))!;
    for (let i = 0; i < openCommandsMax; i++)
      await ports.commands.issue({ ...given, id: randomUUID() }, commandLifeMs);
    expect(await told(decide(id, 'approve'))).toEqual([409, 'too-many-commands']);
    clock.atUnixMs += 2 * commandLifeMs;
    await endOverdueCommands(ports);
    expect(await told(decide(id, 'approve'))).toEqual([503, 'server-away']);
    expect(await find(id)).toMatchObject({ state: 'proposed', proposal: { deciderName: null } });
    await beThere();
    expect(await told(decide(id, 'approve'))).toEqual([202, undefined]);
    const refused = (await audited()).filter(
      ({ outcome, proposal }) => outcome === 'refused' && proposal === id,
    );
    expect(refused.map(({ reason }) => reason)).toEqual(['too-many-commands', 'server-away']);
  });

  it('is told on the event stream as any command’s states are', async () => {
    const cookie = await http.logIn('viewer');
    const headers = { host: 'localhost:8080', cookie };
    const stream = await EventReader.open(`${await http.url()}/api/v1/events`, headers);
    const nextState = async () => {
      for (;;) {
        const { event, data } = await stream.next();
        if (event === 'command') return data as Record<string, unknown>;
      }
    };
    const id = await propose();
    const proposed = await nextState();
    expect(proposed).toMatchObject({ commandId: id, serverId, kind: 'grantCoins', state: 'proposed' });
    expect(JSON.stringify(proposed)).not.toContain(why);
    await decide(id, 'approve');
    expect(await nextState()).toMatchObject({ commandId: id, state: 'queued' });
    stream.close();
  });

  it('is listed with the others, oldest first, page by page', async () => {
    const ids = [await propose(), await propose(bob), await propose()];
    const first = await list('?limit=2');
    expect([first.proposals.map(({ id }) => id), first.total]).toEqual([ids.slice(0, 2), 3]);
    const rest = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect([rest.proposals.map(({ id }) => id), rest.nextCursor]).toEqual([ids.slice(2), null]);
  });
});

describe('who proposed, and who decides', () => {
  it.each([
    ['suspended', { disabled: true }],
    ['another role', { role: 'moderator' as const }],
  ])('are judged as they are now: a proposal of one who was given %s meanwhile ends', async (_, change) => {
    const [asked, swept] = [await propose(), await propose()];
    const { ports } = http.world;
    await ports.accounts.change((await accountOf('ann')).id, change);
    expect(await told(decide(asked, 'approve'))).toEqual([409, 'proposal-void']);
    await lapseVoidProposals(ports);
    for (const id of [asked, swept]) {
      const found = await ports.commands.find(id);
      expect([found?.state, found?.refusal]).toEqual(['lapsed', 'proposer-may-not']);
    }
    expect(await ofServer()).toEqual([]);
    const reasons = (await audited()).map(({ actorName, outcome, state, refusal, reason }) =>
      [actorName, outcome, state ?? reason, refusal].join(' ').trim(),
    );
    expect(reasons.slice(2)).toEqual([
      'ann refused lapsed proposer-may-not',
      'bob refused proposal-void',
      'ann refused lapsed proposer-may-not',
    ]);
  });

  it.each([
    ['suspended', { disabled: true }],
    ['another role', { role: 'moderator' as const }],
  ])('are judged as they are now: who was given %s meanwhile decides nothing', async (_, change) => {
    const [id, own] = [await propose(), await propose(bob)];
    const { ports } = http.world;
    const account = await accountOf('bob');
    await ports.accounts.change(account.id, change);
    for (const verb of ['approve', 'decline']) expect((await told(decide(id, verb)))[0]).not.toBe(202);
    // A request that was let in before.
    const caller = { ...someOrigin, account, tokenDigest: 'bob’s' };
    for (const [of, verb] of [
      [id, 'approve'],
      [id, 'decline'],
      [own, 'withdraw'],
    ] as const)
      expect(await decideProposal(ports, caller, { id: of, verb, words: 'x' })).toEqual({
        ...{ ok: false, reason: 'not-permitted' },
      });
    expect(await ports.commands.find(id)).toMatchObject({ state: 'proposed' });
    expect((await audited()).at(-1)).toMatchObject({
      actorName: 'bob',
      outcome: 'refused',
      reason: 'not-permitted',
    });
  });

  it('decide no more often than they may give commands', async () => {
    const id = await propose();
    for (let i = 0; i < accountLimit.attemptsMax; i++) await decide(id, 'withdraw', bob);
    expect(await told(decide(id, 'approve'))).toEqual([429, 'locked-out']);
    expect(await told(decide(id, 'approve', await http.logIn('owner')))).toEqual([202, undefined]);
  });
});
