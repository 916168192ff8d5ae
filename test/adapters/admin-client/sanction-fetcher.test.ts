// The game server's end of asking for sanctions: what it takes, page by page, whatever the API does meanwhile.

import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SanctionFetcher, type SanctionTaker } from '#adapters/admin-client/sanction-fetcher.js';
import type { ToldChanges } from '#ports/admin/players/sanction.js';
import { silentLog } from '../../support/silent-log.js';
import { startFakeAdminApi, type Answer, type FakeAdminApi } from './fake-admin-api.js';

const serverId = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const told = (last: number) => ({
  ...{ sanctionId: id(last), measure: 'ban', characterId: 7, characterName: 'Ada', accountId: id(99) },
  ...{ secondsLeft: 0, message: '' },
});

let api: FakeAdminApi;
let fetcher: SanctionFetcher;
let taken: ToldChanges[];
let taker: { -readonly [Key in keyof SanctionTaker]: SanctionTaker[Key] };
/** What the API answers, the last again and again. */
let pages: (object | Answer)[];

beforeEach(async () => {
  api = await startFakeAdminApi();
  taken = [];
  taker = {
    commands: 0,
    mark: async () => taken.at(-1)?.mark ?? null,
    take: async (changes, commandsThen) => {
      if (commandsThen !== taker.commands) return false;
      taken.push(changes);
      return true;
    },
  };
  pages = [];
  api.misbehave = () => {
    const page = pages.length > 1 ? pages.shift()! : pages[0]!;
    return typeof page === 'string' || 'status' in page ? (page as Answer) : { status: 200, body: page };
  };
  fetcher = new SanctionFetcher({
    ...{ baseUrl: api.url, token: 'token-of-the-test-server', serverId, taker, log: silentLog },
    ...{ random: () => 0, timeoutMs: 200, lookEveryMs: 5 },
  });
});
afterEach(async () => {
  await fetcher.stop();
  await api.stop();
});

const page = (part: object) => ({
  isWhole: false,
  sanctions: [],
  over: [],
  mark: id(50),
  more: false,
  ...part,
});
async function until(holds: () => boolean): Promise<void> {
  for (const endMs = Date.now() + 10_000; !holds(); await new Promise((resolve) => setTimeout(resolve, 2)))
    if (Date.now() > endMs) throw new Error('not within ten seconds');
}
const asked = () => api.calls.map(({ path, body }) => [path, body['mark']]);

it('asks with the mark of what is here, and takes what changed', async () => {
  pages = [page({ sanctions: [told(1)], over: [id(2)], mark: id(51) })];
  fetcher.start();
  await until(() => taken.length >= 2);
  const { characterName: name, ...one } = told(1);
  expect(taken[0]).toEqual({ isWhole: false, sanctions: [{ ...one, name }], over: [id(2)], mark: id(51) });
  expect(asked().slice(0, 2)).toEqual([
    [`servers/${serverId}/sanctions/fetch`, null],
    [`servers/${serverId}/sanctions/fetch`, id(51)],
  ]);
});

it('takes the whole when all of it has come, without what ended meanwhile', async () => {
  pages = [
    page({ isWhole: true, sanctions: [told(1), told(2)], mark: id(51), more: true }),
    page({ sanctions: [told(3)], over: [id(1)], mark: id(52), more: true }),
    page({ sanctions: [told(4)], mark: id(53) }),
    page({ mark: id(53) }),
  ];
  fetcher.start();
  await until(() => taken.length >= 1);
  expect(taken[0]).toMatchObject({ isWhole: true, mark: id(53) });
  expect(taken[0]!.sanctions.map(({ sanctionId }) => sanctionId)).toEqual([id(2), id(3), id(4)]);
});

it('lets go of what a command overtook, and asks anew', async () => {
  pages = [page({ isWhole: true, sanctions: [told(1)], mark: id(51) })];
  const { misbehave } = api;
  let overtakes = true;
  api.misbehave = (call) => {
    if (overtakes) taker.commands++;
    overtakes = false;
    return misbehave(call);
  };
  fetcher.start();
  await until(() => taken.length >= 1);
  expect(asked().length).toBeGreaterThanOrEqual(2);
});

it.each<[string, Answer | object]>([
  ['is away', 'cut'],
  ['is ill', { status: 503, body: { error: { code: 'unavailable', message: 'later' } } }],
  ['knows no such route', { status: 404, body: { error: { code: 'not-found', message: 'nothing' } } }],
  ['is another one', { status: 200, body: { hello: 'world' } }],
])('changes nothing while the API %s, and asks again', async (_, answer) => {
  pages = [answer, page({ mark: id(51) })];
  fetcher.start();
  await until(() => taken.length >= 1);
  expect(taken[0]!.mark).toBe(id(51));
});

it('asks again after what could not be kept', async () => {
  pages = [page({ sanctions: [told(1)], mark: id(51) })];
  const { take } = taker;
  let fails = true;
  taker.take = async (...given) => {
    if (fails) {
      fails = false;
      throw new Error('no space left on the device');
    }
    return take(...given);
  };
  fetcher.start();
  await until(() => taken.length >= 1);
  expect(taken[0]!.sanctions).toHaveLength(1);
});
