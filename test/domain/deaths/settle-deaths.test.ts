import { describe, expect, it } from '@jest/globals';
import { settlementFacts } from '#domain/combat/death-facts.js';
import { settleDeaths } from '#domain/deaths/settle-deaths.js';
import type { WhenFull } from '#domain/content/generated/definitions.js';
import { CharacterLimit } from '#domain/vocabulary/generated/words.js';
import { storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { Creature, smallContent } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

function fight(whenFull: WhenFull = 'refuse') {
  const { lists } = smallContent();
  const lootTables = lists.lootTables.map((table) => ({ ...table, whenFull }));
  const small = new SmallWorld({ systems: [settleDeaths], content: smallContent({ lootTables }) });
  // A creature that dies was spawned by its group.
  const wolf = small.creature(22, 20, { template: Creature.wolf });
  const { spawns } = small.world.tables;
  spawns.timers.spawned(spawns.timers.dueMember(0, 0, 1));
  return { small, wolf, world: small.world };
}

describe("a creature's death", () => {
  it('credits those who did the damage, in shares that add up, and tells each of it', () => {
    const { small, wolf, world } = fight();
    const [ada, bob] = [small.player(20, 20), small.player(21, 20)];
    const { health } = world.components.vitals.columns;
    harmAndTell(world, ada, wolf, Math.floor(health[wolf]! / 2));
    harmAndTell(world, bob, wolf, 1000);
    small.tick();
    const { kills, experience } = world.components.progress.columns;
    expect([kills[ada], kills[bob]]).toEqual([1, 1]);
    const told = small.told();
    const gains = told.filter(({ fact }) => fact === 'experienceChanged');
    expect(gains).toEqual([
      expect.objectContaining({ subject: world.idAt(ada), amount: experience[ada] }),
      expect.objectContaining({ subject: world.idAt(bob), amount: experience[bob] }),
    ]);
    const coins = told.filter(({ fact }) => fact === 'coinsChanged');
    const { coins: wallet } = world.components.wallet.columns;
    expect(coins.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(wallet[ada]! + wallet[bob]!);
  });

  it('tells of the level that the experience gives, once', () => {
    const { small, wolf, world } = fight();
    const ada = small.player(20, 20);
    const { columns } = world.components.progress;
    // One point before level 2.
    columns.experience[ada] = 99;
    harmAndTell(world, ada, wolf, 1000);
    small.tick();
    expect(small.toldOf('levelReached')).toEqual([
      expect.objectContaining({ subject: world.idAt(ada), level: 2 }),
    ]);
    expect(world.components.identity.columns.level[ada]).toBe(2);
  });

  it('gives nothing to who is on another map, or gone', () => {
    const { small, wolf, world } = fight();
    const [ada, bob] = [small.player(20, 20), small.player(21, 20)];
    harmAndTell(world, ada, wolf, 1);
    world.components.transform.columns.map[ada] = 1;
    harmAndTell(world, bob, wolf, 1000);
    world.tables.characters.leave(world.components.player.columns.character[bob]!);
    small.tick();
    expect(small.toldOf('killCredited')).toEqual([]);
  });

  it('is noted with when another takes its place, for a world that goes on later', () => {
    const { small, wolf, world } = fight();
    const ada = small.player(20, 20);
    harmAndTell(world, ada, wolf, 1000);
    small.tick();
    const { respawnTicks } = world.maps[0]!.definition.spawnGroups[0]!;
    expect(small.toldOf('creatureFell')).toEqual([
      expect.objectContaining({
        character: world.components.player.columns.character[ada],
        map: world.maps[0]!.definition.id,
        slot: 0,
        amount: respawnTicks,
      }),
    ]);
  });

  it('gives back the room that it did not need, and leaves none reserved', () => {
    const { small, wolf, world } = fight();
    harmAndTell(world, small.player(20, 20), wolf, 1000);
    expect(world.facts.reservedFacts).toBe(settlementFacts);
    small.tick();
    expect(world.facts.reservedFacts).toBe(0);
  });

  it('drops nothing at a limit without telling how much', () => {
    const { small, wolf, world } = fight();
    const ada = small.player(20, 20);
    const { progress, wallet } = world.components;
    const { experienceCurve } = world.content.progression;
    progress.columns.kills[ada] = storedMost.kills;
    progress.columns.experience[ada] = experienceCurve.at(-1)!;
    world.components.identity.columns.level[ada] = experienceCurve.length;
    // Of the same level, so that the kill is worth something.
    world.components.identity.columns.level[wolf] = experienceCurve.length;
    wallet.columns.coins[ada] = storedMost.coins - 1;
    harmAndTell(world, ada, wolf, 1000);
    small.tick();
    const lost = small.toldOf('forfeited').map(({ reason, amount }) => [reason, Number(amount) > 0]);
    expect(lost).toEqual([
      [CharacterLimit.kills, true],
      [CharacterLimit.experience, true],
      [CharacterLimit.coins, true],
    ]);
    expect(wallet.columns.coins[ada]).toBe(storedMost.coins);
    expect(progress.columns.kills[ada]).toBe(storedMost.kills);
  });
});

it('coins of a kill that a purse has no room for come by letter where content says so', () => {
  const { small, wolf, world } = fight('mail');
  const ada = small.player(20, 20);
  const { wallet, player } = world.components;
  wallet.columns.coins[ada] = storedMost.coins - 1;
  harmAndTell(world, ada, wolf, 1000);
  small.tick();
  const told = small.told();
  const earned = told.filter(({ fact }) => fact === 'coinsChanged').map(({ amount }) => Number(amount));
  const { letters } = world.tables;
  const letter = letters.after(player.columns.character[ada]!, 0);
  expect(wallet.columns.coins[ada]).toBe(storedMost.coins);
  expect(earned).toEqual([1, letters.coins[letter]]);
  expect(told.filter(({ fact }) => fact === 'forfeited')).toEqual([]);
  expect(world.facts.reservedFacts).toBe(0);
});

describe("a player's death", () => {
  it('costs a part of the level, never the level, and says how much', () => {
    const small = new SmallWorld({ systems: [settleDeaths] });
    const { world } = small;
    const ada = small.player(20, 20);
    world.components.progress.columns.experience[ada] = 50;
    harmAndTell(world, ada, ada, 10_000);
    small.tick();
    const { deaths, experience } = world.components.progress.columns;
    expect([deaths[ada], experience[ada]]).toEqual([1, 45]);
    expect(small.toldOf('experienceChanged')).toEqual([
      expect.objectContaining({ subject: world.idAt(ada), amount: -5, after: 45 }),
    ]);
  });
});
