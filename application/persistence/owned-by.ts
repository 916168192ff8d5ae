// What the journal knows of a character, put on what the character store knows: who owns what is the journal's word alone.

import type { Content } from '#domain/content/content.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { startCharacter } from '#domain/player/newborn.js';
import { copyNumbers } from '#domain/vocabulary/generated/character-numbers.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';
import type { CharacterOwnership } from '#ports/storage/ownership.js';

/** One that owns nothing, earned nothing and did nothing has not begun its life: it gets level 0, and what beginners get. */
export function withPossessions(
  owned: CharacterOwnership,
  character: StoredCharacter,
  { quests: known }: Pick<Content, 'quests'>,
): StoredCharacter {
  const { stacks, coins, experience, professions, commands } = owned;
  const owns = stacks.length + coins + experience + professions.length > 0;
  const hasBegun = owns || commands.length > 0 || character.playedSeconds > 0;
  // Completed and not in the content any more they mean nothing to anybody; they stay in the journal.
  const quests = owned.quests.filter(({ quest, stage }) => stage > 0 || known[quest] !== undefined);
  const level = hasBegun ? character.level : 0;
  const possessions = { stacks, professions, commands, quests };
  return { ...character, level, coins, experience, inventory: [], possessions };
}

/** How a character is stored before it was ever in the world: where the content has beginners start, owning nothing. */
export function unborn(content: Content, accountId: string, name: string): StoredCharacter {
  const sheet = new CharacterSheet();
  startCharacter(sheet, content);
  const numbers = { ...leastCharacterNumbers };
  copyNumbers(numbers, sheet);
  const { mapKey, x, y, level } = sheet;
  return {
    ...numbers,
    ...{ characterId: 0, accountId, name, mapKey, x, y, level },
    ...{ cooldowns: [], sales: [], savedUnixMs: 0, inventory: [] },
  };
}
