// What is stored of a character, as one JSON text that fits into the answer to an operator's command. See
// docs/personal-data.md for its fields.

import { documentBytesMax } from '#ports/admin/operations/operator-command.js';
import { utf8Bytes } from '#domain/vocabulary/bytes/utf8.js';
import type { CharacterRecords, RecordsOfCharacter } from '#ports/storage/characters/character-records.js';

/** Changes of meaning get another number; what is only added does not. */
const version = 1;
const entriesMax = 1_000;
/** Two seconds of reading; older entries are in backups and in the file. */
const lookMax = 1_000_000;

/** Undefined when there is no such character. */
export async function exportDocument(
  records: CharacterRecords,
  { characterId, name }: { readonly characterId: number; readonly name: string },
): Promise<string | undefined> {
  const found = await records.of({ characterId, name, entriesMax, lookMax });
  if (found === undefined) return undefined;
  let rest = found;
  for (;;) {
    const text = textOf(rest);
    if (utf8Bytes(text) <= documentBytesMax) return text;
    if (rest.entries.length === 0) throw new Error(`character ${characterId} does not fit into an export`);
    rest = { ...rest, entries: rest.entries.slice(0, rest.entries.length >> 1), isComplete: false };
  }
}

function textOf({ tables, entries, isComplete }: RecordsOfCharacter): string {
  return JSON.stringify({ version, tables, entries, isComplete });
}
