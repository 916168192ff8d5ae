// Who hears of characters as the control thread takes them from the simulation.

import type { StoredCharacter } from '#ports/storage/characters/character-store.js';

export interface CharacterAudience {
  saved(character: StoredCharacter): void;
  entered(character: StoredCharacter): void;
  departed(character: StoredCharacter): void;
}
