// An operator's giving: only of a character that there is, in turn with erasures, and told as applied when it is stored.

import { beforeEach, expect, it } from '@jest/globals';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import { HandOver } from '#application/persistence/hand-over.js';
import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import type { TickOrder } from '#ports/threads/tick-commands.js';
import { TurnedClock } from '../../support/admin/admin-world.js';

let clock: TurnedClock;
let orders: TickOrder[];
let answer: CommandAnswer;
let erasing: Promise<void>;
/** How often the journal says that it cannot store yet. */
let refusals: number;

beforeEach(() => {
  clock = new TurnedClock();
  orders = [];
  answer = applied(1);
  erasing = Promise.resolve();
  refusals = 0;
});

const handOver = () =>
  new HandOver({
    store: {
      find: async (name) =>
        name === 'Ada' ? ({ characterId: 7, name } as unknown as StoredCharacter) : undefined,
    },
    erasures: { between: (work) => erasing.then(work) },
    tick: {
      run: async (order) => {
        orders.push(order);
        return answer;
      },
    },
    ownership: { settle: async () => refusals-- <= 0 },
    clock,
    pauses: { pause: async (ms) => void (clock.atUnixMs += ms) },
  });
const give = (name: string, characterId: number) =>
  handOver().run('grantCoins', { name, characterId, coins: 5 });

it('is done in a tick, and told when it is stored', async () => {
  refusals = 3;
  expect(await give('Ada', 7)).toEqual(applied(1));
  expect(orders).toMatchObject([{ kind: 'grantCoins', args: { characterId: 7, coins: 5 } }]);
});

it('is refused for a name that nobody bears, or somebody else does', async () => {
  expect(await give('Bob', 7)).toEqual(refused('not-here'));
  expect(await give('Ada', 8)).toEqual(refused('not-here'));
  expect(orders).toEqual([]);
});

it('that the tick refuses is told at once', async () => {
  answer = refused('no-room');
  refusals = Infinity;
  expect(await give('Ada', 7)).toEqual(refused('no-room'));
});

it('that cannot be stored for long is told as unfinished', async () => {
  refusals = Infinity;
  expect(await give('Ada', 7)).toEqual(refused('unfinished'));
});

it('waits until nobody is being erased', async () => {
  const erased = Promise.withResolvers<void>();
  erasing = erased.promise;
  const told = give('Ada', 7);
  await new Promise(setImmediate);
  expect(orders).toEqual([]);
  erased.resolve();
  expect(await told).toEqual(applied(1));
});
