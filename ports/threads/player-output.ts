// What the simulation tells players. The adapter encodes it into packets and hands them to the player's gateway.
// A session is named by the number its gateway gave it. Calls never throw and never block; what does not fit is counted.

import type {
  ChatScope,
  CombatOutcome,
  DisconnectReason,
  RefusalReason,
} from '#domain/vocabulary/vocabulary.js';

export interface PlayerOutput {
  placed(session: number, entity: number, map: number): void;
  welcome(session: number, entity: number, tick: number, name: string, map: number, mapKey: string): void;
  mapChanged(session: number, map: number, mapKey: string, x: number, y: number): void;
  characterStatus(session: number, status: CharacterNumbers): void;
  inventorySlot(session: number, slot: number, item: number, count: number): void;
  refused(session: number, requestPacketId: number, reason: RefusalReason): void;
  /** To one session. */
  chat(session: number, scope: ChatScope, speaker: number, name: string, text: string): void;
  /** To all who see `speaker`. */
  chatNearby(speaker: number, name: string, text: string): void;
  /** To everybody in the world, from nobody in it. */
  chatEverybody(text: string): void;
  /** To all who see `target`, and to its player. */
  combat(source: number, target: number, skill: number, outcome: CombatOutcome, amount: number): void;
  end(session: number, reason: DisconnectReason, detail: string): void;
}

export interface CharacterNumbers {
  level: number;
  experience: number;
  experienceNext: number;
  healthMax: number;
  manaMax: number;
  coins: number;
}
