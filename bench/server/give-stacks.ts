// What players of a bench world own, as their journal's first entries.

import { join } from 'node:path';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import { noteStackChanged } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';

/** Bread, of which the content lets several lie in one slot. */
const stackItem = 8;
export const stackUnits = 5;
const factsAtOnce = 4096;

/** One stack in the first slot of the bag of each of the characters 1 to `players`. */
export async function giveStacks(dataDir: string, players: number): Promise<void> {
  const file = await openGameFile(join(dataDir, 'game.sqlite'));
  const journal = new SqliteJournal(file);
  const rows = new FactRows(factsAtOnce);
  const bytes = new Uint8Array(factsAtOnce * factSizeMax);
  for (let given = 0; given < players;) {
    rows.clear();
    for (; given < players && rows.count < factsAtOnce; given++) noteGiven(rows, given + 1);
    let end = 0;
    for (let row = 0; row < rows.count; row++) end = encodeFact(rows, row, bytes, end);
    journal.append(journal.end.number + 1, bytes.subarray(0, end));
  }
  journal.close();
  closeGameFile(file);
}

function noteGiven(rows: FactRows, character: number): void {
  const where = [HolderKind.inventory, character, 0, HolderKind.nowhere, 0, 0] as const;
  const [instance, units] = [character, stackUnits];
  const { start } = LedgerVerb;
  noteStackChanged(rows, 0, 0, character, 0, 0, start, instance, stackItem, units, units, ...where, 0, 0);
}
