// What creatures have in mind, and the ways they take.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';
import { waypointsMax } from '../space/navigation/path-columns.js';

export const aiColumns = {
  creature: {
    /** Index into the map's spawn groups. */
    spawnGroup: 'u16',
    state: 'u8',
    homeX: 'f64',
    homeY: 'f64',
    /** When the state began. */
    stateTick: 'u32',
    nextThinkTick: 'u32',
    goalX: 'f64',
    goalY: 'f64',
  },

  /** How a creature gets to its goal where no straight way leads; see routes. */
  route: {
    /** A wall was in the straight way when it last looked. */
    isWalled: 'u8',
    /** When the answer that it waits for was asked, 0 while it waits for none; and for which goal, last. */
    askedTick: 'u32',
    askedX: 'f64',
    askedY: 'f64',
    answeredTick: 'u32',
    /** A PathOutcome, 0 when it has no answer. */
    outcome: 'u8',
    /** From the last waypoint the goal is straight ahead; else the way goes on. */
    whole: 'u8',
    /** It walks to waypoint `next` of `count`; x and y in half metres. */
    next: 'u8',
    count: 'u8',
    waypoints: lanes('u16', 2 * waypointsMax),
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof aiColumns> {}
}
