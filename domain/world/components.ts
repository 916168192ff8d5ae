// What entities of the game can have. One row per entity in every column; see ecs/component for add and remove.
// Ids of entities are stored whole (place and generation), so that a reference to a destroyed entity is noticed.

import type { EntityStore } from '../engine/ecs/store.js';
import { lanes } from '../engine/ecs/columns.js';

/** Steps of movement a player may have waiting, a little over the longest burst after a network hiccup. */
export const stepQueueMax = 16;
/** Skills of one actor that cool down independently. */
export const cooldownSlots = 8;
/** Places of one path that a walker keeps; on longer ones it asks again on its way. */
export const waypointsMax = 12;
/** UTF-8 bytes of a name (NameBytesMax of the schema). */
export const nameBytesMax = 24;

/** Numbers that say where a player's queue of steps stands; see movement/player-steps. */
export const stepQueueNumbers = 8;

/**
 * A player's connection and its steps that wait to be applied. What an input touches lies in rows, not in one column a
 * field: inputs come in any order of players, and each column would be a cache miss.
 */
const playerLayout = {
  /** 0 while its player is gone and the character stays for a while. */
  session: 'u32',
  /** Who it is, whatever its entity: see application/seats/roster. Rights are held by this number. */
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
} as const;

export function createComponents(store: EntityStore) {
  return {
    /** Where it is. `map` is an index into `World.maps`; x and y in metres; facing 256 to a turn, 0 east, clockwise. */
    transform: store.component('transform', { map: 'u16', x: 'f64', y: 'f64', facing: 'u8' }),

    /** What others see it as. `tick`: when any of this last changed; set it with every change. */
    identity: store.component('identity', {
      kind: 'u8',
      template: 'u16',
      level: 'u8',
      name: lanes('u8', nameBytesMax),
      nameLength: 'u8',
      tick: 'u32',
    }),

    /** Body and wish to move. Players' wishes come from their steps, creatures' from their decisions. */
    motion: store.component('motion', {
      radius: 'f64',
      /** Metres per second at full wish; 0 for one who cannot move. */
      speed: 'f64',
      /** Direction, at most 1 long. */
      wishX: 'f64',
      wishY: 'f64',
    }),

    player: store.component('player', playerLayout),

    /** Points; whole numbers, fractions gather in the remainders. Alive means health above 0 and no `dead` tag. */
    vitals: store.component('vitals', {
      health: 'f64',
      healthMax: 'f64',
      mana: 'f64',
      manaMax: 'f64',
      healthRemainder: 'f64',
      manaRemainder: 'f64',
    }),

    combat: store.component('combat', {
      /** Tick from which each skill may be used again. */
      cooldownReadyTick: lanes('u32', cooldownSlots),
      globalReadyTick: 'u32',
      inCombatUntilTick: 'u32',
      /** Entity id. */
      target: 'u32',
      power: 'f64',
      armour: 'f64',
    }),

    creature: store.component('creature', {
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
    }),

    /** How a creature gets to its goal where no straight way leads; see ai/routes. */
    route: store.component('route', {
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
    }),

    loot: store.component('loot', {
      item: 'u16',
      count: 'u16',
      /** The character (player.character) who may take it, 0 for anyone. */
      owner: 'u32',
      ownedUntilTick: 'u32',
      expiresTick: 'u32',
    }),

    /** `sinceTick` lies before the first tick for who died in an earlier run, hence no unsigned column. */
    dead: store.component('dead', { sinceTick: 'f64' }),
    /** Stands in a safe zone; kept by movement/zones. */
    safe: store.component('safe', {}),
    casting: store.component('casting', {}),
    stunned: store.component('stunned', {}),
  };
}

export type Components = ReturnType<typeof createComponents>;
