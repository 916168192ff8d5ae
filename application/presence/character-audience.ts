// Who hears of characters as the control thread takes them from the simulation.

import type { StoredCharacter } from '#ports/storage/character-store.js';

export interface CharacterAudience {
  saved(character: StoredCharacter): void;
  entered(character: StoredCharacter): void;
  departed(character: StoredCharacter): void;
}

export interface NumberedAudience extends CharacterAudience {
  /** The store gave an id to a character that entered, or was saved, without one. */
  numbered(character: StoredCharacter): void;
}
