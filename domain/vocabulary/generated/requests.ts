// Generated from protocol-schema by `npm run codegen`; changes here are lost.
// What a client may ask of the game.

import type { ChatScope } from './words.js';

/** Ids of the packets: a refusal names by them what was refused. */
export const RequestId = {
  /** Movement, newest step last. Carrying earlier steps again costs little and spares a resend. */
  playerInput: 0x10,
  /** Uses a skill, at once or not at all. */
  useSkill: 0x11,
  /** Takes an item from the ground. */
  pickUp: 0x12,
  /** Says something. */
  chat: 0x13,
  /** A dead player asks to stand up at the bind point. */
  respawn: 0x14,
  /** The client leaves on purpose; the server saves, then disconnects. */
  leave: 0x15,
} as const;

export type RequestId = (typeof RequestId)[keyof typeof RequestId];

/** One step of a player's movement. */
export interface MoveStep {
  /**
   * Wished direction, east positive. A vector longer than 1 is shortened to 1 by the server.
   * (-1 .. 1 in steps of 1/127; clamped when encoded)
   */
  readonly moveX: number;
  /**
   * Wished direction, south positive.
   * (-1 .. 1 in steps of 1/127; clamped when encoded)
   */
  readonly moveY: number;
  /**
   * Where the player looks; 0 is east, clockwise (towards south).
   * (1/256 turn)
   */
  readonly facing: number;
  /**
   * For how many world steps this holds, 1 to 6.
   * (u8, 1 .. 6, in ticks)
   */
  readonly ticks: number;
}

/** Movement, newest step last. Carrying earlier steps again costs little and spares a resend. */
export interface PlayerInputRequest {
  /**
   * Number of the newest step; counts up by one per step and wraps. The first of a session may have any number.
   * (u16)
   */
  readonly sequence: number;
  /**
   * The server tick of which the client was showing others when it made the newest step, 0 for none. Skills are judged by
   * where their target was that long ago, at most 250 ms.
   * (u32)
   */
  readonly viewTick: number;
  readonly stepsCount: number;
  /**
   * The newest step is the last; the one before it has the number before it, and so on. Steps that the server has already are skipped.
   * (up to 8)
   */
  readonly steps: readonly MoveStep[];
}

/** Uses a skill, at once or not at all. */
export interface UseSkillRequest {
  /**
   * Skill id from the content; 1 is the plain attack with the weapon at hand.
   * (u16)
   */
  readonly skill: number;
  /**
   * Entity id from EntityState, 0 for none.
   * (u32)
   */
  readonly target: number;
}

/** Takes an item from the ground. */
export interface PickUpRequest {
  /**
   * Entity id of a loot entity within reach.
   * (u32)
   */
  readonly loot: number;
}

/** Says something. */
export interface ChatRequest {
  /** `say` or `zone`. */
  readonly scope: ChatScope;
  /**
   * Not empty once trimmed; refused as a whole with control or invisible direction characters.
   * (up to 200 bytes of UTF-8)
   */
  readonly text: string;
}

/**
 * What the rules do with each request of a player in the world. Requests were decoded and lie within their limits; the
 * objects are reused after the call.
 */
export interface GameRequests {
  playerInput(session: number, request: PlayerInputRequest): void;
  useSkill(session: number, request: UseSkillRequest): void;
  pickUp(session: number, request: PickUpRequest): void;
  chat(session: number, request: ChatRequest): void;
  respawn(session: number): void;
}
