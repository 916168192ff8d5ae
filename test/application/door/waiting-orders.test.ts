// Orders that wait for the tick when their session ends or gives way are never done: so the number that the next session
// counts on from, as Welcome tells it, is one under which nothing else will be confirmed.

import { describe, expect, it } from '@jest/globals';
import { pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { Deed } from '#domain/ledger/deed.js';
import { createUnits } from '#domain/ledger/stacks.js';
import { DisconnectReason, HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { ada, besideWolf, calm, strike } from '../../support/worlds/ada-beside-a-wolf.js';
import { Item } from '../../support/worlds/small-content.js';
import { Played } from '../../support/worlds/played-simulation.js';

/** A character with 5 pelts in slot 20; its last command that each session was welcomed with. */
function ready(played: Played, row: number) {
  const { world } = played;
  expect(world.facts.reserve(1)).toBe(true);
  const bag = pointAtInventory(world, row, new Bag());
  createUnits(world, new Deed().is(LedgerVerb.grant, bag.owner), bag, 20, Item.pelt, 5);
  const welcomed = new Map<number, number>();
  const { toSession } = played.output;
  const welcome = toSession.welcome.bind(toSession);
  Object.assign(toSession, {
    welcome: (session: number, message: Parameters<typeof welcome>[1]) => {
      welcomed.set(session, message.lastCommand);
      welcome(session, message);
    },
  });
  const { requests } = played.simulation;
  return {
    ...{ played, bag, welcomed },
    drops: (session: number, command: number, units: number) =>
      requests.dropItem(session, { command, from: HolderKind.inventory, slot: 20, units }),
  };
}

function inPeace() {
  const played = new Played();
  return ready(played, played.enter(1, 'Ada', ada));
}

/** Who leaves stays behind. */
function inAFight() {
  const played = calm(0);
  const { player, wolf } = besideWolf(played);
  strike(played, 1, played.idAt(wolf));
  return ready(played, player);
}

/** Session 2 asks under the number behind the one that it was told, and that alone is done. */
function goesOn({ played, bag, welcomed, drops }: ReturnType<typeof ready>): void {
  expect(welcomed.get(2)).toBe(0);
  drops(2, welcomed.get(2)! + 1, 2);
  played.step(2);
  expect(played.output.of(2, 'commandConfirmed')).toEqual([['commandConfirmed', 1]]);
  expect(bag.unitsAt(20)).toBe(3);
  expect(played.output.of(2, 'refused')).toEqual([]);
}

describe('an order that waits when its session', () => {
  it('is taken over is not done, and the next one’s of the same number is', () => {
    const peace = inPeace();
    peace.drops(1, 1, 1);
    peace.played.simulation.join(2, ada, 'Ada', false);
    goesOn(peace);
  });

  it('left a fight is not done, whether its character is taken over in the same gap or later', () => {
    for (const ticks of [0, 3]) {
      const fight = inAFight();
      fight.drops(1, 1, 1);
      fight.played.simulation.leave(1, DisconnectReason.timeout);
      fight.played.step(ticks);
      expect(fight.bag.unitsAt(20)).toBe(5);
      fight.played.simulation.join(2, ada, 'Ada', false);
      goesOn(fight);
    }
  });

  it('was kicked out of a fight is not done', () => {
    const fight = inAFight();
    fight.drops(1, 1, 1);
    fight.played.simulation.kick(1, DisconnectReason.kicked, 'out');
    fight.played.simulation.join(2, ada, 'Ada', false);
    goesOn(fight);
  });

  it('left is not done, and does not fill the room of who comes in its place', () => {
    const { played, drops } = inPeace();
    for (let i = 1; i <= 8; i++) drops(1, i, 1);
    played.simulation.leave(1, DisconnectReason.left);
    played.step(2);
    const row = played.enter(2, 'Ada', ada);
    expect(played.world.components.commands.columns.highest[row]).toBe(0);
    expect(played.world.components.intents.columns.orders[row]).toBe(0);
    expect(played.groundLoot()).toEqual([]);
  });

  it('is taken over leaves the new session all of its room, and others theirs', () => {
    const { played, drops, bag } = inPeace();
    const other = played.enter(3, 'Bob', ada.replace(/1$/, '3'));
    const theirs = pointAtInventory(played.world, other, new Bag());
    expect(played.world.facts.reserve(1)).toBe(true);
    createUnits(played.world, new Deed().is(LedgerVerb.grant, theirs.owner), theirs, 20, Item.pelt, 5);
    for (let i = 1; i <= 8; i++) drops(1, i, 1);
    drops(3, 1, 4);
    played.simulation.join(2, ada, 'Ada', false);
    for (let i = 1; i <= 8; i++) drops(2, i, 1);
    played.step(2);
    // Of eight orders five find a pelt.
    expect(played.output.of(2, 'commandConfirmed')).toHaveLength(5);
    expect([bag.has(20), theirs.unitsAt(20)]).toEqual([false, 1]);
    expect(played.world.components.intents.columns.orders[played.rowOf(2)]).toBe(0);
  });
});
