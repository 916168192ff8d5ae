// Who has not played long enough gives nothing to others: new characters are not worth making for what beginners get.

import { describe, expect, it } from '@jest/globals';
import { decideOrders } from '#domain/decisions/decide-orders.js';
import { ticksPerSecond } from '#domain/engine/time.js';
import { enclosedAs } from '#domain/mail/send-letter.js';
import { acceptTrade, inviteToTrade } from '#domain/trade/begin-trade.js';
import { offerCoins, offerStack } from '#domain/trade/offer.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';
import { Friend } from '../mail/two-friends.js';

const givesAfterPlayedSeconds = 10;

/** Ada begins, with 50 coins and 8 pelts; Bob has played, and sells a sword for 20. */
function beginner() {
  const small = new SmallWorld({
    systems: [decideOrders],
    content: smallContent({ rules: { ...smallRules, givesAfterPlayedSeconds } }),
  });
  const { world } = small;
  world.tables.calendar.nowSeconds = 1_800_000_000;
  const [ada, bob] = [new Friend(small, small.player(5, 5)), new Friend(small, small.player(6, 5))];
  for (const friend of [ada, bob]) {
    friend.earn(50);
    small.give(friend.bag, 0, friend === ada ? Item.pelt : Item.sword, friend === ada ? 8 : 1);
  }
  world.components.progress.columns.playedSeconds[bob.row] = givesAfterPlayedSeconds;
  return { small, world, ada, bob };
}

const newcomer = RefusalReason.newcomer;

describe('a newcomer', () => {
  it('gives nothing on any way, and keeps what it has (class 51)', () => {
    const { world, ada, bob } = beginner();
    expect(bob.does(RequestId.listItem, [0, 1, 20])).toBeUndefined();
    expect(ada.does(RequestId.dropItem, [HolderKind.inventory, 0, 1])).toBe(newcomer);
    expect(ada.does(RequestId.listItem, [0, 8, 10])).toBe(newcomer);
    expect(ada.does(RequestId.buyListing, [1, 20])).toBe(newcomer);
    expect(ada.sends(bob.id, { coins: 1 })).toBe(newcomer);
    expect(ada.sends(bob.id, { stacks: [[0, 1]] })).toBe(newcomer);
    expect(ada.sends(bob.id, { stacks: [[0, 1]], asks: 5 })).toBe(newcomer);
    expect(inviteToTrade(world, ada.row, world.idAt(bob.row))).toBe(allowed);
    expect(acceptTrade(world, bob.row, world.idAt(ada.row))).toBe(allowed);
    const number = world.tables.trades.numbers[world.components.trading.columns.trade[ada.row]! - 1]!;
    expect(offerStack(world, ada.row, number, 0, 0, 1)).toBe(newcomer);
    expect(offerCoins(world, ada.row, number, 1)).toBe(newcomer);
    expect([ada.coins, ada.slots()]).toEqual([50, `0:${Item.pelt}×8`]);
  });

  it('takes what it is given, writes, and throws away; for a letter it pays later', () => {
    const { small, ada, bob } = beginner();
    small.give(bob.bag, 1, Item.bread, 3);
    expect(bob.sends(ada.id, { coins: 7, stacks: [[1, 2]] })).toBeUndefined();
    expect(bob.sends(ada.id, { stacks: [[1, 1]], asks: 5 })).toBeUndefined();
    const [gift, goods] = ada.letters();
    expect(ada.takes(gift!, 0)).toBeUndefined();
    expect(ada.takes(gift!, 4)).toBeUndefined();
    expect(ada.pays(goods!, 5)).toBe(newcomer);
    expect(ada.does(RequestId.returnLetter, [goods!])).toBeUndefined();
    expect(ada.sends(bob.id)).toBeUndefined();
    expect(ada.does(RequestId.discardItem, [HolderKind.inventory, 0, 1])).toBeUndefined();
  });

  it('is none any more when it has played for as long, over all its sessions', () => {
    const { small, world, ada, bob } = beginner();
    world.components.progress.columns.playedSeconds[ada.row] = givesAfterPlayedSeconds - 2;
    const sends = () => ada.does(RequestId.sendLetter, [bob.id, 1, 0, enclosedAs(0, 1)], 'Ada\nhello\n');
    small.tick(ticksPerSecond);
    expect(sends()).toBe(newcomer);
    small.tick(ticksPerSecond);
    expect(sends()).toBeUndefined();
  });
});
