// Generated from protocol-schema by `npm run codegen`; changes here are lost.
// What players are told.

import type { ChatScope, CombatOutcome, RefusalReason } from './words.js';

/** First message to a player who stands in the world. */
export interface WelcomeMessage {
  /**
   * The player's own entity.
   * (u32)
   */
  readonly entity: number;
  /**
   * The server's tick when it sent this.
   * (u32)
   */
  readonly tick: number;
  /**
   * The character's name.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  /**
   * Numeric id of the map, from the content.
   * (u16)
   */
  readonly map: number;
  /**
   * Name of the map, from the content.
   * (up to 32 bytes of UTF-8)
   */
  readonly mapKey: string;
  /**
   * Hash of the content the server runs; see "Content" below. A client that has another game shows wrong names, no more.
   * (u32)
   */
  readonly contentHash: number;
}

/**
 * The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other does.
 */
export interface MapChangedMessage {
  /**
   * Numeric id of the map, from the content.
   * (u16)
   */
  readonly map: number;
  /**
   * Name of the map, from the content.
   * (up to 32 bytes of UTF-8)
   */
  readonly mapKey: string;
  /**
   * Where the player stands now, in metres: x grows to the east.
   * (0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m)
   */
  readonly x: number;
  /**
   * y grows to the south.
   * (0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m)
   */
  readonly y: number;
}

/** The player's own numbers, sent when one of them changed. */
export interface CharacterStatusMessage {
  /**
   * 1 is the first.
   * (u8)
   */
  readonly level: number;
  /**
   * All that was ever earned.
   * (varint)
   */
  readonly experience: number;
  /**
   * Experience at which the next level is reached, 0 at the highest.
   * (varint)
   */
  readonly experienceNext: number;
  /**
   * Health when unhurt.
   * (u16)
   */
  readonly healthMax: number;
  /**
   * Mana when rested.
   * (u16)
   */
  readonly manaMax: number;
  /**
   * Money at hand.
   * (varint, in coins)
   */
  readonly coins: number;
}

/** One slot of the player's inventory. */
export interface InventorySlotMessage {
  /**
   * Number of the slot, from 0.
   * (u8)
   */
  readonly slot: number;
  /**
   * Item id from the content, 0 for an empty slot.
   * (u16)
   */
  readonly item: number;
  /**
   * How many of it, 0 for an empty slot.
   * (u16)
   */
  readonly count: number;
}

/** Something was said that the receiver hears. */
export interface ChatMessage {
  /** Who else hears it. */
  readonly scope: ChatScope;
  /**
   * The speaker's entity, 0 for none.
   * (u32)
   */
  readonly speaker: number;
  /**
   * The speaker's name.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  /**
   * What was said.
   * (up to 200 bytes of UTF-8)
   */
  readonly text: string;
}

/** Something happened in a fight that the receiver sees. */
export interface CombatMessage {
  /**
   * Entity that acted, 0 for none.
   * (u32)
   */
  readonly source: number;
  /**
   * Entity that it happened to.
   * (u32)
   */
  readonly target: number;
  /**
   * Skill id from the content, 0 for none.
   * (u16)
   */
  readonly skill: number;
  /** What came of it. */
  readonly outcome: CombatOutcome;
  /**
   * Health lost or gained.
   * (u16)
   */
  readonly amount: number;
}

/** A request was not done. Sent instead of any effect. */
export interface RefusedMessage {
  /**
   * Id of the message that was refused.
   * (u8)
   */
  readonly request: number;
  /** Why not. */
  readonly reason: RefusalReason;
}

/** Messages are taken at once: the caller may use the object again. */
export interface PlayerMessages {
  /** First message to a player who stands in the world. */
  welcome(to: number, message: WelcomeMessage): void;
  /**
   * The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other does.
   */
  mapChanged(to: number, message: MapChangedMessage): void;
  /** The player's own numbers, sent when one of them changed. */
  characterStatus(to: number, message: CharacterStatusMessage): void;
  /** One slot of the player's inventory. */
  inventorySlot(to: number, message: InventorySlotMessage): void;
  /** Something was said that the receiver hears. */
  chat(to: number, message: ChatMessage): void;
  /** Something happened in a fight that the receiver sees. */
  combat(to: number, message: CombatMessage): void;
  /** A request was not done. Sent instead of any effect. */
  refused(to: number, message: RefusedMessage): void;
}

/** For whoever treats all messages alike. */
export const playerMessageNames = [
  'welcome',
  'mapChanged',
  'characterStatus',
  'inventorySlot',
  'chat',
  'combat',
  'refused',
] as const satisfies readonly (keyof PlayerMessages)[];
