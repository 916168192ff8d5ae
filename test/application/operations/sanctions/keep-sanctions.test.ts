// The control thread's part in sanctions: on disk before the world hears of it, the world hears of all that is on disk, and
// what commands and the admin API tell of the same ends up the same.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemorySanctionBook } from '#adapters/memory/storage/sanction-book.js';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import { readArguments, findDefinition } from '#application/operations/command-table.js';
import { KeepSanctions } from '#application/operations/sanctions/keep-sanctions.js';
import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';
import type { ToldSanction } from '#ports/admin/players/sanction.js';
import type { SanctionChanges } from '#ports/storage/sanction-book.js';
import type { TickOrder } from '#ports/threads/tick-commands.js';
import { silentLog } from '../../../support/silent-log.js';

const nowMs = 1_800_000_000_000;
const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

function told(last: number, more: Partial<ToldSanction> = {}): ToldSanction {
  return {
    ...{ sanctionId: id(last), measure: 'ban', characterId: 7, name: 'Ada', accountId: id(99) },
    ...{ secondsLeft: 0, message: '', ...more },
  };
}

class FullDisk extends MemorySanctionBook {
  isFull = false;

  override async change(changes: SanctionChanges, nowSeconds: number): Promise<void> {
    if (this.isFull) throw new Error('no space left on the device');
    await super.change(changes, nowSeconds);
  }
}

let book: FullDisk;
/** What the world was told, in order. */
let world: string[];
let tick: (order: TickOrder) => CommandAnswer;
let paused: number;
let unixMs: number;

beforeEach(() => {
  book = new FullDisk();
  world = [];
  tick = () => applied(1);
  paused = 0;
  unixMs = nowMs;
});

const keeper = async (): Promise<KeepSanctions> =>
  new KeepSanctions({
    ...{ book, beginning: await book.read(unixMs / 1000), log: silentLog },
    tick: {
      async run(order) {
        const answer = tick(order);
        const { sanctionId } = order.args as { sanctionId: string };
        if (answer.outcome === 'applied') world.push(`${order.kind} ${sanctionId.slice(-1)}`);
        return answer;
      },
    },
    clock: { unixMs: () => unixMs, nowMs: () => 0 },
    pauses: { pause: async () => void paused++ },
  });

const lift = (last: number) => ({ sanctionId: id(last), characterId: 7, name: 'Ada' });
const idsIn = async () => (await book.read(0)).map(({ sanctionId }) => sanctionId);

describe('a command', () => {
  it('is on disk with its end by this server’s clock, and in the world', async () => {
    const sanctions = await keeper();
    expect(await sanctions.impose(told(1, { secondsLeft: 60 }))).toEqual(applied(1));
    expect(await book.read(0)).toMatchObject([{ sanctionId: id(1), untilSeconds: nowMs / 1000 + 60 }]);
    expect(world).toEqual(['sanction 1']);
    await sanctions.lift(lift(1));
    expect([await idsIn(), world]).toEqual([[], ['sanction 1', 'lift 1']]);
  });

  it('that cannot be written down is refused, and changes nothing', async () => {
    const sanctions = await keeper();
    book.isFull = true;
    expect(await sanctions.impose(told(1))).toEqual(refused('not-recorded'));
    expect(world).toEqual([]);
    book.isFull = false;
    await sanctions.impose(told(1));
    book.isFull = true;
    expect(await sanctions.lift(lift(1))).toEqual(refused('not-recorded'));
    expect([world, await idsIn()]).toEqual([['sanction 1'], [id(1)]]);
  });

  it('waits until the simulation has room', async () => {
    const sanctions = await keeper();
    tick = () => (paused < 3 ? refused('busy') : applied(2));
    expect(await sanctions.impose(told(1))).toEqual(applied(2));
    expect(world).toEqual(['sanction 1']);
  });

  it('says so, that the admin API hears of it', async () => {
    const sanctions = await keeper();
    let said = 0;
    sanctions.onCommand = () => said++;
    await sanctions.impose(told(1));
    await sanctions.lift(lift(1));
    expect([said, sanctions.commands]).toEqual([2, 2]);
  });
});

describe('what the admin API tells', () => {
  const take = (sanctions: KeepSanctions, those: readonly ToldSanction[], over: readonly string[] = []) =>
    sanctions.take({ isWhole: false, sanctions: those, over, mark: id(50) }, sanctions.commands);
  const takeWhole = (sanctions: KeepSanctions, those: readonly ToldSanction[]) =>
    sanctions.take({ isWhole: true, sanctions: those, over: [], mark: id(51) }, sanctions.commands);

  it('is kept with its mark; what is known already is not told to the world again', async () => {
    const sanctions = await keeper();
    await sanctions.impose(told(1, { secondsLeft: 600 }));
    expect(await take(sanctions, [told(1, { secondsLeft: 598 }), told(2)])).toBe(true);
    expect([world, await sanctions.mark()]).toEqual([['sanction 1', 'sanction 2'], id(50)]);
    await take(sanctions, [], [id(1), id(77)]);
    expect([world.at(-1), await idsIn()]).toEqual(['lift 1', [id(2)]]);
  });

  it('as a whole takes the place of all: of a file that was put back, what was lifted since is lifted', async () => {
    await book.change({ kept: [], over: [] }, 0);
    await (await keeper()).impose(told(1));
    const sanctions = await keeper();
    world = [];
    await takeWhole(sanctions, [told(2)]);
    expect([world, await idsIn(), await sanctions.mark()]).toEqual([
      ['lift 1', 'sanction 2'],
      [id(2)],
      id(51),
    ]);
  });

  it('before a command was applied counts for nothing: it may be older than that', async () => {
    const sanctions = await keeper();
    const commandsThen = sanctions.commands;
    await sanctions.impose(told(1));
    await sanctions.lift(lift(1));
    const changes = { isWhole: false, sanctions: [told(1)], over: [], mark: id(50) };
    expect(await sanctions.take(changes, commandsThen)).toBe(false);
    expect([await idsIn(), await sanctions.mark(), world.at(-1)]).toEqual([[], null, 'lift 1']);
  });

  it('and cannot be written down is told again later', async () => {
    const sanctions = await keeper();
    book.isFull = true;
    await expect(take(sanctions, [told(1)])).rejects.toThrow('no space');
    book.isFull = false;
    await take(sanctions, [told(1)]);
    expect([world, await idsIn()]).toEqual([['sanction 1'], [id(1)]]);
  });
});

it('counts those that hold, by kind', async () => {
  const sanctions = await keeper();
  await sanctions.impose(told(1));
  await sanctions.impose(told(2, { measure: 'mute', secondsLeft: 60 }));
  const counted = () => sanctions.series[0]!.samples().map(({ value }) => value);
  expect(counted()).toEqual([1, 1]);
  unixMs += 60_000;
  expect(counted()).toEqual([0, 1]);
});

describe('arguments of a sanction', () => {
  const read = (args: object) => readArguments(findDefinition('sanction')!, args);

  it('are taken as they are', () => {
    expect(read({ ...told(1), message: ' enough ' })).toEqual(told(1, { message: 'enough' }));
    expect(read(told(1, { accountId: '00000000-0000-0000-0000-000000000000' }))).toBeDefined();
  });

  it.each<[string, object]>([
    ['another kind', { measure: 'curse' }],
    ['no id', { sanctionId: 'x' }],
    ['no account', { accountId: 7 }],
    ['a time below 0', { secondsLeft: -1 }],
    ['half a second', { secondsLeft: 0.5 }],
    ['a time that no number holds', { secondsLeft: 1e300 }],
    ['a message that no packet holds', { message: 'm'.repeat(65) }],
    ['a message that turns text round', { message: 'a\u202eb' }],
    ['nobody', { characterId: undefined }],
  ])('are refused with %s', (_, wrong) => {
    expect(read({ ...told(1), ...wrong })).toBeUndefined();
  });
});
