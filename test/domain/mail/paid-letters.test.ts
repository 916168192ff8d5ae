// What was paid on delivery is the buyer's own: it stays in the mailbox until it is taken, whatever time does and whoever is
// erased, and the same after a restart.

import { describe, expect, it } from '@jest/globals';
import { restoreDocuments } from '#application/game/restore-documents.js';
import { eraseLetters } from '#domain/mail/erase-letters.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import type { GameWorld } from '#domain/game.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Item } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';
import { dayS, sweepTicks, TwoFriends } from './two-friends.js';

/** Bob has paid 50 coins for Ada's sword, and left it in the letter. */
function paid() {
  const two = new TwoFriends();
  const { ada, bob, small } = two;
  const state = new LedgerState();
  small.give(ada.bag, 0, Item.sword, 1);
  bob.earn(100);
  const { facts } = small.world;
  const catchUp = () => {
    for (let row = 0; row < facts.count; row++) state.apply(facts, row);
  };
  expect(ada.sends(bob.id, { asks: 50, stacks: [[0, 1]] })).toBeUndefined();
  catchUp();
  two.nowSeconds += 30 * dayS - 10;
  const [letter] = bob.letters();
  expect(bob.pays(letter!, 50)).toBeUndefined();
  catchUp();
  return { two, ada, bob, small, letter: letter!, state };
}

describe('what was paid on delivery', () => {
  it('stays in the mailbox of who paid, also after its time', () => {
    const { two, ada, bob, small, letter } = paid();
    two.nowSeconds += 400 * dayS;
    small.tick(sweepTicks);
    expect(bob.letters()).toEqual([letter]);
    expect(ada.letters()).toHaveLength(1);
    expect(bob.takes(letter, 0)).toBeUndefined();
    expect([bob.slots(), ada.slots()]).toEqual([`0:${Item.sword}×1`, '']);
    // Empty now, it goes in time.
    two.nowSeconds += 31 * dayS;
    small.tick(sweepTicks);
    expect(bob.letters()).toEqual([]);
  });

  it('does not go back to who was paid for it', () => {
    const { bob, letter } = paid();
    expect(bob.does(RequestId.returnLetter, [letter])).toBe(RefusalReason.notAllowed);
    expect(bob.takes(letter, 0)).toBeUndefined();
  });

  it('goes with who paid, who is erased, and who was paid keeps the coins only', () => {
    const { ada, bob, small } = paid();
    expect(eraseLetters(small.world, bob.id)).toBe(true);
    expect(bob.letters()).toEqual([]);
    const [payment] = ada.letters();
    expect(ada.letters()).toHaveLength(1);
    expect(ada.takes(payment!, 0)).toBe(RefusalReason.unknownSlot);
    expect(ada.takes(payment!, 4)).toBeUndefined();
    expect(ada.slots()).toBe('');
  });

  it('stays with who paid when who sold it is erased', () => {
    const { two, ada, bob, small, letter } = paid();
    expect(eraseLetters(small.world, ada.id)).toBe(true);
    two.nowSeconds += 400 * dayS;
    small.tick(sweepTicks);
    expect(bob.takes(letter, 0)).toBeUndefined();
    expect(bob.slots()).toBe(`0:${Item.sword}×1`);
  });

  it('is told from what is stored: a world that is restored keeps it alike', () => {
    const { bob, small, letter, state } = paid();
    const { world } = new SmallWorld();
    const letters = [...state.letters.values()].map((each) => ({
      ...{ ...each!, words: each!.words ?? '' },
      coins: 0,
      stacks:
        each!.letter === letter ? [...state.stacks.values()].filter(({ owner }) => owner === letter) : [],
    }));
    restoreDocuments(world as unknown as GameWorld, { document: 2, letters, listings: [] });
    const [row, again] = [small.world, world].map(({ tables }) => tables.letters.find(bob.id, letter)) as [
      number,
      number,
    ];
    const of = ({ tables: { letters: table } }: SmallWorld['world'], at: number) => [
      ...[table.kinds[at], table.from[at], table.cashOnDelivery[at], table.untilSeconds[at]],
      table.isPaid(at),
    ];
    expect(of(world, again)).toEqual(of(small.world, row));
    expect(world.tables.letters.isPaid(again)).toBe(true);
  });
});
