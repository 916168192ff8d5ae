// What a creature is about, and when it changes its mind. A pure table: what it perceives goes in, the next state comes
// out; walking, hitting and healing happen elsewhere.

export const CreatureState = {
  /** Stands near its home until its rest is over. */
  idle: 0,
  /** Walks to a point near its home. */
  wandering: 1,
  /** Follows whom it hates most and hits when near enough. */
  chasing: 2,
  /** Walks home, can not be hurt, and is whole again when it arrives. */
  returning: 3,
} as const;
export type CreatureState = (typeof CreatureState)[keyof typeof CreatureState];

/** What a creature knows at the moment it thinks. Reused: fill it, use it at once. */
export class Perception {
  /** Somebody alive and reachable by the rules is hated, or was just seen. */
  hasTarget = false;
  /** Metres from home. */
  fromHomeM = 0;
  /** How far from home it follows anybody, in metres. */
  leashM = 0;
  /** The rest, the walk or the fight has lasted as long as it may. */
  timeIsUp = false;
  /** It stands where it wanted to go. */
  arrived = false;
}

export function nextState(state: CreatureState, seen: Perception): CreatureState {
  switch (state) {
    case CreatureState.idle:
      if (seen.hasTarget) return CreatureState.chasing;
      return seen.timeIsUp ? CreatureState.wandering : CreatureState.idle;
    case CreatureState.wandering:
      if (seen.hasTarget) return CreatureState.chasing;
      return seen.arrived || seen.timeIsUp ? CreatureState.idle : CreatureState.wandering;
    case CreatureState.chasing:
      // A fight in which nobody hit anybody for long is a target behind a wall: give up instead of rubbing along it.
      if (!seen.hasTarget || seen.timeIsUp || seen.fromHomeM > seen.leashM) return CreatureState.returning;
      return CreatureState.chasing;
    case CreatureState.returning:
      return seen.arrived || seen.timeIsUp ? CreatureState.idle : CreatureState.returning;
  }
}
