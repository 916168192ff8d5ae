// A trade of two players: everything of both sides changes hands, or nothing, and what ends it leaves all where it was.

import { describe, expect, it } from '@jest/globals';
import { teleport } from '#domain/body/movement.js';
import { rouse } from '#domain/combat/harm.js';
import { acceptTrade, invitationTicks, inviteToTrade } from '#domain/trade/begin-trade.js';
import { cancelTrade, offerStack } from '#domain/trade/offer.js';
import { trades, Trades, tradesMax } from '#domain/trade/trades.js';
import { storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { LedgerVerb, RefusalReason, TradeEnd } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Item } from '../../support/worlds/small-content.js';
import { expectUntouched, laidOut, reasons, TwoTraders } from './two-traders.js';

describe('two who agree', () => {
  it('exchange stacks and coins in one tick, and the facts sum to nothing', () => {
    const two = laidOut();
    const { ada, bob } = two;
    const sword = ada.bag.columns.instances[ada.bag.first]!;
    const told = two.agree();
    expect([ada.slots(), ada.coins]).toEqual([`0:${Item.pelt}×6`, 15]);
    expect([bob.slots(), bob.coins]).toEqual([`0:${Item.sword}×1 3:${Item.pelt}×2`, 5]);
    expect(bob.bag.columns.instances[bob.bag.first]).toBe(sword);
    for (const kind of ['stackChanged', 'coinsChanged']) {
      const moved = told.filter(({ fact }) => fact === kind);
      expect(moved.every(({ verb }) => verb === LedgerVerb.trade)).toBe(true);
      expect(moved.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(0);
    }
    expect(told.filter(({ fact }) => fact === 'tradeDone')).toHaveLength(1);
    expect(told.filter(({ fact }) => fact === 'commandDone')).toHaveLength(2);
    expect(two.number).toBe(0);
    expect(two.small.world.facts.reservedFacts).toBe(0);
  });

  it('give coins on both sides, whoever agrees last', () => {
    for (const last of ['ada', 'bob'] as const) {
      const two = laidOut();
      two.bob.earn(7);
      expect(two.offerCoins(two.bob, 2)).toBe(allowed);
      const { version } = two;
      two[last === 'ada' ? 'bob' : 'ada'].orders(RequestId.tradeConfirm, version);
      two[last].orders(RequestId.tradeConfirm, version);
      two.small.tick();
      expect([two.ada.coins, two.bob.coins]).toEqual([17, 10]);
    }
  });

  it('and the one alone exchange nothing, whatever it asks for again', () => {
    const two = laidOut();
    two.ada.orders(RequestId.tradeConfirm, two.version);
    two.ada.orders(RequestId.tradeConfirm, two.version);
    two.small.tick();
    expectUntouched(two);
  });

  it('exchange full bags, for what leaves makes room', () => {
    const two = new TwoTraders();
    const { small, ada, bob } = two;
    for (let slot = 0; slot < ada.bag.slots; slot++) {
      small.give(ada.bag, slot, Item.sword, 1);
      small.give(bob.bag, slot, Item.pelt, 10);
    }
    two.begin();
    for (let place = 0; place < 8; place++) {
      expect(two.offer(ada, place, place, 1)).toBe(allowed);
      expect(two.offer(bob, place, 31 - place, 10)).toBe(allowed);
    }
    expect(reasons(two.agree())).toEqual([]);
    expect(
      ada
        .slots()
        .split(' ')
        .filter((each) => each.includes(`:${Item.pelt}×10`)),
    ).toHaveLength(8);
    expect(
      bob
        .slots()
        .split(' ')
        .filter((each) => each.includes(`:${Item.sword}×1`)),
    ).toHaveLength(8);
  });

  it('exchange nothing when one of the two has no room, and both can change it', () => {
    const two = laidOut();
    const { small, bob } = two;
    for (let slot = 0; slot < bob.bag.slots; slot++)
      if (!bob.bag.has(slot)) small.give(bob.bag, slot, Item.bread, 5);
    const before = bob.slots();
    const { version } = two;
    expect(reasons(two.agree())).toEqual([RefusalReason.inventoryFull]);
    expect(bob.slots()).toBe(before);
    expect(two.version).not.toBe(version);
    const told = two.small;
    told.told();
    two.bob.orders(RequestId.tradeConfirm, two.version);
    two.ada.orders(RequestId.tradeConfirm, two.version);
    told.tick();
    expect(reasons(told.told())).toEqual([RefusalReason.noRoomThere]);
  });

  it('exchange nothing when it would be too heavy for one of the two', () => {
    const two = laidOut();
    const { small, ada, bob } = two;
    const { world } = small;
    // All weighs a gram: as much as there is room for but one.
    const carry = world.content.rules.carryGramsMax;
    const heavy = world.content.items[Item.bread]!;
    Object.assign(heavy, { weightGrams: carry - 2 });
    small.give(ada.bag, 5, Item.bread, 1);
    // Six pelts for a sword are five grams more.
    expect(reasons(two.agree())).toEqual([RefusalReason.noRoomThere]);
    expect([ada.slots(), bob.slots()]).toEqual([`0:${Item.sword}×1 5:${Item.bread}×1`, `3:${Item.pelt}×8`]);
  });

  it('exchange nothing when a purse would be too full (class 9)', () => {
    const two = laidOut();
    two.bob.earn(storedMost.coins - 4);
    expect(reasons(two.agree())).toEqual([RefusalReason.purseFull]);
    expect(two.bob.coins).toBe(storedMost.coins - 4);
    // What it gives itself makes room for it.
    expect(two.offerCoins(two.bob, 1)).toBe(allowed);
    expect(reasons(two.agree())).toEqual([]);
    expect(two.bob.coins).toBe(storedMost.coins);
  });
});

describe('agreement', () => {
  it('is gone with every change of the table, on either side (class 23: a click at the closing tick)', () => {
    const two = laidOut();
    const seen = two.version;
    two.ada.orders(RequestId.tradeConfirm, seen);
    two.small.tick();
    expect(two.offer(two.bob, 0, 3, 1)).toBe(allowed);
    two.ada.orders(RequestId.tradeConfirm, seen);
    two.bob.orders(RequestId.tradeConfirm, two.version);
    two.small.told();
    two.small.tick();
    expect(reasons(two.small.told())).toEqual([RefusalReason.changed]);
    expectUntouched(two);
  });

  it('to a trade is none to the next one (class 23)', () => {
    const two = laidOut();
    const seen = two.version;
    cancelTrade(two.small.world, two.ada.row, two.number);
    two.begin();
    // As often as in the one before.
    for (let change = 0; change < 3; change++) {
      expect(two.version).not.toBe(seen);
      expect(two.offerCoins(two.bob, 0)).toBe(allowed);
    }
    expect(two.version).not.toBe(seen);
    two.ada.orders(RequestId.tradeConfirm, seen);
    two.small.told();
    two.small.tick();
    expect(reasons(two.small.told())).toEqual([RefusalReason.changed]);
  });

  it('with a player of another trade, or of none, is nothing', () => {
    const two = new TwoTraders();
    two.ada.orders(RequestId.tradeConfirm, 1);
    two.small.tick();
    expect(reasons(two.small.told())).toEqual([RefusalReason.unknownTarget]);
    expect(offerStack(two.small.world, two.ada.row, 1, 0, 0, 1)).toBe(RefusalReason.unknownTarget);
  });
});

describe('a trade ends, with all where it was, when', () => {
  it.each([
    [
      'one leaves it',
      (two: TwoTraders): unknown => cancelTrade(two.small.world, two.bob.row, two.number),
      TradeEnd.cancelled,
    ],
    [
      'they are too far apart',
      (two: TwoTraders): unknown => teleport(two.small.world, two.bob.row, 0, 40, 40, 0),
      TradeEnd.apart,
    ],
    [
      'one travels',
      (two: TwoTraders): unknown => teleport(two.small.world, two.bob.row, 1, 20, 20, 0),
      TradeEnd.apart,
    ],
    [
      'one dies',
      (two: TwoTraders): unknown => two.small.world.components.dead.add(two.ada.row),
      TradeEnd.death,
    ],
    ['one fights', (two: TwoTraders): unknown => rouse(two.small.world, two.ada.row), TradeEnd.combat],
    [
      'the session of one is gone, between the two agreements (class 21)',
      (two: TwoTraders): unknown => (two.small.world.components.player.columns.session[two.bob.row] = 0),
      TradeEnd.left,
    ],
    [
      'another session plays on',
      (two: TwoTraders): unknown => (two.small.world.components.player.columns.session[two.bob.row] = 99),
      TradeEnd.left,
    ],
  ] as const)('%s', (_, happens, reason) => {
    const two = laidOut();
    two.ada.orders(RequestId.tradeConfirm, two.version);
    two.small.tick();
    const { version } = two;
    happens(two);
    two.bob.orders(RequestId.tradeConfirm, version);
    const told = two.small.told().concat((two.small.tick(), two.small.told()));
    expect(told.find(({ fact }) => fact === 'tradeBroken')?.['reason']).toBe(reason);
    expectUntouched(two);
    expect(two.number).toBe(0);
  });

  it('one is not in the world any more (class 21)', () => {
    const two = laidOut();
    two.small.world.tables.entities.destroy(two.bob.row);
    expect(two.endAfterTick()).toBe(TradeEnd.left);
    expect([two.ada.slots(), two.ada.coins]).toEqual([`0:${Item.sword}×1`, 20]);
    expect(two.number).toBe(0);
  });
});

describe('a table', () => {
  it('is free for others when both left it in one tick', () => {
    const two = laidOut();
    const { entities, trades: tables } = two.small.world.tables;
    expect(tables.openCount).toBe(1);
    entities.destroy(two.ada.row);
    entities.destroy(two.bob.row);
    two.small.tick();
    expect(tables.openCount).toBe(0);
  });
});

describe('nobody begins a trade', () => {
  it('with itself, a beast, the dead, a character whose session is gone, or far away (class 19: oneself)', () => {
    const two = new TwoTraders();
    const { small, ada, bob } = two;
    const { world } = small;
    const invite = (id: number) => inviteToTrade(world, ada.row, id);
    expect(invite(ada.id)).toBe(RefusalReason.invalidTarget);
    expect(invite(0)).toBe(RefusalReason.unknownTarget);
    expect(invite(world.idAt(small.creature(21, 21)))).toBe(RefusalReason.invalidTarget);
    expect(invite(world.idAt(small.player(40, 40)))).toBe(RefusalReason.outOfRange);
    expect(invite(world.idAt(small.player(20, 20, { map: 1 })))).toBe(RefusalReason.outOfRange);
    world.components.player.columns.session[bob.row] = 0;
    expect(invite(bob.id)).toBe(RefusalReason.invalidTarget);
    world.components.player.columns.session[bob.row] = 2;
    rouse(world, bob.row);
    small.tick();
    expect(invite(bob.id)).toBe(RefusalReason.notAllowed);
    small.tick(world.content.rules.inCombatTicks);
    world.components.dead.add(bob.row);
    expect(invite(bob.id)).toBe(RefusalReason.invalidTarget);
  });

  it('without having been invited, or too late, and never two', () => {
    const two = new TwoTraders();
    const { small, ada, bob } = two;
    const { world } = small;
    expect(acceptTrade(world, bob.row, ada.id)).toBe(RefusalReason.unknownTarget);
    expect(inviteToTrade(world, ada.row, bob.id)).toBe(allowed);
    expect(inviteToTrade(world, ada.row, bob.id)).toBe(RefusalReason.busy);
    expect(acceptTrade(world, small.player(21, 20), ada.id)).toBe(RefusalReason.unknownTarget);
    small.tick(invitationTicks);
    expect(small.toldOf('tradeBroken')).toEqual([expect.objectContaining({ reason: TradeEnd.expired })]);
    expect(acceptTrade(world, bob.row, ada.id)).toBe(RefusalReason.unknownTarget);
    two.begin();
    const eve = small.player(21, 21);
    expect(inviteToTrade(world, eve, ada.id)).toBe(RefusalReason.busy);
    expect(inviteToTrade(world, ada.row, world.idAt(eve))).toBe(RefusalReason.busy);
  });

  it('while operators have switched trades off, and none that began goes through (class 6)', () => {
    const two = laidOut();
    const { small, ada, bob } = two;
    const eve = small.player(21, 21);
    small.world.tables.ledger.switchVerb(LedgerVerb.trade, false);
    expect(inviteToTrade(small.world, ada.row, bob.id)).toBe(RefusalReason.switchedOff);
    expect(acceptTrade(small.world, eve, ada.id)).toBe(RefusalReason.switchedOff);
    // Both had agreed in time, and the orders wait for the tick.
    const told = two.agree();
    expect(reasons(told)).toEqual([RefusalReason.switchedOff, RefusalReason.switchedOff]);
    const ends = told.filter(({ fact }) => fact === 'tradeBroken').map(({ reason }) => reason);
    expect(ends).toEqual([TradeEnd.switchedOff, TradeEnd.switchedOff]);
    expect(two.number).toBe(0);
    expectUntouched(two);
    small.world.tables.ledger.switchVerb(LedgerVerb.trade, true);
    two.begin();
  });

  it('and an invitation ends while operators have switched trades off', () => {
    const { small, ada, bob } = new TwoTraders();
    expect(inviteToTrade(small.world, ada.row, bob.id)).toBe(allowed);
    small.world.tables.ledger.switchVerb(LedgerVerb.trade, false);
    small.tick();
    expect(small.toldOf('tradeBroken')).toEqual([expect.objectContaining({ reason: TradeEnd.switchedOff })]);
  });
});

it('two who offer and cancel in turns are never kept from trading (class 29: liveness)', () => {
  const two = laidOut();
  for (let round = 0; round < 5; round++) {
    cancelTrade(two.small.world, (round % 2 === 0 ? two.ada : two.bob).row, two.number);
    two.small.tick();
    two.begin();
  }
  // No table stays taken by a trade that ended: in the end there would be none for anybody.
  expect(two.small.world.tables.trades.openCount).toBe(1);
  two.offer(two.ada, 0, 0, 1);
  expect(reasons(two.agree())).toEqual([]);
  expect(two.bob.slots()).toContain(`${Item.sword}×1`);
});

it('tables are bounded: one trade more than there are tables is refused, and a table is free again when it ended', () => {
  const table = new Trades();
  for (let i = 0; i < tradesMax; i++) expect(table.open()).toBe(i);
  expect([table.open(), table.refused]).toEqual([-1, 1]);
  table.close(7);
  expect(table.open()).toBe(7);
});

it('a table that differs has another hash', () => {
  const words = (two: TwoTraders) => {
    const seen: number[] = [];
    trades.eachWord!(two.small.world.tables.trades as never, (word) => seen.push(word), two.small.world);
    return seen;
  };
  const [one, other] = [laidOut(), laidOut()];
  expect(words(one)).toEqual(words(other));
  other.offerCoins(other.ada, 4);
  expect(words(one)).not.toEqual(words(other));
});
