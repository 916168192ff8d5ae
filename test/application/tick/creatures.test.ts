import { describe, expect, it } from '@jest/globals';
import { CreatureState } from '#domain/ai/creature-state.js';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Played } from '../../support/worlds/played-simulation.js';
import { Creature, Skill, creature, field, pit, smallContent } from '../../support/worlds/small-content.js';

const oneWolf = {
  key: 'wolves',
  creature: Creature.wolf,
  count: 1,
  radiusM: 0.1,
  respawnTicks: 600,
  x: 32,
  y: 32,
};

function withOneWolf(numbers: Parameters<typeof creature>[2] = {}): {
  played: Played;
  wolf: number;
  player: number;
} {
  const wolf = creature(Creature.wolf, 'wolf', { wanderRadiusM: 0, ...numbers });
  const maps = [field({ spawnGroups: [oneWolf] }), pit()];
  const played = new Played({
    content: smallContent({ creatures: [wolf, creature(Creature.boar, 'boar', {})], maps }),
  });
  const player = played.enter(1);
  return { played, player, wolf: played.creatures(Creature.wolf)[0]! };
}

function stateOf(played: Played, row: number): number {
  return played.world.components.creature.columns.state[row]!;
}

function distance(played: Played, a: number, b: number): number {
  const from = played.position(a);
  const to = played.position(b);
  return Math.hypot(from.x - to.x, from.y - to.y);
}

describe('a creature', () => {
  it('attacks a player who comes near, and walks up to it', () => {
    const { played, player, wolf } = withOneWolf();
    played.put(player, 32, 37);
    played.step(60);
    expect(stateOf(played, wolf)).toBe(CreatureState.chasing);
    expect(distance(played, wolf, player)).toBeLessThan(1 + 0.35 + 0.4);
    played.step(120);
    expect(played.health(player)).toBeLessThan(100);
  });

  it('faces whom it attacks', () => {
    const { played, player, wolf } = withOneWolf();
    played.put(player, 32, 37);
    played.step(120);
    expect(played.world.components.transform.columns.facing[wolf]).toBe(64);
  });

  it('does not notice players behind it beyond its range, behind walls, or in a safe zone', () => {
    const { played, player, wolf } = withOneWolf();
    played.put(player, 32, 39);
    played.step(200);
    expect(stateOf(played, wolf)).toBe(CreatureState.idle);

    const walled = field({ spawnGroups: [oneWolf] });
    const blocked = walled.blocked.slice();
    for (let x = 25; x < 40; x++) blocked[34 * 64 + x] = 1;
    const behind = new Played({
      content: smallContent({ maps: [{ ...walled, blocked, opaque: blocked }, pit()] }),
    });
    behind.put(behind.enter(1), 32, 36);
    behind.step(200);
    expect(behind.health(behind.rowOf(1))).toBe(100);

    const safeZones = [{ key: 'camp', x: 25, y: 34, width: 20, height: 10 }];
    const safe = new Played({
      content: smallContent({ maps: [field({ spawnGroups: [oneWolf], safeZones }), pit()] }),
    });
    safe.put(safe.enter(1), 32, 36);
    safe.step(200);
    expect(safe.health(safe.rowOf(1))).toBe(100);
  });

  it('that attacks nobody first strikes back', () => {
    const { played, player, wolf } = withOneWolf({ aggroRangeM: 0 });
    played.put(player, 33.5, 32);
    played.step(200);
    expect(played.health(player)).toBe(100);
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    played.step(100);
    expect(played.health(player)).toBeLessThan(100);
  });

  it('turns to the one who hurts it most', () => {
    const { played, player, wolf } = withOneWolf({ healthMax: 1000, power: 0 });
    played.put(player, 33.5, 32);
    const second = played.enter(2);
    played.put(second, 30.5, 32);
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    played.step(70);
    const { target, power } = played.world.components.combat.columns;
    expect(target[wolf]).toBe(played.idAt(player));
    power[second] = 100;
    played.simulation.requests.useSkill(2, { skill: Skill.strike, target: played.idAt(wolf) });
    played.step(10);
    expect(target[wolf]).toBe(played.idAt(second));
  });

  it('chased away from home gives up, can not be hurt on its way, and comes back whole', () => {
    const { played, player, wolf } = withOneWolf({ chaseSpeedMps: 6, power: 0 });
    played.put(player, 32, 34);
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    played.step();
    expect(played.health(wolf)).toBe(20);
    let returned = false;
    for (let i = 0; i < 400 && !returned; i++) {
      played.walk(1, 0, 1, 1);
      returned = stateOf(played, wolf) === CreatureState.returning;
    }
    expect(returned).toBe(true);
    expect(played.position(wolf).y).toBeLessThan(32 + 15 + 2);
    played.put(player, played.position(wolf).x + 1, played.position(wolf).y);
    played.output.forget();
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    played.step();
    expect(played.output.of(1, 'refused').at(-1)?.[2]).toBe(RefusalReason.invalidTarget);
    played.put(player, 5, 5);
    played.step(400);
    expect(stateOf(played, wolf)).toBe(CreatureState.idle);
    expect(played.health(wolf)).toBe(30);
    expect(distanceFromHome(played, wolf)).toBeLessThan(0.5);
  });

  /** A river between player and wolf: it stops feet, not eyes. */
  function acrossTheRiver(): { played: Played; wolf: number } {
    const base = field({ spawnGroups: [oneWolf] });
    const blocked = base.blocked.slice();
    for (let x = 1; x < 63; x++) blocked[34 * 64 + x] = 1;
    const maps = [{ ...base, blocked, opaque: base.opaque }, pit()];
    const creatures = [creature(Creature.wolf, 'wolf', { healthMax: 1000 }), creature(2, 'boar', {})];
    const played = new Played({ content: smallContent({ maps, creatures }) });
    played.put(played.enter(1), 32, 37);
    const wolf = played.creatures(Creature.wolf)[0]!;
    played.step(60);
    expect(stateOf(played, wolf)).toBe(CreatureState.chasing);
    return { played, wolf };
  }

  it('gives up a target that it can not reach', () => {
    const { played, wolf } = acrossTheRiver();
    const states = new Set<number>();
    for (let i = 0; i < 320; i++) {
      played.step();
      states.add(stateOf(played, wolf));
    }
    expect(states).toContain(CreatureState.returning);
  });

  it('does not let itself be shot for ever by somebody out of its reach', () => {
    const { played, wolf } = acrossTheRiver();
    const { mana } = played.world.components.vitals.columns;
    let returned = false;
    for (let i = 0; i < 700 && !returned; i++) {
      mana[played.rowOf(1)] = 50;
      if (i % 60 === 0)
        played.simulation.requests.useSkill(1, { skill: Skill.bolt, target: played.idAt(wolf) });
      played.step();
      returned = stateOf(played, wolf) === CreatureState.returning;
    }
    expect(returned).toBe(true);
    played.step(200);
    expect(played.health(wolf)).toBe(1000);
  });

  it('fights on with a character whose player left, and goes home when it is gone', () => {
    const { played, player, wolf } = withOneWolf({ power: 0 });
    played.put(player, 32, 37);
    played.enter(2);
    played.step(100);
    played.simulation.leave(1, 1);
    played.step(600);
    expect(stateOf(played, wolf)).toBe(CreatureState.chasing);
    for (let i = 0; i < 660 && played.simulation.counts.players > 1; i++) played.step();
    played.step(10);
    expect(stateOf(played, wolf)).toBe(CreatureState.returning);
    expect(played.world.tables.threats.count[wolf]).toBe(0);
  });

  it('wanders near its home while somebody is there to see it', () => {
    const { played, player, wolf } = withOneWolf({ aggroRangeM: 0, wanderRadiusM: 4 });
    played.put(player, 20, 20);
    let farthest = 0;
    for (let i = 0; i < 3000; i++) {
      played.step();
      farthest = Math.max(farthest, distanceFromHome(played, wolf));
    }
    expect(farthest).toBeGreaterThan(0.5);
    expect(farthest).toBeLessThan(4.5);
  });

  it('sleeps while nobody is near', () => {
    const { played, wolf } = withOneWolf({ aggroRangeM: 0, wanderRadiusM: 4 });
    played.simulation.leave(1, 1);
    played.step(200);
    const thoughts = played.world.tables.minds.thoughts;
    const before = played.position(wolf);
    played.step(3000);
    expect(played.world.tables.minds.thoughts).toBe(thoughts);
    expect(played.position(wolf)).toEqual(before);
  });

  it('never leaves its leash by more than a thought, whatever lures it', () => {
    const { played, player, wolf } = withOneWolf({ chaseSpeedMps: 4.9, power: 0 });
    played.put(player, 32, 34);
    let farthest = 0;
    for (let i = 0; i < 3000; i++) {
      const turn = Math.floor(i / 200) % 4;
      played.walk(1, [0, 1, 0, -1][turn]!, [1, 0, -1, 0][turn]!, 1);
      farthest = Math.max(farthest, distanceFromHome(played, wolf));
    }
    // It was lured to the end of its leash, and no farther.
    expect(farthest).toBeGreaterThan(14);
    expect(farthest).toBeLessThan(15 + 1.5);
  });
});

function distanceFromHome(played: Played, row: number): number {
  const { homeX, homeY } = played.world.components.creature.columns;
  const { x, y } = played.position(row);
  return Math.hypot(x - homeX[row]!, y - homeY[row]!);
}
