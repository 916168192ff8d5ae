// Which character a command is about: its id, and the name that it must bear, which shows that both sides mean the same.

import type { NamedCharacter } from '#ports/storage/characters/named-character.js';

const nameBytesMax = 24;

/** Undefined when it is not that. */
export function characterNamed({
  characterId,
  name,
}: Readonly<Record<string, unknown>>): NamedCharacter | undefined {
  if (!Number.isSafeInteger(characterId)) return undefined;
  if (typeof name !== 'string' || name === '' || name.length > nameBytesMax) return undefined;
  return { characterId: characterId as number, name };
}
