// The column “restart of the server” of the table “What stays with a character” (ARCHITECTURE.md), on a whole server with
// real clients. The column “resume” is in resuming.

import { harmAndTell } from '../support/worlds/harm-and-tell.js';
import { isInCombat, rouse } from '#domain/combat/harm.js';
import { teleport } from '#domain/body/movement.js';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { countItems } from '#domain/inventory/inventory.js';
import type { StoredCharacter } from '#ports/storage/character-store.js';
import {
  content,
  enter,
  game,
  lootOf,
  mend,
  pickUp,
  placeOf,
  putBeside,
  restart,
  sheetOf,
  slayWolf,
  standUp,
  wolfOf,
} from '../support/servers/ada-on-a-server.js';
import { Item } from '../support/worlds/small-content.js';
import { WholeServer } from '../support/servers/whole-server.js';

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
    teleport(world, placeOf(first), 0, 20, 20, 0);
    harmAndTell(world, placeOf(first), placeOf(first), 1000);
    await first.run(30);
    const second = await restart(first, store);
    const back = await enter(second);
    const { dead, transform } = game(second).world.components;
    expect(dead.has(placeOf(second))).toBe(true);
    expect(transform.columns.x[placeOf(second)]).toBe(20);
    expect(world.components.dead.has(placeOf(first))).toBe(true);
    await second.run(60);
    expect(await standUp(second, back)).toBeUndefined();
    expect(dead.has(placeOf(second))).toBe(false);
  });

  it('health and mana stay as they were, however long it took', async () => {
    await enter(first);
    const { health, mana } = game(first).world.components.vitals.columns;
    health[placeOf(first)] = 41;
    mana[placeOf(first)] = 7;
    const entered: StoredCharacter[] = [];
    const audience = {
      entered: (character: StoredCharacter) => entered.push(character),
      departed: () => undefined,
      saved: () => undefined,
    };
    const second = await restart(first, store, 60_000, audience);
    await enter(second);
    expect(entered).toMatchObject([{ health: 41, mana: 7 }]);
    expect(game(second).world.components.vitals.columns.health[placeOf(second)]).toBeLessThan(50);
  });

  it('a cooldown stays, and runs on meanwhile', async () => {
    await mend(first, await enter(first));
    const second = await restart(first, store, 20_000);
    expect(await mend(second, await enter(second))).toBe(RefusalReason.onCooldown);
    const third = await restart(second, store, 60_000);
    expect(await mend(third, await enter(third))).toBeUndefined();
  });

  it('loot on the ground is gone, and the right to it is a right to nothing else', async () => {
    await slayWolf(first, await enter(first));
    const second = await restart(first, store);
    // The first of this run, as Ada was of the one before.
    const bob = await enter(second, 'Bob');
    expect(lootOf(second)).toBeUndefined();
    const loot = await slayWolf(second, bob, 'Bob');
    const ada = await enter(second);
    putBeside(second, loot);
    expect(await pickUp(second, ada, loot)).toBe(RefusalReason.notYours);
    expect(await pickUp(second, bob, loot)).toBeUndefined();
    expect(countItems(sheetOf(second, 'Bob').inventory, 0, Item.pelt)).toBe(2);
  });

  it('the part in a kill is gone: the creature is another one, unhurt', async () => {
    await enter(first);
    putBeside(first, wolfOf(first));
    harmAndTell(game(first).world, placeOf(first), wolfOf(first), 600);
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
    harmAndTell(game(first).world, placeOf(first), wolfOf(first), 10);
    const second = await restart(first, store, 1000);
    await enter(second);
    expect(isInCombat(game(second).world, placeOf(second))).toBe(true);
    rouse(game(second).world, placeOf(second));
    const third = await restart(second, store, 10_000);
    await enter(third);
    expect(isInCombat(game(third).world, placeOf(third))).toBe(false);
  });
});
