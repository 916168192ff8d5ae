import { inventorySlots } from '#domain/inventory/columns.js';
import { describe, expect, it } from '@jest/globals';
import { CombatOutcome, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { Played } from '../../support/worlds/played-simulation.js';
import { Creature, Item, Skill, creature, field, smallContent } from '../../support/worlds/small-content.js';
import { unitsIn } from '../../support/worlds/units-in.js';

/** A world whose wolves stay where they are put and mind their own business. */
function calm(): Played {
  const wolf = creature(Creature.wolf, 'wolf', { aggroRangeM: 0, wanderRadiusM: 0 });
  const boar = creature(Creature.boar, 'boar', { aggroRangeM: 0, wanderRadiusM: 0 });
  return new Played({ content: smallContent({ creatures: [wolf, boar] }) });
}

/** A player beside a wolf, both ready. */
function besideWolf(played: Played): { player: number; wolf: number } {
  const player = played.enter(1);
  const wolf = played.creatures(Creature.wolf)[0]!;
  const { x, y } = played.position(wolf);
  played.put(player, x + 1.5, y);
  return { player, wolf };
}

function refusalOf(played: Played, session: number, skill: number, target: number): unknown {
  played.output.forget();
  played.simulation.requests.useSkill(session, { skill, target });
  played.step();
  return played.output.of(session, 'refused')[0]?.[2];
}

describe('a skill', () => {
  it('takes health, is told, and cools down', () => {
    const played = calm();
    const { player, wolf } = besideWolf(played);
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    played.step();
    expect(played.health(wolf)).toBe(20);
    expect(played.output.blows).toEqual([
      ['combat', played.idAt(player), played.idAt(wolf), Skill.strike, CombatOutcome.hit, 10],
    ]);
    expect(refusalOf(played, 1, Skill.strike, played.idAt(wolf))).toBe(RefusalReason.onCooldown);
    played.step(58);
    expect(refusalOf(played, 1, Skill.strike, played.idAt(wolf))).toBeUndefined();
    expect(played.health(wolf)).toBe(10);
  });

  it('is used once a tick: a second wish before the tick is refused as busy', () => {
    const played = calm();
    const { wolf } = besideWolf(played);
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    expect(played.output.of(1, 'refused')).toEqual([['refused', RequestId.useSkill, RefusalReason.busy]]);
  });

  it('costs mana and needs it', () => {
    const played = calm();
    const { player, wolf } = besideWolf(played);
    const { mana } = played.world.components.vitals.columns;
    mana[player] = 25;
    expect(refusalOf(played, 1, Skill.bolt, played.idAt(wolf))).toBeUndefined();
    expect(mana[player]).toBe(5);
    played.step(70);
    expect(refusalOf(played, 1, Skill.bolt, played.idAt(wolf))).toBe(RefusalReason.notEnoughMana);
  });

  it('is refused with the reason that a player can act upon', () => {
    const played = calm();
    const { player, wolf } = besideWolf(played);
    const id = played.idAt(wolf);
    expect(refusalOf(played, 1, 99, id)).toBe(RefusalReason.unknownSkill);
    expect(refusalOf(played, 1, Skill.bite, id)).toBe(RefusalReason.unknownSkill);
    expect(refusalOf(played, 1, Skill.strike, 0)).toBe(RefusalReason.unknownTarget);
    expect(refusalOf(played, 1, Skill.strike, id + 0x10000)).toBe(RefusalReason.unknownTarget);
    expect(refusalOf(played, 1, Skill.strike, played.idAt(player))).toBe(RefusalReason.invalidTarget);
    expect(refusalOf(played, 1, Skill.mend, id)).toBe(RefusalReason.invalidTarget);
    const { x, y } = played.position(wolf);
    played.put(player, x + 5, y);
    expect(refusalOf(played, 1, Skill.strike, id)).toBe(RefusalReason.outOfRange);
    played.put(player, x, y, 1);
    expect(refusalOf(played, 1, Skill.strike, id)).toBe(RefusalReason.unknownTarget);
  });

  it('reaches from edge to edge of the bodies', () => {
    const played = calm();
    const { player, wolf } = besideWolf(played);
    const { x, y } = played.position(wolf);
    played.put(player, x + 1.5 + 0.35 + 0.4 + 0.01, y);
    expect(refusalOf(played, 1, Skill.strike, played.idAt(wolf))).toBe(RefusalReason.outOfRange);
    played.put(player, x + 1.5 + 0.35 + 0.4 - 0.01, y);
    expect(refusalOf(played, 1, Skill.strike, played.idAt(wolf))).toBeUndefined();
  });

  it('does not go through a wall', () => {
    const base = field();
    const blocked = base.blocked.slice();
    for (let y = 20; y < 40; y++) blocked[y * 64 + 29] = 1;
    const maps = [{ ...base, blocked, opaque: blocked }, smallContent().maps[1]!];
    const played = new Played({ content: smallContent({ maps }) });
    const player = played.enter(1);
    const wolf = played.creatures(Creature.wolf)[0]!;
    played.put(wolf, 30.5, 32.5);
    played.put(player, 28.5, 32.5);
    expect(refusalOf(played, 1, Skill.bolt, played.idAt(wolf))).toBe(RefusalReason.noLineOfSight);
  });

  it('heals oneself without naming a target, never above the maximum', () => {
    const played = calm();
    const player = played.enter(1);
    const { health } = played.world.components.vitals.columns;
    health[player] = 95;
    expect(refusalOf(played, 1, Skill.mend, 0)).toBeUndefined();
    expect(health[player]).toBe(100);
    expect(played.output.blows[0]?.slice(3)).toEqual([Skill.mend, CombatOutcome.healed, 5]);
  });
});

describe('players fighting players', () => {
  function two(map: number, x: number): Played {
    const played = calm();
    played.put(played.enter(1), x, 15, map);
    played.put(played.enter(2), x + 1, 15, map);
    return played;
  }

  it('is refused where the map does not allow it', () => {
    const played = two(0, 40);
    expect(refusalOf(played, 1, Skill.strike, played.entityOf(2))).toBe(RefusalReason.notAllowed);
  });

  it('works where the map allows it, and costs the loser a part of the level', () => {
    const played = two(1, 15);
    played.world.components.progress.columns.experience[played.rowOf(2)] = 50;
    played.slay(1, played.rowOf(2));
    expect(played.world.components.dead.has(played.rowOf(2))).toBe(true);
    expect(played.sheetOf(2)).toMatchObject({ experience: 45, deaths: 1 });
    expect(played.sheetOf(1).kills).toBe(0);
  });

  it('ends on the way from the map that allows it, and no flag of it is kept (class 46)', () => {
    const played = two(1, 15);
    const rows = [played.rowOf(1), played.rowOf(2)] as const;
    expect(refusalOf(played, 1, Skill.strike, played.entityOf(2))).toBeUndefined();
    const harmed = played.health(rows[1]);
    expect(harmed).toBeLessThan(100);
    // Both in the fight still, their skills ready.
    for (const row of rows) played.put(row, 40 + row, 15, 0);
    played.step(60);
    for (const [user, target] of [
      [1, 2],
      [2, 1],
    ] as const)
      expect(refusalOf(played, user, Skill.strike, played.entityOf(target))).toBe(RefusalReason.notAllowed);
    expect([played.health(rows[0]), played.health(rows[1])]).toEqual([100, harmed]);
    for (const row of rows) played.put(row, 15 + row, 15, 1);
    expect(refusalOf(played, 1, Skill.strike, played.entityOf(2))).toBeUndefined();
  });

  it('ends at the border of a safe zone', () => {
    const content = smallContent();
    const maps = [
      content.maps[0]!,
      { ...content.maps[1]!, safeZones: [{ key: 'haven', x: 1, y: 1, width: 15, height: 30 }] },
    ];
    const played = new Played({ content: smallContent({ maps }) });
    played.put(played.enter(1), 15.5, 15, 1);
    played.put(played.enter(2), 16.5, 15, 1);
    played.step();
    expect(refusalOf(played, 1, Skill.strike, played.entityOf(2))).toBe(RefusalReason.safeZone);
    expect(refusalOf(played, 2, Skill.strike, played.entityOf(1))).toBe(RefusalReason.safeZone);
  });
});

describe('killing a creature', () => {
  it('gives experience, coins and a kill, and items on the ground', () => {
    const played = calm();
    const { wolf } = besideWolf(played);
    played.output.forget();
    played.slay(1, wolf);
    expect(played.sheetOf(1)).toMatchObject({ experience: 40, coins: 13, kills: 1 });
    expect(played.output.of(1, 'status').at(-1)).toEqual([
      'status',
      { level: 1, experience: 40, experienceNext: 100, healthMax: 100, manaMax: 50, coins: 13 },
    ]);
    expect(played.output.blows.at(-1)?.slice(3)).toEqual([Skill.strike, CombatOutcome.killed, 0]);
    const { items, counts } = played.world.components.loot.columns;
    expect(played.groundLoot().map((row) => [items[row], counts[row]])).toEqual([[Item.pelt, 2]]);
  });

  it('is saved within a second', () => {
    const played = calm();
    const { wolf } = besideWolf(played);
    played.slay(1, wolf);
    played.step(61);
    expect(played.courier.stored.get('player1')).toMatchObject({ experience: 40, coins: 13 });
  });

  it('shares by the damage done, and nothing is lost in sharing', () => {
    const wolf = creature(Creature.wolf, 'wolf', { aggroRangeM: 0, wanderRadiusM: 0, healthMax: 40 });
    const played = new Played({ content: smallContent({ creatures: [wolf, creature(2, 'boar', {})] }) });
    const { wolf: row } = besideWolf(played);
    const { x, y } = played.position(row);
    played.put(played.enter(2), x, y + 1.5);
    played.simulation.requests.useSkill(2, { skill: Skill.strike, target: played.idAt(row) });
    played.step();
    played.slay(1, row);
    expect(played.sheetOf(1)).toMatchObject({ experience: 30, coins: 13, kills: 1 });
    expect(played.sheetOf(2)).toMatchObject({ experience: 10, coins: 10, kills: 1 });
  });

  it('lifts a level, which restores and is seen by others', () => {
    const played = calm();
    const { player, wolf } = besideWolf(played);
    played.world.components.progress.columns.experience[played.rowOf(1)] = 90;
    played.slay(1, wolf);
    expect(played.sheetOf(1).level).toBe(2);
    const { vitals, identity } = played.world.components;
    expect([vitals.columns.health[player], vitals.columns.healthMax[player]]).toEqual([120, 120]);
    expect(identity.columns.level[player]).toBe(2);
    expect(identity.columns.tick[player]).toBe(played.simulation.tick);
  });

  it('leaves a body for a while, and another comes back later', () => {
    const played = calm();
    const { wolf } = besideWolf(played);
    const id = played.idAt(wolf);
    played.slay(1, wolf);
    played.put(played.rowOf(1), 5, 5);
    played.step(100);
    expect(played.world.rowOf(id)).not.toBe(0);
    played.step(60);
    expect(played.world.rowOf(id)).toBe(0);
    expect(played.creatures(Creature.wolf)).toHaveLength(1);
    played.step(480);
    expect(played.creatures(Creature.wolf)).toHaveLength(2);
  });
});

describe('dying', () => {
  function killedByWolf(): Played {
    const wolf = creature(Creature.wolf, 'wolf', { power: 500 });
    const played = new Played({ content: smallContent({ creatures: [wolf, creature(2, 'boar', {})] }) });
    const { player } = besideWolf(played);
    for (let i = 0; i < 300 && !played.world.components.dead.has(player); i++) played.step();
    expect(played.world.components.dead.has(player)).toBe(true);
    return played;
  }

  it('lets nobody act or walk', () => {
    const played = killedByWolf();
    const player = played.rowOf(1);
    const before = played.position(player);
    played.walk(1, 1, 0, 10);
    expect(played.position(player)).toEqual(before);
    expect(refusalOf(played, 1, Skill.mend, 0)).toBe(RefusalReason.dead);
    played.simulation.requests.pickUp(1, { command: played.nextCommand(), loot: 12345 });
    played.step();
    expect(played.output.of(1, 'refused').at(-1)).toEqual(['refused', RequestId.pickUp, RefusalReason.dead]);
  });

  it('ends by standing up at the bind point, not before a short wait', () => {
    const played = killedByWolf();
    played.output.forget();
    played.simulation.requests.respawn(1);
    played.step();
    expect(played.output.of(1, 'refused')).toEqual([['refused', RequestId.respawn, RefusalReason.busy]]);
    played.step(60);
    played.simulation.requests.respawn(1);
    played.step();
    expect(played.position(played.rowOf(1))).toEqual({ x: 5, y: 5, map: 0 });
    expect(played.health(played.rowOf(1))).toBe(50);
    played.output.forget();
    played.simulation.requests.respawn(1);
    played.step();
    expect(played.output.of(1, 'refused')).toEqual([['refused', RequestId.respawn, RefusalReason.notDead]]);
  });

  it('ends by itself after a long wait', () => {
    const played = killedByWolf();
    played.step(1240);
    expect(played.world.components.dead.has(played.rowOf(1))).toBe(false);
    expect(played.sheetOf(1).deaths).toBe(1);
  });
});

describe('regeneration', () => {
  it('waits until the fight is over, then gives its share of the maximum a second', () => {
    const played = calm();
    const { player, wolf } = besideWolf(played);
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    played.step();
    played.world.store.destroy(wolf);
    const { health } = played.world.components.vitals.columns;
    health[player] = 50;
    played.step(290);
    expect(health[player]).toBe(50);
    played.step(10 + 600);
    expect(health[player]).toBeGreaterThanOrEqual(68);
    expect(health[player]).toBeLessThanOrEqual(72);
  });
});

describe('picking up', () => {
  function killedWolf(): { played: Played; loot: number } {
    const played = calm();
    const { wolf } = besideWolf(played);
    played.slay(1, wolf);
    return { played, loot: played.groundLoot()[0]! };
  }

  function pickUp(played: Played, session: number, row: number): unknown {
    played.output.forget();
    played.simulation.requests.pickUp(session, { command: played.nextCommand(), loot: played.idAt(row) });
    played.step();
    return played.output.of(session, 'refused')[0]?.[2];
  }

  it('moves the item into the inventory and tells the slot', () => {
    const { played, loot } = killedWolf();
    expect(pickUp(played, 1, loot)).toBeUndefined();
    expect(unitsIn(played.sheetOf(1).inventory, Item.pelt)).toBe(2);
    expect(played.output.of(1, 'slot')).toEqual([['slot', 2, Item.pelt, 2]]);
    expect(played.groundLoot()).toEqual([]);
    played.step(61);
    expect(unitsIn(played.courier.stored.get('player1')!.inventory, Item.pelt)).toBe(2);
  });

  it('is the right of those who killed, until their time is over', () => {
    const { played, loot } = killedWolf();
    const { x, y } = played.position(loot);
    played.put(played.enter(2), x, y);
    expect(pickUp(played, 2, loot)).toBe(RefusalReason.notYours);
    played.step(300);
    expect(pickUp(played, 2, loot)).toBeUndefined();
    expect(unitsIn(played.sheetOf(2).inventory, Item.pelt)).toBe(2);
  });

  it('gives an item to one of two who grab it in the same tick', () => {
    const { played, loot } = killedWolf();
    const { x, y } = played.position(loot);
    played.put(played.enter(2), x, y);
    played.step(300);
    played.put(played.rowOf(1), x, y);
    const id = played.idAt(loot);
    played.output.forget();
    played.simulation.requests.pickUp(2, { command: played.nextCommand(), loot: id });
    played.simulation.requests.pickUp(1, { command: played.nextCommand(), loot: id });
    played.step();
    expect(unitsIn(played.sheetOf(2).inventory, Item.pelt)).toBe(2);
    expect(unitsIn(played.sheetOf(1).inventory, Item.pelt)).toBe(0);
    expect(played.output.of(1, 'refused')).toEqual([
      ['refused', RequestId.pickUp, RefusalReason.unknownTarget],
    ]);
  });

  it('leaves on the ground what does not fit', () => {
    const { played, loot } = killedWolf();
    const slots = [played.rowOf(1) * inventorySlots, (played.rowOf(1) + 1) * inventorySlots] as const;
    const { inventory } = played.world.components;
    const items = inventory.columns.items.subarray(...slots);
    const counts = inventory.columns.counts.subarray(...slots);
    items.fill(Item.sword);
    counts.fill(1);
    expect(pickUp(played, 1, loot)).toBe(RefusalReason.inventoryFull);
    items[5] = Item.pelt;
    counts[5] = 9;
    expect(pickUp(played, 1, loot)).toBeUndefined();
    expect(played.world.components.loot.columns.counts[loot]).toBe(1);
    expect(counts[5]).toBe(10);
  });

  it('needs to be near, and something that can be picked up', () => {
    const { played, loot } = killedWolf();
    const wolf = played.creatures(Creature.wolf)[0]!;
    expect(pickUp(played, 1, wolf)).toBe(RefusalReason.invalidTarget);
    played.put(played.rowOf(1), 50, 20);
    expect(pickUp(played, 1, loot)).toBe(RefusalReason.outOfRange);
  });

  it('is too late when the item has vanished', () => {
    const { played, loot } = killedWolf();
    const id = played.idAt(loot);
    played.step(1240);
    expect(played.world.rowOf(id)).toBe(0);
    expect(played.simulation.game.factCounts.lootUnitsExpired).toBe(2);
  });
});
