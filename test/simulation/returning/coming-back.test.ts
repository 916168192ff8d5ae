// The column “restart of the server” of the table “What stays with a character” (ARCHITECTURE.md), on a whole server with
// real clients. The column “resume” is in resuming.

import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { isInCombat, rouse } from '#domain/combat/harm.js';
import { teleport } from '#domain/body/movement.js';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { HolderKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import {
  beInParty,
  companions,
  content,
  enter,
  game,
  lootOf,
  mend,
  pickUp,
  rowOf,
  putBeside,
  restart,
  sheetOf,
  slayWolf,
  standUp,
  wolfOf,
} from '../../support/servers/ada-on-a-server.js';
import { Creature, Item } from '../../support/worlds/small-content.js';
import { WholeServer } from '../../support/servers/whole-server.js';
import { unitsIn } from '../../support/worlds/units-in.js';

let store: MemoryCharacterStore;
let first: WholeServer;

beforeEach(() => {
  store = new MemoryCharacterStore();
  first = new WholeServer({ content, store });
});

describe('over a restart of the server', () => {
  it('death stays, where one died', async () => {
    await enter(first);
    const { world } = game(first);
    teleport(world, rowOf(first), 0, 20, 20, 0);
    harmAndTell(world, rowOf(first), rowOf(first), 1000);
    await first.run(30);
    const second = await restart(first, store);
    const back = await enter(second);
    const { dead, transform } = game(second).world.components;
    expect(dead.has(rowOf(second))).toBe(true);
    expect(transform.columns.x[rowOf(second)]).toBe(20);
    expect(world.components.dead.has(rowOf(first))).toBe(true);
    await second.run(60);
    expect(await standUp(second, back)).toBeUndefined();
    expect(dead.has(rowOf(second))).toBe(false);
  });

  it('health and mana stay as they were, however long it took', async () => {
    await enter(first);
    const { health, mana } = game(first).world.components.vitals.columns;
    health[rowOf(first)] = 41;
    mana[rowOf(first)] = 7;
    const entered: StoredCharacter[] = [];
    const audience = {
      entered: (character: StoredCharacter) => entered.push(character),
      departed: () => undefined,
      saved: () => undefined,
    };
    const second = await restart(first, store, 60_000, audience);
    await enter(second);
    expect(entered).toMatchObject([{ health: 41, mana: 7 }]);
    expect(game(second).world.components.vitals.columns.health[rowOf(second)]).toBeLessThan(50);
  });

  it('a cooldown stays, and runs on meanwhile', async () => {
    await mend(first, await enter(first));
    const second = await restart(first, store, 20_000);
    expect(await mend(second, await enter(second))).toBe(RefusalReason.onCooldown);
    const third = await restart(second, store, 60_000);
    expect(await mend(third, await enter(third))).toBeUndefined();
  });

  it('loot on the ground lies there still, and is whose it was', async () => {
    await slayWolf(first, await enter(first));
    const { instances } = game(first).world.components.loot.columns;
    const instance = instances[lootOf(first)!];
    const second = await restart(first, store);
    const bob = await enter(second, 'Bob');
    const loot = lootOf(second)!;
    expect(game(second).world.components.loot.columns.instances[loot]).toBe(instance);
    putBeside(second, loot, 'Bob');
    expect(await pickUp(second, bob, loot)).toBe(RefusalReason.notYours);
    const ada = await enter(second);
    putBeside(second, loot);
    expect(await pickUp(second, ada, loot)).toBeUndefined();
    expect(unitsIn(sheetOf(second).inventory, Item.pelt)).toBe(2);
    // And not a third time, for it is Ada's in the journal as well.
    const third = await restart(second, store);
    expect(lootOf(third)).toBeUndefined();
    await enter(third);
    expect(unitsIn(sheetOf(third).inventory, Item.pelt)).toBe(2);
  });

  it('a creature that was killed stays away as long as it would have', async () => {
    const wolves = (server: WholeServer): number => {
      const { creature, identity, dead } = game(server).world.components;
      let count = 0;
      for (let row = 1; row < 1000; row++)
        if (creature.has(row) && identity.columns.template[row] === Creature.wolf && !dead.has(row)) count++;
      return count;
    };
    await slayWolf(first, await enter(first));
    const { tick } = game(first).world;
    const all = wolves(first) + 1;
    const second = await restart(first, store);
    await second.run(60);
    expect(wolves(second)).toBe(all - 1);
    await second.until(() => game(second).world.tick > tick + 620);
    expect(wolves(second)).toBe(all);
  });

  it('a request that was done is answered again, and not done again', async () => {
    const ada = await enter(first);
    const { inventory } = HolderKind;
    const split = ({ client }: typeof ada): void => void client.moveItem(5, inventory, 1, inventory, 7, 1);
    split(ada);
    await first.run(30);
    expect(ada.client.self.inventory.get(7)).toMatchObject({ item: Item.bread, count: 1 });
    const second = await restart(first, store);
    const again = await enter(second);
    expect(again.client.self.lastCommand).toBe(5);
    split(again);
    await second.run(30);
    expect(again.confirmed).toEqual([5]);
    expect(again.client.self.inventory.get(7)).toMatchObject({ item: Item.bread, count: 1 });
  });

  it('parties are no more, and can be made anew', async () => {
    await beInParty(first, await enter(first), await enter(first, 'Bob'));
    const second = await restart(first, store);
    const [ada, bob] = [await enter(second), await enter(second, 'Bob')];
    expect([companions(ada), game(second).world.tables.parties.openCount]).toEqual([[], 0]);
    await beInParty(second, ada, bob);
  });

  it('the part in a kill is gone: the creature is another one, unhurt', async () => {
    await enter(first);
    putBeside(first, wolfOf(first));
    harmAndTell(game(first).world, rowOf(first), wolfOf(first), 600);
    const second = await restart(first, store);
    const bob = await enter(second, 'Bob');
    await enter(second);
    const wolf = wolfOf(second);
    putBeside(second, wolf);
    expect(game(second).world.components.vitals.columns.health[wolf]).toBe(1000);
    await slayWolf(second, bob, 'Bob');
    expect(sheetOf(second, 'Bob')).toMatchObject({ experience: 40, kills: 1 });
    expect(sheetOf(second)).toMatchObject({ experience: 0, kills: 0 });
  });

  it('the rest of a fight stays, and passes meanwhile', async () => {
    await enter(first);
    putBeside(first, wolfOf(first));
    harmAndTell(game(first).world, rowOf(first), wolfOf(first), 10);
    const second = await restart(first, store, 1000);
    await enter(second);
    expect(isInCombat(game(second).world, rowOf(second))).toBe(true);
    rouse(game(second).world, rowOf(second));
    const third = await restart(second, store, 10_000);
    await enter(third);
    expect(isInCombat(game(third).world, rowOf(third))).toBe(false);
  });
});
