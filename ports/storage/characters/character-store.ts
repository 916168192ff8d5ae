// Characters at rest, without what they own, which is the journal's alone. A character is stored whole, and a promise
// that resolved means that it survives the death of the process and of the machine's power.

import type { LearnedProfession, LedgerQuest, LedgerStack } from '#domain/ledger/state/ledger-state.js';
import type { CharacterNumbers } from '../generated/character-numbers.js';

export interface StoredItem {
  readonly slot: number;
  /** Item id from the content. */
  readonly item: number;
  readonly count: number;
}

/** What the journal knows of a character: what it owns, what it has learned, and what it did already. */
export interface Possessions {
  readonly stacks: readonly LedgerStack[];
  readonly professions: readonly LearnedProfession[];
  /** Keys of its newest requests that were done. */
  readonly commands: readonly number[];
  /** What it has to do with quests. */
  readonly quests: readonly LedgerQuest[];
}

/** Of one slot of skills that cool down together; those that are ready are left out. */
export interface StoredCooldown {
  readonly slot: number;
  readonly ticks: number;
}

/**
 * What a vendor gave for a stack that it keeps for the character, which the journal knows by this id. A price and no
 * possession: of a stack without one it is not known, and of one that is not kept any more it means nothing.
 */
export interface StoredSale {
  readonly instance: number;
  readonly coins: number;
}

/**
 * What a stored character may hold is written in stored-character-fault.ts and, of its numbers, in the schema. Running
 * times are those at the moment of storing.
 */
export interface StoredCharacter extends CharacterNumbers {
  /** 0 for a character that is not stored yet. */
  readonly characterId: number;
  /**
   * UUID of its account in the admin database, or of a guest's secret (ports/network/guest-account). The nil UUID for a guest of the
   * time before guests had secrets.
   */
  readonly accountId: string;
  /** Unique among all characters, whatever its case. */
  readonly name: string;
  readonly mapKey: string;
  readonly cooldowns: readonly StoredCooldown[];
  /** The first sold first. */
  readonly sales: readonly StoredSale[];
  /** When it was stored last, as the store was told then; what the caller gives is not looked at. 0 for one that is not stored. */
  readonly savedUnixMs: number;
  /** With coins and experience for those who watch who comes and goes; no store of characters keeps any of the three. */
  readonly inventory: readonly StoredItem[];
  /** Only where the journal was asked; no store of characters keeps it. */
  readonly possessions?: Possessions;
}

/** What every character that comes from a store of characters seems to own. */
export const ownsNothing = { coins: 0, experience: 0, inventory: [] as readonly StoredItem[] } as const;

/**
 * - name-taken: another character bears the name
 * - unknown-character: no character has this id and name
 * - invalid-character: a field lies outside its range; the message names it
 * - closed: the store was closed
 */
export type CharacterStoreErrorCode = 'name-taken' | 'unknown-character' | 'invalid-character' | 'closed';

export class CharacterStoreError extends Error {
  override readonly name = 'CharacterStoreError';

  constructor(
    readonly code: CharacterStoreErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Every method rejects with code 'closed' after `close`, and with 'invalid-character' for what may not be stored. */
export interface CharacterStore {
  /** By name, case-insensitive. */
  find(name: string): Promise<StoredCharacter | undefined>;
  /** Stores a new character and returns its id, which is never given again. Rejects with 'name-taken' when the name exists. */
  create(character: StoredCharacter, nowUnixMs: number): Promise<number>;
  /**
   * Stores all of them in one transaction; of two states of one character the later counts. Name and account stay as
   * they were created, but for the nil account, which becomes the one given. Rejects with 'unknown-character' and changes nothing when one has no row of this id and name.
   */
  save(characters: readonly StoredCharacter[], nowUnixMs: number): Promise<void>;
  count(): Promise<number>;
  /** Resolves when everything is at rest. Closing twice is harmless. */
  close(): Promise<void>;
}

declare module '../game-stores.js' {
  interface GameStores {
    /** Whoever opened the file closes it. */
    readonly characters: Omit<CharacterStore, 'close'>;
  }
}
