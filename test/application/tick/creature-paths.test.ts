import { describe, expect, it } from '@jest/globals';
import { CreatureState } from '#domain/ai/creature-state.js';
import { PathOutcome } from '#domain/space/navigation/path-columns.js';
import { Played } from '../../support/worlds/played-simulation.js';
import {
  Creature,
  Skill,
  creature,
  pit,
  smallContent,
  squareMap,
} from '../../support/worlds/small-content.js';

const wolfHome = { x: 20.5, y: 32.5 };

/** A wolf before a house of 9 m by 9 m, whose only door is on the far side, in its east wall. */
function beforeTheHouse({ door = true, sight = false, numbers = {} } = {}) {
  const walls: [number, number][] = [];
  for (let i = 0; i < 9; i++) {
    walls.push([26 + i, 28], [26 + i, 36], [26, 28 + i]);
    if (i !== 4 || !door) walls.push([34, 28 + i]);
  }
  const spawnGroup = {
    key: 'wolf',
    creature: Creature.wolf,
    count: 1,
    radiusM: 0.1,
    respawnTicks: 600,
    ...wolfHome,
  };
  const field = squareMap(1, 'field', 64, { spawnGroups: [spawnGroup] }, walls);
  const maps = [sight ? { ...field, opaque: new Uint8Array(64 * 64) } : field, pit()];
  const wolves = {
    wanderRadiusM: 0,
    leashRangeM: 40,
    healthMax: 1000,
    power: 1,
    chaseSpeedMps: 6,
    ...numbers,
  };
  const creatures = [creature(Creature.wolf, 'wolf', wolves), creature(Creature.boar, 'boar', {})];
  const played = new Played({ content: smallContent({ maps, creatures }) });
  const player = played.enter(1);
  played.put(player, 20.5, 25.5);
  const wolf = played.creatures(Creature.wolf)[0]!;
  played.simulation.requests.useSkill(1, { skill: Skill.bolt, target: played.idAt(wolf) });
  played.step(2);
  return { played, player, wolf };
}

function stateOf(played: Played, row: number): number {
  return played.world.components.creature.columns.state[row]!;
}

function stepUntil(played: Played, done: () => boolean, ticksMax: number): number {
  for (let tick = 0; tick < ticksMax; tick++) {
    if (done()) return tick;
    played.step();
  }
  throw new Error(`not within ${ticksMax} ticks`);
}

describe('a creature that chases somebody into a house', () => {
  for (const radiusM of [0.4, 0.45]) {
    it(`finds the door on its far side (radius ${radiusM} m)`, () => {
      const { played, player, wolf } = beforeTheHouse({ numbers: { radiusM } });
      played.step(20);
      played.put(player, 30.5, 32.5);
      const { y } = played.world.components.transform.columns;
      let farthestAside = 0;
      // 25 m at 6 m/s, and no more than the turns cost.
      const ticks = stepUntil(
        played,
        () => {
          farthestAside = Math.max(farthestAside, Math.abs(y[wolf]! - 32.5));
          return played.health(player) < 100;
        },
        300,
      );
      expect(ticks).toBeGreaterThan(200);
      expect(farthestAside).toBeGreaterThan(4.5);
    });
  }

  it('too large for the door waits as near as it gets, and gives up after a while', () => {
    const { played, player, wolf } = beforeTheHouse({ numbers: { radiusM: 0.65 } });
    played.step(20);
    played.put(player, 30.5, 32.5);
    played.step(60);
    const { outcome } = played.world.components.route.columns;
    expect(outcome[wolf]).toBe(PathOutcome.nearest);
    stepUntil(played, () => stateOf(played, wolf) === CreatureState.returning, 700);
    expect(played.health(player)).toBe(100);
  });

  it('does not follow round a corner beyond its leash', () => {
    const { played, player, wolf } = beforeTheHouse({ numbers: { leashRangeM: 9 } });
    played.step(20);
    played.put(player, 30.5, 32.5);
    const { x, y } = played.world.components.transform.columns;
    const awayM = () => Math.hypot(x[wolf]! - wolfHome.x, y[wolf]! - wolfHome.y);
    for (let tick = 0; tick < 600; tick++) {
      played.step();
      expect(awayM()).toBeLessThan(9 + 1);
    }
    expect(played.health(player)).toBe(100);
  });
});

describe('a creature on its way home', () => {
  it('walks out by the door, every step of it', () => {
    const { played, player, wolf } = beforeTheHouse();
    played.step(20);
    played.put(player, 30.5, 32.5);
    stepUntil(played, () => played.health(player) < 100, 600);
    played.enter(2);
    played.put(played.rowOf(2), 20.5, 20.5);
    played.put(player, 15, 15, 1);
    stepUntil(played, () => stateOf(played, wolf) === CreatureState.returning, 60);
    let before = played.position(wolf);
    stepUntil(
      played,
      () => {
        const now = played.position(wolf);
        expect(Math.hypot(now.x - before.x, now.y - before.y)).toBeLessThan(0.11);
        before = now;
        return stateOf(played, wolf) === CreatureState.idle;
      },
      700,
    );
    expect(Math.hypot(before.x - wolfHome.x, before.y - wolfHome.y)).toBeLessThan(0.5);
  });
});

describe('paths', () => {
  it('are neither asked for in the open nor asked again and again', () => {
    const { played, player, wolf } = beforeTheHouse({ door: false, sight: true });
    played.step(60);
    const { queue } = played.simulation.game.world.tables.routes;
    expect(queue.asked).toBe(0);
    played.put(player, 30.5, 32.5);
    played.step(250);
    expect(stateOf(played, wolf)).toBe(CreatureState.chasing);
    // The wall is in between from the first look on; then once a second.
    expect(queue.asked).toBeGreaterThan(0);
    expect(queue.asked).toBeLessThan(8);
  });

  it('asked for belong to the hash of the game', () => {
    const { played, player } = beforeTheHouse();
    const { queue } = played.simulation.game.world.tables.routes;
    played.put(player, 30.5, 32.5);
    stepUntil(played, () => queue.asked > queue.answered, 60);
    const before = played.simulation.hash();
    queue.columns.toX[queue.answered]! += 1e-9;
    expect(played.simulation.hash()).not.toBe(before);
  });
});
