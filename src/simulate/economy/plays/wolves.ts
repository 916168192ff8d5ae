// What is fought with.

import { teleport } from '#domain/body/movement.js';
import type { Cast } from './play.js';

const strike = 1;

/** A blow at the wolf, which has so much health: with 1 it dies of it. */
export function weakWolf(cast: Cast, health: number): void {
  const { stage, me } = cast;
  const { world } = stage;
  const wolf = world.rowOf(cast.thing) || livingWolf(cast);
  const row = stage.rowOf(me);
  if (wolf === 0 || row === 0) return;
  cast.thing = world.idAt(wolf);
  const { transform, vitals } = world.components;
  const { map, x, y } = transform.columns;
  // Who is on the other map strikes at it all the same, and is refused.
  if (map[wolf] === map[row]) teleport(world, wolf, map[wolf]!, x[row]! + 0.8, y[row]!, 0);
  vitals.columns.health[wolf] = Math.min(health, vitals.columns.healthMax[wolf]!);
  stage.requests.useSkill(me.session, { skill: strike, target: cast.thing });
}

/** A row, 0 while all are dead. */
export function livingWolf({ stage: { world } }: Cast): number {
  const { creature, dead } = world.components;
  for (let row = 1; row < world.store.entities.rowsUsed; row++)
    if (creature.has(row) && !dead.has(row)) return row;
  return 0;
}
