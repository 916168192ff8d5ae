// What the swarm's players do once they are in.

/**
 * Walk about, spread so that each sees about 32 others; attack creatures besides; walk about in one place; stand about and
 * move a stack in the bag, as often as they would walk.
 */
export const behaviours = ['wander', 'fight', 'crowd', 'arrange'] as const;
export type Behaviour = (typeof behaviours)[number];

/** Throws, naming what there is, when `name` is none of them. */
export function requireBehaviour(name: string): Behaviour {
  const found = behaviours.find((behaviour) => behaviour === name);
  if (found === undefined) throw new Error(`behaviour ${name}: there are ${behaviours.join(', ')}`);
  return found;
}
