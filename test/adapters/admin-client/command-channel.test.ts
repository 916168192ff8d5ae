// The game server's end of the way to the admin API: every command is taken once and answered, whatever the API does.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandChannel, type CommandChannelOptions } from '#adapters/admin-client/command-channel.js';
import type { CommandAnswer, DeliveredCommand } from '#ports/admin/operations/operator-command.js';
import { silentLog } from '../../support/silent-log.js';
import { refusal, startFakeAdminApi, type Answer, type Call, type FakeAdminApi } from './fake-admin-api.js';

const serverId = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
const channels: CommandChannel[] = [];
let api: FakeAdminApi;
let taken: { command: DeliveredCommand; notAfterMs: number; atMs: number }[];
/** What is handed out to who does not know it; ended by an answer. */
let open: Map<string, object>;
let answers: Record<string, unknown>[];
let misbehave: (call: Call) => Answer | undefined;

beforeEach(async () => {
  api = await startFakeAdminApi();
  taken = [];
  open = new Map();
  answers = [];
  misbehave = () => undefined;
  api.misbehave = (call) => misbehave(call) ?? serve(call);
});
afterEach(async () => {
  await Promise.all(channels.splice(0).map((channel) => channel.stop(0)));
  await api.stop();
});

/** As the admin API does, but that it holds nothing for long. */
function serve({ path, body }: Call): Answer | undefined {
  if (path.endsWith('/answers')) {
    const told = body['answers'] as Record<string, unknown>[];
    answers.push(...told);
    for (const { id } of told) open.delete(id as string);
    return { status: 204 };
  }
  const known = body['known'] as string[];
  const commands = [...open].filter(([id]) => !known.includes(id)).map(([, command]) => command);
  return { status: 200, body: { heldMs: 40, commands } };
}

function give(kind = 'kick', withinMs = 30_000): string {
  const id = randomUUID();
  open.set(id, { id, kind, args: { some: 'thing' }, withinMs });
  return id;
}

const applied: CommandAnswer = { outcome: 'applied', players: 1 };

function start(part: Partial<CommandChannelOptions> = {}): CommandChannel {
  const channel = new CommandChannel({
    baseUrl: api.url,
    token: 'token-of-the-test-server',
    serverId,
    take: async (command, notAfterMs) => {
      taken.push({ command, notAfterMs, atMs: performance.now() });
      return applied;
    },
    clock: { nowMs: () => performance.now(), unixMs: () => Date.now() },
    log: silentLog,
    random: () => 0,
    waitSeconds: 1,
    ...part,
  });
  channels.push(channel);
  channel.start();
  return channel;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the channel of commands', () => {
  it('takes what is handed out, with its dead-line on the clock of this machine, and answers', async () => {
    const sentMs = performance.now();
    const id = give('kick', 5_000);
    start();
    await until(() => answers.length === 1);
    expect(answers).toEqual([{ id, ...applied }]);
    const [{ command, notAfterMs, atMs }] = taken as [(typeof taken)[number]];
    expect(command).toMatchObject({ id, kind: 'kick', args: { some: 'thing' } });
    // From when the request was sent, plus the time that it was held: never later than the API meant.
    expect(notAfterMs).toBeGreaterThanOrEqual(sentMs + 40 + 5_000);
    expect(notAfterMs).toBeLessThanOrEqual(atMs + 40 + 5_000);
    expect(api.calls[0]).toMatchObject({
      method: 'POST',
      path: `servers/${serverId}/commands/fetch`,
      authorization: 'Bearer token-of-the-test-server',
      body: { known: [], waitSeconds: 1 },
    });
  });

  it('says what it is working on, and takes nothing twice', async () => {
    const id = give();
    const work = Promise.withResolvers<CommandAnswer>();
    start({
      take: (command, notAfterMs) => {
        taken.push({ command, notAfterMs, atMs: 0 });
        return work.promise;
      },
    });
    await api.called(({ body }) => (body['known'] as string[] | undefined)?.includes(id) === true);
    // An API that does not listen.
    misbehave = ({ path }) =>
      path.endsWith('/fetch')
        ? { status: 200, body: { heldMs: 0, commands: [...open.values()] } }
        : undefined;
    const calls = api.calls.length;
    await until(() => api.calls.length > calls + 1);
    work.resolve(applied);
    await until(() => answers.length > 0);
    expect(taken).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['answers 503', refusal(503, 'unavailable')],
    ['cuts the connection', 'cut'],
    ['does not know the server yet', refusal(404, 'unknown-server')],
    ['answers with nonsense', { status: 200, body: { heldMs: 'long', commands: [{}] } }],
  ])('goes on with an API that %s', async (_case, answer) => {
    let bad = 2;
    misbehave = () => (bad-- > 0 ? answer : undefined);
    const id = give();
    start();
    await until(() => answers.length === 1);
    expect(answers).toEqual([{ id, ...applied }]);
  });

  it('tells an answer until it was heard', async () => {
    let lost = 2;
    misbehave = (call) => {
      if (!call.path.endsWith('/answers') || lost-- <= 0) return undefined;
      // It comes to the API, and the API's word of that gets lost.
      serve(call);
      return 'cut';
    };
    const id = give();
    start();
    await until(() => answers.length >= 3);
    expect(answers.map((answer) => answer['id'])).toEqual([id, id, id]);
    expect(taken).toHaveLength(1);
  });

  it('does not ask without a pause when nothing is held', async () => {
    start();
    await until(() => api.calls.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(api.calls.length).toBeLessThanOrEqual(2);
  });

  it('ends at once while its request is held, and tells first what became of the last command', async () => {
    const id = give();
    const work = Promise.withResolvers<CommandAnswer>();
    const channel = start({ take: () => work.promise });
    await api.called(({ body }) => (body['known'] as string[] | undefined)?.includes(id) === true);
    misbehave = ({ path }) => (path.endsWith('/fetch') ? 'hang' : undefined);
    work.resolve(applied);
    await until(() => answers.length === 1);
    await channel.stop();
    const calls = api.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(api.calls).toHaveLength(calls);
  });

  it('ends although the API never takes the answer', async () => {
    give();
    misbehave = ({ path }) => (path.endsWith('/answers') ? 'hang' : undefined);
    const channel = start();
    await until(() => taken.length === 1);
    await channel.stop(50);
  });
});
