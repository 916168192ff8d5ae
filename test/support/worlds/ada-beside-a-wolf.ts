// Ada plays beside a wolf that minds its own business: where tests of leaving and coming back begin.

import { expect } from '@jest/globals';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { Played } from './played-simulation.js';
import { Creature, Skill, creature, smallContent } from './small-content.js';

export const account = (n: number) => `00000000-0000-0000-0000-00000000000${n}`;
export const ada = account(1);

/** Creatures stay where they are and mind their own business, but strike back with this much power. */
export function calm(power = 6, healthMax = 30): Played {
  const still = { aggroRangeM: 0, wanderRadiusM: 0, leashRangeM: 60, power, healthMax };
  const creatures = [creature(Creature.wolf, 'wolf', still), creature(Creature.boar, 'boar', still)];
  return new Played({ content: smallContent({ creatures }) });
}

export function enterBeside(played: Played, session: number, name: string, target: number): number {
  const row = played.enter(session, name, ada);
  const { x, y } = played.position(target);
  played.put(row, x + 1.5, y);
  return row;
}

/** Ada plays as session 1 beside a wolf. */
export function besideWolf(played: Played): { player: number; wolf: number } {
  played.step();
  const wolf = played.creatures(Creature.wolf)[0]!;
  return { player: enterBeside(played, 1, 'Ada', wolf), wolf };
}

/** The session goes and the character is out of the world and stored. */
export function goAway(played: Played, session: number): void {
  played.simulation.leave(session, DisconnectReason.left);
  for (let i = 0; i < 1300 && played.simulation.counts.sessions > 0; i++) played.step();
  played.step();
  expect(played.courier.entries.at(-1)).toEqual(['departed', session, 'Ada']);
}

export const isDead = (played: Played, session: number) =>
  played.world.components.dead.has(played.rowOf(session));

function refusalOf(played: Played, session: number, request: number, ask: () => void): unknown {
  played.output.forget();
  ask();
  played.step();
  return played.output.of(session, 'refused').find(([, of]) => of === request)?.[2];
}

export const standUp = (played: Played, session: number) =>
  refusalOf(played, session, RequestId.respawn, () => played.simulation.requests.respawn(session));
export const strike = (played: Played, session: number, target: number, skill: number = Skill.strike) =>
  refusalOf(played, session, RequestId.useSkill, () =>
    played.simulation.requests.useSkill(session, { skill, target }),
  );
export const pickUp = (played: Played, session: number, loot: number) =>
  refusalOf(played, session, RequestId.pickUp, () =>
    played.simulation.requests.pickUp(session, { command: played.nextCommand(), loot: played.idAt(loot) }),
  );
