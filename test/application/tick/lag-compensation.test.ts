// Skills are judged by what their user saw, within a bound; see domain/skills/view-lag and domain/space/position-history.

import { describe, expect, it } from '@jest/globals';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { rewindTicksMax } from '#domain/body/position-history.js';
import { Played } from '../../support/worlds/played-simulation.js';
import {
  Creature,
  Skill,
  creature,
  pit,
  smallContent,
  squareMap,
} from '../../support/worlds/small-content.js';

/** Everybody may fight everybody; the wolf stays where it is put. */
function arena(walls: readonly (readonly [number, number])[] = []): Played {
  return new Played({
    content: smallContent({
      creatures: [
        creature(Creature.wolf, 'wolf', { aggroRangeM: 0, wanderRadiusM: 0 }),
        creature(Creature.boar, 'boar', { aggroRangeM: 0, wanderRadiusM: 0 }),
      ],
      maps: [
        squareMap(
          1,
          'field',
          64,
          {
            pvp: true,
            spawnGroups: [
              {
                key: 'wolves',
                creature: Creature.wolf,
                count: 1,
                radiusM: 1,
                respawnTicks: 600,
                x: 50,
                y: 50,
              },
            ],
          },
          walls,
        ),
        pit(),
      ],
    }),
  });
}

/** A duel of session 1, who sees the world `lagTicks` late, with session 2. */
class Duel {
  readonly played: Played;
  readonly attacker: number;
  readonly target: number;
  #sequence = 0;

  constructor(played = arena()) {
    this.played = played;
    this.attacker = played.enter(1);
    this.target = played.enter(2);
    played.put(this.attacker, 20, 20);
    played.put(this.target, 21, 20);
  }

  /** Lets time pass in which the target may be somewhere else each tick. */
  pass(ticks: number, lagTicks: number, where?: (tick: number) => { x: number; y: number }): void {
    for (let i = 0; i < ticks; i++) {
      const { simulation, world } = this.played;
      this.#sequence++;
      simulation.requests.playerInput(1, {
        sequence: this.#sequence,
        viewTick: Math.max(0, simulation.tick + 1 - lagTicks),
        stepsCount: 1,
        steps: [{ moveX: 0, moveY: 0, facing: 0, ticks: 1 }],
      });
      if (where !== undefined) {
        const { x, y } = where(i);
        world.components.transform.columns.x[this.target] = x;
        world.components.transform.columns.y[this.target] = y;
      }
      simulation.step();
    }
  }

  /** The reason of refusal, undefined when the blow fell. */
  strike(target = this.target, skill: number = Skill.strike): unknown {
    const { played } = this;
    played.output.forget();
    played.simulation.requests.useSkill(1, { skill, target: played.idAt(target) });
    played.step();
    return played.output.of(1, 'refused')[0]?.[2];
  }
}

/** East from beside the attacker at 5 m/s; out of reach (1.5 m and two radii) after 14 ticks. */
const runningAway = (tick: number) => ({ x: 21 + (tick * 5) / 60, y: 20 });

describe('a skill on somebody who runs away', () => {
  it('misses one who is out of reach now, for a player who sees the present', () => {
    const duel = new Duel();
    duel.pass(30, 1);
    duel.pass(20, 1, runningAway);
    expect(duel.strike()).toBe(RefusalReason.outOfRange);
  });

  it('hits one whom the player sees within reach, up to the bound', () => {
    const duel = new Duel();
    duel.pass(30, 10);
    duel.pass(20, 10, runningAway);
    expect(duel.strike()).toBeUndefined();
    expect(duel.played.health(duel.target)).toBeLessThan(100);
  });

  it('does not reach beyond the bound, however late a client says it sees', () => {
    for (const lie of [rewindTicksMax + 1, 60, 100_000]) {
      const duel = new Duel();
      duel.pass(30, lie);
      // Out of reach for longer than the bound.
      duel.pass(14 + rewindTicksMax + 2, lie, runningAway);
      expect(duel.strike()).toBe(RefusalReason.outOfRange);
    }
  });

  it('is judged by the present for a client that says it sees the future', () => {
    const duel = new Duel();
    duel.pass(30, -50);
    duel.pass(20, -50, runningAway);
    expect(duel.strike()).toBe(RefusalReason.outOfRange);
  });

  it('works on creatures too', () => {
    const duel = new Duel();
    const wolf = duel.played.creatures(Creature.wolf)[0]!;
    duel.played.put(wolf, 21, 21);
    duel.pass(30, 10);
    const { x } = duel.played.world.components.transform.columns;
    for (let tick = 0; tick < 20; tick++) {
      x[wolf] = 21 + (tick * 5) / 60;
      duel.pass(1, 10);
    }
    expect(duel.strike(wolf)).toBeUndefined();
  });
});

describe('a target that is no longer where it was seen', () => {
  it('because it was put elsewhere is not hit in its old place', () => {
    const duel = new Duel();
    duel.pass(30, 10);
    duel.played.put(duel.target, 40, 20);
    expect(duel.strike()).toBe(RefusalReason.outOfRange);
    duel.pass(3, 10);
    expect(duel.strike()).toBe(RefusalReason.outOfRange);
  });

  it('because it left the map is unknown', () => {
    const duel = new Duel();
    duel.pass(30, 10);
    duel.played.put(duel.target, 20, 20, 1);
    expect(duel.strike()).toBe(RefusalReason.unknownTarget);
  });

  it('because it came back to life at the bind point is not hit where it died', () => {
    const duel = new Duel();
    duel.pass(30, 10);
    duel.played.slay(1, duel.target);
    duel.pass(61, 10);
    duel.played.simulation.requests.respawn(2);
    duel.pass(2, 10);
    expect(duel.played.world.components.dead.has(duel.target)).toBe(false);
    expect(duel.strike()).toBe(RefusalReason.outOfRange);
  });

  it('because it went behind a wall is hit over the line on which it was seen', () => {
    const walls = [25, 26, 27, 28].map((x) => [x, 22] as const);
    const duel = new Duel(arena(walls));
    duel.played.put(duel.target, 26, 20);
    duel.pass(30, 10);
    // Past the wall's western end, where it is seen, and behind the wall.
    const round = (tick: number) =>
      tick < 16 ? { x: 24.5, y: 23.5 } : { x: 24.5 + (tick - 15) * 0.3, y: 23.5 };
    duel.pass(22, 1, round);
    expect(duel.strike(duel.target, Skill.bolt)).toBe(RefusalReason.noLineOfSight);

    const late = new Duel(arena(walls));
    late.played.put(late.target, 26, 20);
    late.pass(30, 10);
    late.pass(22, 10, round);
    expect(late.strike(late.target, Skill.bolt)).toBeUndefined();
  });
});

describe('a player who stands still', () => {
  it('and sends nothing is judged by how late it saw when it last moved', () => {
    const duel = new Duel();
    duel.pass(30, 10);
    const { x } = duel.played.world.components.transform.columns;
    // Seconds in which only the target moves.
    duel.played.step(200);
    for (let tick = 0; tick < 20; tick++) {
      x[duel.target] = runningAway(tick).x;
      duel.played.step();
    }
    expect(duel.strike()).toBeUndefined();
  });

  it('whose character is taken over by a new client is judged anew', () => {
    const duel = new Duel();
    duel.pass(30, 10);
    const { viewLagTicks } = duel.played.world.components.player.columns;
    expect(viewLagTicks[duel.attacker]).toBeGreaterThan(0);
    const { accountId, name } = duel.played.simulation.game.seats.find(1)!;
    duel.played.simulation.join(9, accountId, name, true);
    expect(viewLagTicks[duel.attacker]).toBe(0);
  });
});
