// Whom a name means, and that letters and listings are told when they are stored, not before.

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FactLog } from '#domain/engine/facts/fact-log.js';
import { changeCoins } from '#domain/inventory/wallet.js';
import { Deed } from '#domain/ledger/deed.js';
import { LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { Played } from '../../support/worlds/played-simulation.js';

const disk = { offered: 0, stored: 0, isStoring: true };
let game: Played;

beforeEach(() => {
  Object.assign(disk, { offered: 0, stored: 0 });
  const factSink = {
    offer: (_facts: FactLog, _row: number) => ++disk.offered > 0,
    handOver: () => undefined,
    get stored() {
      return disk.stored;
    },
    isStoring: true,
  };
  game = new Played({ factSink });
  game.simulation.tellTime(1_800_000_000);
  game.enter(1, 'Ada');
  game.enter(2, 'Bob');
  const { world } = game;
  world.facts.reserve(1);
  changeCoins(world, new Deed().is(LedgerVerb.grant, 1), game.rowOf(1), 1000);
  store();
  game.output.forget();
});

/** All that happened is on the disk, and told. */
function store(): void {
  game.step();
  disk.stored = disk.offered;
  game.step();
}

function send(recipient: string, command = game.nextCommand(), coins = 5): number {
  const letter = { title: 'hello', text: '', coins, cashOnDelivery: 0, stacks: [], stacksCount: 0 };
  game.simulation.requests.sendLetter(1, { command, recipient, ...letter });
  return command;
}

const refusals = () =>
  game.output.of(1).flatMap(([kind, request, reason]) => {
    if (kind !== 'refused') return [];
    expect(request).toBe(RequestId.sendLetter);
    return [reason];
  });
const told = (session: number, ...kinds: string[]) =>
  game.output.of(session).filter(([kind]) => kinds.includes(kind));

describe('the name of somebody who is not in the world', () => {
  it('is asked for once, and known when it was told, whatever its case', () => {
    const command = send('Caro');
    send('CARO', command);
    game.step();
    send('caro', command);
    game.step();
    expect(game.courier.names).toEqual(['Caro']);
    expect(refusals()).toEqual(Array(3).fill(RefusalReason.notKnownYet));
    game.simulation.tellName('Caro', 77);
    send('cArO', command);
    store();
    expect(refusals()).toHaveLength(3);
    expect(told(1, 'commandConfirmed')).toEqual([['commandConfirmed', command]]);
    expect(game.world.tables.letters.countOf(77)).toBe(1);
  });

  it('of nobody is unknown, until one of that name comes into the world', () => {
    send('Dora');
    game.step();
    game.simulation.tellName('Dora', 0);
    send('Dora');
    game.step();
    expect(refusals()).toEqual([RefusalReason.notKnownYet, RefusalReason.unknownTarget]);
    game.enter(3, 'Dora');
    store();
    game.simulation.leave(3, 0 as never);
    game.step(2);
    send('Dora');
    store();
    expect([refusals().length, game.courier.names]).toEqual([2, ['Dora']]);
    expect(game.world.tables.letters.count).toBe(1);
  });

  it('is refused as busy while the store fails, and known when it is told later', () => {
    const command = send('Caro');
    game.step();
    game.simulation.tellName('Caro', undefined);
    send('Caro', command);
    game.step();
    expect(refusals()).toEqual([RefusalReason.notKnownYet, RefusalReason.busy]);
    game.simulation.tellName('Caro', 77);
    send('Caro', command);
    store();
    expect([refusals().length, game.courier.names]).toEqual([2, ['Caro']]);
  });

  it('waits for its turn where the way to the store is full', () => {
    game.courier.room = 0;
    send('Caro');
    game.step(3);
    expect(game.courier.names).toEqual([]);
    game.courier.room = Infinity;
    game.step();
    expect(game.courier.names).toEqual(['Caro']);
  });
});

describe('what is read of the mailbox', () => {
  it('is told when all that happened to it is stored', () => {
    send('Bob');
    game.step();
    game.simulation.requests.readLetters(2, { after: 0 });
    game.step(3);
    expect(told(2, 'letter', 'lettersRead')).toEqual([]);
    disk.stored = disk.offered;
    game.step();
    expect(told(2, 'letter', 'lettersRead').map(([kind, letter]) => [kind, letter])).toEqual([
      ['letter', 1],
      ['lettersRead', false],
    ]);
    game.output.forget();
    game.simulation.requests.takeFromLetter(2, { command: game.nextCommand(), letter: 1, place: 4 });
    game.step();
    game.simulation.requests.readLetters(2, { after: 0 });
    game.step();
    expect(told(2, 'letter')).toEqual([]);
    // Of somebody else nothing waits.
    game.simulation.requests.readLetters(1, { after: 0 });
    expect(told(1, 'lettersRead')).toHaveLength(1);
    store();
    expect(told(2, 'letter')).toHaveLength(1);
  });

  it('is told to nobody who left meanwhile', () => {
    send('Bob');
    game.step();
    game.simulation.requests.readLetters(2, { after: 0 });
    game.simulation.leave(2, 0 as never);
    store();
    game.step(2);
    expect([told(2, 'letter'), game.simulation.game.lettersUntold.size]).toEqual([[], 0]);
  });
});

describe('what is found on the market', () => {
  it('is what is stored', () => {
    const list = (slot: number) =>
      game.simulation.requests.listItem(1, { command: game.nextCommand(), slot, units: 1, price: 10 });
    const found = () => {
      game.output.forget();
      game.simulation.requests.searchMarket(2, { item: 0, after: 0 });
      return told(2, 'marketListing').map(([, listing]) => listing);
    };
    list(0);
    store();
    list(1);
    game.step();
    expect([found(), told(2, 'marketSearched')]).toEqual([[1], [['marketSearched', 0]]]);
    disk.stored = disk.offered;
    game.step();
    expect(found()).toEqual([1, 2]);
  });
});
