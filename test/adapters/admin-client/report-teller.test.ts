// The game server's end of telling reports: until the API has them, and what was decided until it is kept here.

import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ReportTeller, type ReportKeeper } from '#adapters/admin-client/report-teller.js';
import { ReportOutcome, ReportReason } from '#domain/vocabulary/generated/words.js';
import { decisionsAtOnceMax } from '#ports/admin/reports/player-report.js';
import type { BookedReport, KeptDecision } from '#ports/storage/report-book.js';
import { newReport } from '../../contract/storage/report-book.js';
import { silentLog } from '../../support/silent-log.js';
import { startFakeAdminApi, type Answer, type Call, type FakeAdminApi } from './fake-admin-api.js';

const serverId = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const decided = (last: number) => ({
  ...{ reportId: id(last), number: last, characterId: 7, targetName: 'Bob', reason: 'spam' },
  ...{ outcome: 'banned', message: 'thank you' },
});

let api: FakeAdminApi;
let teller: ReportTeller;
let waiting: BookedReport[];
let kept: KeptDecision[];
let dropped: string[];
/** What the API heard is kept. */
let known: string[];
let errors: string[];
let keeper: { -readonly [Key in keyof ReportKeeper]: ReportKeeper[Key] };
/** What the API answers. */
let answer: (call: Call) => Answer | object;

const toldIn = ({ body }: Call) =>
  (body['reports'] as { reportId: string }[]).map(({ reportId }) => reportId);
const takes = (call: Call, more: readonly object[] = []) => ({ taken: toldIn(call), decided: more });

beforeEach(async () => {
  api = await startFakeAdminApi();
  waiting = [];
  kept = [];
  dropped = [];
  known = [];
  errors = [];
  keeper = {
    next: async (limit) => waiting.slice(0, limit),
    handedOver: async (ids) => void (waiting = waiting.filter(({ reportId }) => !ids.includes(reportId))),
    givenUp: async (reportId) => {
      dropped.push(reportId);
      await keeper.handedOver([reportId]);
    },
    take: async (decisions) => {
      kept.push(...decisions);
      return decisions.map(({ reportId }) => reportId);
    },
  };
  answer = (call) => takes(call);
  api.misbehave = (call) => {
    const given = answer(call);
    return typeof given === 'string' || 'status' in given ? (given as Answer) : { status: 200, body: given };
  };
  const log = { ...silentLog, error: (message: string) => void errors.push(message) };
  teller = new ReportTeller({
    ...{ baseUrl: api.url, token: 'token-of-the-test-server', serverId, keeper, log },
    ...{ random: () => 0, timeoutMs: 200, lookEveryMs: 5 },
  });
});
afterEach(async () => {
  await teller.stop();
  await api.stop();
});

function book(...lasts: number[]): void {
  waiting.push(...lasts.map((last) => ({ ...newReport(), reportId: id(last), number: last })));
}

async function until(holds: () => boolean): Promise<void> {
  for (const endMs = Date.now() + 10_000; !holds(); await new Promise((resolve) => setTimeout(resolve, 2)))
    if (Date.now() > endMs) throw new Error('not within ten seconds');
}

it('tells all that waits, some at a time, and lets go of what the API has', async () => {
  book(...Array.from({ length: 19 }, (_, i) => i + 1));
  teller.start();
  await until(() => waiting.length === 0);
  const told = api.calls.map(toldIn).filter(({ length }) => length > 0);
  expect(told.map(({ length }) => length)).toEqual([8, 8, 3]);
  expect(api.calls[0]).toMatchObject({ method: 'POST', path: `servers/${serverId}/reports` });
  const { reporter, target } = newReport();
  const { name: reporterName, ...ann } = reporter;
  const { name: targetName, ...bob } = target;
  expect((api.calls[0]!.body['reports'] as object[])[0]).toEqual({
    ...{ reportId: id(1), number: 1, madeAt: '1970-01-01T00:00:05.000Z', reason: 'spam', text: 'sells gold' },
    reporter: { ...ann, characterName: reporterName },
    target: { ...bob, characterName: targetName },
  });
});

it('keeps what was decided, and says so with what it asks next', async () => {
  let isKnown = false;
  answer = (call) => {
    isKnown ||= (call.body['kept'] as string[]).includes(id(5));
    return takes(call, isKnown ? [] : [decided(5)]);
  };
  teller.start();
  await until(() => isKnown);
  expect(kept).toEqual([
    {
      ...{ reportId: id(5), number: 5, characterId: 7, name: 'Bob', reason: ReportReason.spam },
      ...{ outcome: ReportOutcome.banned, text: 'thank you' },
    },
  ]);
});

it.each<[string, Answer | object]>([
  ['is away', 'cut'],
  ['is ill', { status: 503, body: { error: { code: 'unavailable', message: 'later' } } }],
  ['knows no such route', { status: 404, body: { error: { code: 'not-found', message: 'nothing' } } }],
  ['is another one', { status: 200, body: { hello: 'world' } }],
  ['has no room now', { taken: [], decided: [] }],
])('loses nothing while the API %s, and tells again', async (_, first) => {
  book(1);
  let calls = 0;
  answer = (call) => (calls++ === 0 ? first : takes(call));
  teller.start();
  await until(() => waiting.length === 0);
  expect(calls).toBeGreaterThanOrEqual(2);
});

it('drops the one that the API refuses, and not what is told with it, or waits behind it', async () => {
  book(...Array.from({ length: 12 }, (_, i) => i + 1));
  const refused = { status: 400, body: { error: { code: 'bad-request', message: 'never' } } };
  answer = (call) => (toldIn(call).includes(id(3)) ? refused : takes(call));
  const had = new Set<string>();
  const { handedOver } = keeper;
  keeper.handedOver = async (ids) => {
    for (const one of ids) had.add(one);
    await handedOver(ids);
  };
  teller.start();
  await until(() => waiting.length === 0);
  expect(dropped).toEqual([id(3)]);
  expect(had.size).toBe(12);
});

it('drops nothing while the API is gone between two requests', async () => {
  book(1, 2, 3);
  const refused = { status: 400, body: { error: { code: 'bad-request', message: 'never' } } };
  let calls = 0;
  answer = (call) => {
    calls++;
    if (toldIn(call).includes(id(2))) return refused;
    return calls < 4 ? 'cut' : takes(call);
  };
  teller.start();
  await until(() => waiting.length === 0);
  expect(dropped).toEqual([id(2)]);
});

it.each<[string, object]>([
  ['words that fit into no record', { message: 'ü'.repeat(101) }],
  ['half a character', { message: '\ud800' }],
  ['a name that is too long', { targetName: 'ü'.repeat(13) }],
  ['an outcome of a later version', { outcome: 'praised' }],
])('leaves a decision with %s at the API, and goes on with the rest', async (_, part) => {
  book(1);
  let isKnown = false;
  answer = (call) => {
    isKnown ||= (call.body['kept'] as string[]).includes(id(5));
    return takes(call, [{ ...decided(4), ...part }, ...(isKnown ? [] : [decided(5)])]);
  };
  teller.start();
  await until(() => isKnown && waiting.length === 0);
  expect(kept.map(({ number }) => number)).toEqual([5]);
  expect(api.calls.flatMap(({ body }) => body['kept'])).not.toContain(id(4));
});

/** An API that tells what it has not heard is kept, from where it is asked. */
function tellsFrom(all: readonly { reportId: string }[], call: Call) {
  const { kept, after } = call.body as { kept: string[]; after?: string };
  known.push(...kept);
  const left = all.filter(({ reportId }) => !known.includes(reportId));
  const from = left.findIndex(({ reportId }) => reportId === after) + 1;
  return takes(call, left.slice(from, from + decisionsAtOnceMax));
}
const unreadable = (count: number, from: number) =>
  Array.from({ length: count }, (_, i) => ({ ...decided(from + i), outcome: 'praised' }));

it('passes over more decisions that it cannot read than come at once, and says so once', async () => {
  const all = [...unreadable(decisionsAtOnceMax + 5, 100), decided(5)];
  answer = (call) => tellsFrom(all, call);
  teller.start();
  await until(() => known.includes(id(5)));
  all.push(decided(6));
  await until(() => known.includes(id(6)));
  expect(kept.map(({ number }) => number)).toEqual([5, 6]);
  expect(known.sort()).toEqual([id(5), id(6)]);
  expect(errors).toHaveLength(1);
});

it('asks an API that knows no such question as before, and drops nothing', async () => {
  const all = unreadable(decisionsAtOnceMax, 100);
  const unknownField = { status: 400, body: { error: { code: 'invalid-request', message: 'after' } } };
  answer = (call) => ('after' in call.body ? unknownField : tellsFrom(all, call));
  teller.start();
  await until(() => api.calls.some(({ body }) => 'after' in body));
  book(1, 2);
  await until(() => waiting.length === 0);
  expect(dropped).toEqual([]);
  const { length } = api.calls;
  await until(() => api.calls.length > length + 5);
  expect(api.calls.filter(({ body }) => 'after' in body)).toHaveLength(1);
});

it('does not say that it keeps what it could not keep', async () => {
  const { take } = keeper;
  let fails = true;
  keeper.take = async (decisions) => {
    if (fails) {
      fails = false;
      throw new Error('no space left on the device');
    }
    return take(decisions);
  };
  answer = (call) => takes(call, kept.length === 0 ? [decided(5)] : []);
  teller.start();
  await until(() => kept.length > 0);
  const before = api.calls.slice(0, -1).map(({ body }) => body['kept']);
  expect(before.flat()).toEqual([]);
});

it('tells a new one at once', async () => {
  await teller.stop();
  teller = new ReportTeller({
    ...{ baseUrl: api.url, token: 'token-of-the-test-server', serverId, keeper, log: silentLog },
    lookEveryMs: 60_000,
  });
  teller.start();
  await until(() => api.calls.length > 0);
  book(1);
  teller.lookSoon();
  await until(() => waiting.length === 0);
});
