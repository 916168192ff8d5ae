// What players own is told when it is stored, and as it was then.

import { describe, expect, it } from '@jest/globals';
import { storingGoesOn, storingPauseTicks, storingStopped } from '#application/notify/tell-storing.js';
import type { FactLog } from '#domain/engine/facts/fact-log.js';
import { pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { Deed } from '#domain/ledger/deed.js';
import { markStack } from '#domain/ledger/stacks.js';
import {
  DisconnectReason,
  HolderKind,
  LedgerVerb,
  RefusalReason,
} from '#domain/vocabulary/generated/words.js';
import type { FactSink } from '#ports/storage/fact-sink.js';
import { createNpc } from '#domain/npcs/place-npcs.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Item, smallContent } from '../../support/worlds/small-content.js';
import { Played } from '../../support/worlds/played-simulation.js';

class Disk implements FactSink {
  offered = 0;
  stored = 0;
  isStoring = true;
  room = Infinity;

  offer(_facts: FactLog, _row: number): boolean {
    if (this.room-- <= 0) return false;
    this.offered++;
    return true;
  }

  handOver(): void {}
}

function played(content = smallContent()) {
  const disk = new Disk();
  const played = new Played({ factSink: disk, content });
  played.enter(1);
  const split = (from: number, to: number, units: number): number => {
    const command = played.nextCommand();
    const { inventory } = HolderKind;
    played.simulation.requests.moveItem(1, {
      command,
      from: inventory,
      fromSlot: from,
      to: inventory,
      toSlot: to,
      units,
    });
    played.step();
    return command;
  };
  const told = () => played.output.of(1).filter(([kind]) => kind === 'slot' || kind === 'commandConfirmed');
  return { disk, played, split, told };
}

describe('what a player owns', () => {
  it('is told when it is stored, not before', () => {
    const { disk, played: game, split, told } = played();
    game.step();
    expect(told()).toEqual([]);
    disk.stored = disk.offered;
    game.step();
    expect(told()).toEqual([
      ['slot', 0, Item.sword, 1],
      ['slot', 1, Item.bread, 3],
    ]);
    game.output.forget();
    const command = split(1, 5, 1);
    game.step(10);
    expect(told()).toEqual([]);
    disk.stored = disk.offered;
    game.step();
    expect(told()).toEqual([
      ['slot', 1, Item.bread, 2],
      ['slot', 5, Item.bread, 1],
      ['commandConfirmed', command],
    ]);
  });

  it('is told as it was stored, whatever it has become since', () => {
    const { disk, played: game, split, told } = played();
    disk.stored = disk.offered;
    game.step(2);
    disk.stored = disk.offered;
    game.step();
    game.output.forget();
    split(1, 5, 1);
    const firstOnly = disk.offered;
    split(1, 6, 1);
    disk.stored = firstOnly;
    game.step();
    expect(told().map(([kind, slot, , count]) => [kind, slot, count])).toEqual([
      ['slot', 1, 2],
      ['slot', 5, 1],
      ['commandConfirmed', 1, undefined],
    ]);
  });

  it('does not move while nothing can be stored', () => {
    const { disk, played: game, split } = played();
    disk.stored = disk.offered;
    game.step(2);
    disk.isStoring = false;
    game.step();
    game.output.forget();
    split(1, 5, 1);
    expect(game.output.of(1, 'refused').map(([, , reason]) => reason)).toEqual([RefusalReason.notStored]);
  });

  it('waits while nothing can be stored, of which everybody is told once, and once when it goes on', () => {
    const { disk, played: game, split, told } = played();
    disk.stored = disk.offered;
    game.step(2);
    disk.stored = disk.offered;
    game.step();
    game.output.forget();
    // Done before anybody knew that it would not be stored.
    const command = split(1, 5, 1);
    disk.isStoring = false;
    const everybody = () => game.output.heard.filter(([who]) => who === 'everybody').map(([, text]) => text);
    game.step(storingPauseTicks);
    expect(everybody()).toEqual([]);
    game.step(2 * storingPauseTicks);
    expect(everybody()).toEqual([storingStopped]);
    expect(told()).toEqual([]);
    [disk.isStoring, disk.stored] = [true, disk.offered];
    game.step(10);
    expect(everybody()).toEqual([storingStopped, storingGoesOn]);
    expect(told().at(-1)).toEqual(['commandConfirmed', command]);
    game.output.forget();
    disk.isStoring = false;
    game.step(storingPauseTicks - 1);
    disk.isStoring = true;
    game.step(10);
    expect(everybody()).toEqual([]);
  });

  it('is loaded only when all that happened before is on its way to the journal', () => {
    const { disk, played: game } = played();
    disk.stored = disk.offered;
    game.step(2);
    disk.room = 0;
    game.simulation.join(2, '00000000-0000-0000-0000-000000000002', 'Bob', true);
    // Ada's next fact finds no room: Bob, who may own what she gave away, waits.
    game.simulation.requests.moveItem(1, {
      command: game.nextCommand(),
      from: HolderKind.inventory,
      fromSlot: 1,
      to: HolderKind.inventory,
      toSlot: 5,
      units: 1,
    });
    game.step();
    game.courier.requests.length = 0;
    game.simulation.join(3, '00000000-0000-0000-0000-000000000003', 'Cleo', true);
    game.step(3);
    expect(game.courier.requests).toEqual([]);
    disk.room = Infinity;
    game.step(2);
    expect(game.courier.requests.map(({ name }) => name)).toEqual(['Cleo']);
  });

  it('is told to a session that takes over when all of it is stored', () => {
    const { disk, played: game, split } = played();
    disk.stored = disk.offered;
    game.step(2);
    disk.stored = disk.offered;
    game.step();
    split(1, 5, 1);
    game.simulation.join(2, nilAccountId, 'Player1', true);
    game.step(3);
    const slots = () => game.output.of(2, 'slot').map(([, slot, , count]) => [slot, count]);
    expect(slots()).toEqual([]);
    disk.stored = disk.offered;
    game.step();
    expect(slots().slice(-3)).toEqual([
      [0, 1],
      [1, 2],
      [5, 1],
    ]);
  });

  it('has the same coins for who comes back when all of it is stored, and none of it told', () => {
    const { disk, played: game, split } = played();
    for (let i = 0; i < 2; i++) {
      disk.stored = disk.offered;
      game.step(2);
    }
    const row = game.rowOf(1);
    const { wallet, progress } = game.world.components;
    const owned = { coins: wallet.columns.coins[row]!, experience: progress.columns.experience[row]! };
    expect(owned.coins).toBeGreaterThan(0);
    split(1, 5, 1);
    game.simulation.leave(1, DisconnectReason.left);
    game.simulation.join(2, nilAccountId, 'Player1', true);
    game.step(2);
    // The journal has it, and the character comes before a tick has looked.
    disk.stored = disk.offered;
    game.answerLoads();
    game.step(3);
    const numbers = () => game.output.of(2, 'status').map(([, status]) => status);
    expect(numbers().length).toBeGreaterThan(0);
    for (const status of numbers()) expect(status).toMatchObject(owned);
  });

  it('is told to who takes over, whatever becomes of letters that it sent', () => {
    const { disk, played: game } = played();
    game.enter(2);
    game.simulation.tellTime(1_800_000_000);
    for (let i = 0; i < 2; i++) {
      disk.stored = disk.offered;
      game.step(2);
    }
    game.simulation.requests.sendLetter(1, {
      ...{ command: game.nextCommand(), recipient: 'Player2', title: 'hello', text: '' },
      ...{ coins: 5, cashOnDelivery: 0, stacksCount: 0, stacks: [] },
    });
    game.step();
    disk.stored = disk.offered;
    game.step();
    const coinsPlace = 4;
    game.simulation.requests.takeFromLetter(2, { command: 1, letter: 1, place: coinsPlace });
    game.step();
    expect(disk.offered).toBeGreaterThan(disk.stored);
    game.simulation.join(3, nilAccountId, 'Player1', true);
    game.step();
    expect(game.output.of(3, 'slot').map(([, slot]) => slot)).toEqual([0, 1]);
  });

  it('in its bank is told when all of it is stored', () => {
    const npcs = [{ ...blank.npc, id: 1, key: 'banker', services: [{ kind: 'banker' as const }] }];
    const { disk, played: game } = played(smallContent({ npcs }));
    const row = game.rowOf(1);
    const { x, y, map } = game.position(row);
    const at = { key: 'b', npc: 1, x: x + 1, y, facing: 0 };
    const banker = game.world.idAt(createNpc(game.world, map, at));
    for (let i = 0; i < 2; i++) {
      disk.stored = disk.offered;
      game.step(2);
    }
    game.simulation.requests.openBank(1, { command: game.nextCommand(), banker });
    game.step();
    const opened = disk.offered;
    const { inventory, bank } = HolderKind;
    game.simulation.requests.moveItem(1, {
      command: game.nextCommand(),
      ...{ from: inventory, fromSlot: 1, to: bank, toSlot: 5, units: 1 },
    });
    game.step();
    game.output.forget();
    disk.stored = opened;
    game.step();
    expect(game.output.of(1, 'slot')).toEqual([]);
    disk.stored = disk.offered;
    game.step();
    expect(game.output.of(1, 'slot').map(([, slot, , count]) => [slot, count])).toContainEqual([5, 1]);
  });

  it('is gone from the slot that it left, though it was worn there just before', () => {
    const { disk, played: game, split } = played();
    disk.stored = disk.offered;
    game.step(2);
    disk.stored = disk.offered;
    game.step();
    game.output.forget();
    const { world } = game;
    const bag = pointAtInventory(world, game.rowOf(1), new Bag());
    expect(world.facts.reserve(1)).toBe(true);
    markStack(world, new Deed().is(LedgerVerb.wear, bag.owner), bag, 0, 3, 0);
    split(0, 9, 1);
    disk.stored = disk.offered;
    game.step();
    expect(game.output.of(1, 'slot')).toEqual([
      ['slot', 0, Item.sword, 1],
      ['slot', 0, 0, 0],
      ['slot', 9, Item.sword, 1],
    ]);
  });

  it('in its mailbox is told when all about it is stored', () => {
    const { disk, played: game } = played();
    game.enter(2);
    game.simulation.tellTime(1_800_000_000);
    for (let i = 0; i < 2; i++) {
      disk.stored = disk.offered;
      game.step(2);
    }
    game.simulation.requests.sendLetter(1, {
      ...{ command: game.nextCommand(), recipient: 'Player2', title: 'hello', text: '' },
      ...{ coins: 5, cashOnDelivery: 0, stacksCount: 0, stacks: [] },
    });
    game.step();
    const readIt = () => game.simulation.requests.readLetters(2, { after: 0 });
    const letters = () => game.output.of(2).filter(([kind]) => kind === 'letter' || kind === 'lettersRead');
    readIt();
    game.step(5);
    expect(letters()).toEqual([]);
    disk.stored = disk.offered;
    game.step();
    expect(letters().map(([kind]) => kind)).toEqual(['letter', 'lettersRead']);
    game.output.forget();
    readIt();
    expect(letters().map(([kind]) => kind)).toEqual(['letter', 'lettersRead']);
  });

  it('on the market is shown to others when it is stored', () => {
    const { disk, played: game } = played();
    game.enter(2);
    game.simulation.tellTime(1_800_000_000);
    for (let i = 0; i < 2; i++) {
      disk.stored = disk.offered;
      game.step(2);
    }
    const search = () => {
      game.output.forget();
      game.simulation.requests.searchMarket(2, { item: 0, after: 0 });
      return game.output.of(2).map(([kind]) => kind);
    };
    const list = (slot: number) => {
      const command = game.nextCommand();
      game.simulation.requests.listItem(1, { command, slot, units: 1, price: 7 });
      game.step();
    };
    list(0);
    expect(search()).toEqual(['marketSearched']);
    disk.stored = disk.offered;
    game.step();
    list(1);
    expect(search()).toEqual(['marketListing', 'marketSearched']);
    disk.stored = disk.offered;
    game.step();
    expect(search()).toEqual(['marketListing', 'marketListing', 'marketSearched']);
  });
});
