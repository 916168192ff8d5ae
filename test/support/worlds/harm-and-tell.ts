// A blow without a skill: takes health and tells of the death, as effects of skills do.

import { deathFacts } from '#domain/combat/death-facts.js';
import { harm } from '#domain/combat/harm.js';
import { noteDied } from '#domain/vocabulary/generated/facts.js';
import type { World } from '#domain/world/world.js';

/** `source` and `target` are rows. */
export function harmAndTell(world: World, source: number, target: number, points: number): void {
  if (!world.facts.reserve(deathFacts)) throw new Error('the fact log is full');
  harm(world, source, target, points);
  if (world.components.dead.has(target)) noteDied(world.facts, world.idAt(source), world.idAt(target), 0);
  else world.facts.release(deathFacts);
}
