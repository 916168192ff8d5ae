// What has a place in the world, what others see it as, how it moves, and a player's steps that wait.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';

/** Steps of movement a player may have waiting, a little over the longest burst after a network hiccup. */
export const stepQueueMax = 16;
/** Numbers that say where a player's queue of steps stands; see player-steps. */
export const stepQueueNumbers = 8;
/** UTF-8 bytes of a name (NameBytesMax of the schema). */
export const nameBytesMax = 24;

export const bodyColumns = {
  /** Where it is. `map` is an index into `World.maps`; x and y in metres; facing 256 to a turn, 0 east, clockwise. */
  transform: { map: 'u16', x: 'f64', y: 'f64', facing: 'u8' },

  /** What others see it as. `tick`: when any of this last changed; set it with every change. */
  identity: {
    kind: 'u8',
    template: 'u16',
    level: 'u8',
    name: lanes('u8', nameBytesMax),
    nameLength: 'u8',
    tick: 'u32',
  },

  /** Body and wish to move. Players' wishes come from their steps, creatures' from their decisions. */
  motion: {
    radius: 'f64',
    /** Metres per second at full wish; 0 for one who cannot move. */
    speed: 'f64',
    /** Direction, at most 1 long. */
    wishX: 'f64',
    wishY: 'f64',
  },

  /**
   * A player's connection and its steps that wait to be applied. What an input touches lies in rows, not in one column a
   * field: inputs come in any order of players, and each column would be a cache miss.
   */
  player: {
    /** 0 while its player is gone and the character stays for a while. */
    session: 'u32',
    /** Id of the stored character: who it is, whatever its entity. Rights are held by it. */
    character: 'u32',
    /** Newest input step that was applied whole, and the position after it (what Snapshot tells its player). */
    lastInput: 'u16',
    settledX: 'f64',
    settledY: 'f64',
    /** By how much it sees others late, 0 for unknown; see skills/view-lag. */
    viewLagTicks: 'f64',
    stepQueue: lanes('u16', stepQueueNumbers),
    steps: lanes('u32', stepQueueMax),
    stepSequence: lanes('u16', stepQueueMax),
  },

  /** Stands in a safe zone; kept by zones. */
  safe: {},
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof bodyColumns> {}
}
