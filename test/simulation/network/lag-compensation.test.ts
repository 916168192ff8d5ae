// Two players over a slow network: one runs away, the other strikes as long as it sees the runner within reach. Through
// the real client, whose interpolation shows others late, and the whole server.

import { teleport } from '#domain/body/movement.js';
import { describe, expect, it } from '@jest/globals';
import type { GameClient } from '#client/game-client.js';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { WholeServer } from '../../support/servers/whole-server.js';
import { Skill, smallContent, smallRules, squareMap } from '../../support/worlds/small-content.js';

/** `Skill.strike` and the bodies' radii. */
const reachM = 1.5 + 2 * smallRules.playerRadiusM;
/** At 5 m/s one is half way out of reach for six ticks. */
const lastMomentM = 0.5;

interface Chase {
  readonly hit: boolean;
  readonly refusal: RefusalReason | undefined;
  /** Between the two when the blow was judged, in the world. */
  readonly distanceM: number;
  /** Of the world at the end. */
  readonly hash: string;
}

/** Bob runs east past Ada, who strikes at the last moment at which she sees him within reach. */
async function chase(delayMs: number, jitterMs: number, seed: number): Promise<Chase> {
  const content = smallContent({ maps: [squareMap(1, 'field', 64, { pvp: true })] });
  const server = new WholeServer({ content, seed, network: { conditions: { delayMs, jitterMs } } });
  let refusal: RefusalReason | undefined;
  const ada = server.connect('Ada', { onRefused: ({ reason }) => (refusal = reason) });
  const bob = server.connect('Bob');
  await server.until(() => ada.self.tick > 0 && bob.self.tick > 0);
  const { game } = server.simulation.parts.simulation;
  const { transform, vitals } = game.world.components;
  const adaRow = game.world.rowOf(ada.self.entity);
  const bobRow = game.world.rowOf(bob.self.entity);
  teleport(game.world, adaRow, 0, 20, 20, 0);
  teleport(game.world, bobRow, 0, 8, 20.5, 0);
  await server.run(120, (client) => client.move(0, 0, 0, 1));

  let struck = false;
  let distanceM = 0;
  const act = (client: GameClient): void => {
    client.move(client === bob ? 1 : 0, 0, 0, 1);
    if (client !== ada) return;
    ada.show();
    const seen = [...ada.entities.all()].find(({ id }) => id === bob.self.entity);
    if (seen === undefined || struck) return;
    const aheadM = seen.shownX - 20;
    const awayM = Math.hypot(aheadM, seen.shownY - 20);
    if (aheadM > 0 && awayM > reachM - lastMomentM && awayM < reachM)
      struck = ada.useSkill(Skill.strike, seen.id).ok;
  };
  const { health, healthMax } = vitals.columns;
  const isHit = () => health[bobRow]! < healthMax[bobRow]!;
  for (let tick = 0; tick < 400 && !isHit() && refusal === undefined; tick++) {
    await server.step(act);
    if (!isHit()) continue;
    distanceM = Math.hypot(transform.columns.x[bobRow]! - 20, transform.columns.y[bobRow]! - 20);
  }
  return { hit: isHit(), refusal, distanceM, hash: server.simulation.hash() };
}

describe('a player who strikes a runner whom it sees within reach', () => {
  it.each([
    ['25 ms each way', 25, 0],
    ['50 ms each way', 50, 0],
    ['75 ms each way', 75, 0],
    ['50 ms each way and 20 ms of jitter', 50, 20],
  ])('hits it over %s', async (_name, delayMs, jitterMs) => {
    for (let seed = 1; seed <= 3; seed++) {
      const chased = await chase(delayMs, jitterMs, seed);
      expect(chased).toMatchObject({ hit: true, refusal: undefined });
      expect(await chase(delayMs, jitterMs, seed)).toEqual(chased);
    }
  });

  it('hits where it would have missed by the present', async () => {
    const { hit, distanceM } = await chase(75, 0, 1);
    expect(hit).toBe(true);
    expect(distanceM).toBeGreaterThan(reachM + 0.3);
  });

  it('is helped by no more than the bound: with 300 ms each way it has to aim ahead', async () => {
    const { hit, refusal } = await chase(300, 0, 1);
    expect({ hit, refusal }).toEqual({ hit: false, refusal: RefusalReason.outOfRange });
  });
});
