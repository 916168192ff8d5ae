// A character in a stopped server's file gets what it owned at an earlier time.

import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { restoreCharacter } from '#application/ledger/restore-character.js';
import { nameKey } from '#ports/names/name-key.js';
import type { LedgerTask } from './ledger-flags.js';

type RestoreTask = Extract<LedgerTask, { task: 'restore' }>;

interface Found {
  readonly character: number;
  readonly entry: number;
}

/** Tells what changes, and with `isMeant` changes it. False when there is no such character, time, or change. */
export async function restoreTask(task: RestoreTask): Promise<boolean> {
  const found = look(task);
  if (found === undefined) return false;
  if (task.isMeant) await change(task.file, found);
  const done = task.isMeant ? 'owns again' : 'would own again (nothing is changed without --yes)';
  console.log(`${task.name} ${done} what it owned at ${inWords(task)}, after entry ${found.entry}`);
  return true;
}

/** Undefined, and told, where there is nothing to do. */
function look(task: RestoreTask): Found | undefined {
  const ledger = new StoredLedger(task.file);
  try {
    const found = find(ledger, task);
    if (typeof found === 'string') {
      console.error(found);
      return undefined;
    }
    const { lines } = restoreCharacter(ledger, found.character, found.entry);
    for (const line of lines) console.log(line);
    if (lines.length > 0) return found;
    console.error(`${task.name} owns what it owned at ${inWords(task)}, after entry ${found.entry}`);
    return undefined;
  } finally {
    ledger.close();
  }
}

function inWords({ unixSeconds }: RestoreTask): string {
  return new Date(unixSeconds * 1000).toISOString();
}

/** Or what is missing. */
function find(ledger: StoredLedger, { name, unixSeconds }: RestoreTask): Found | string {
  const names = [...ledger.charactersByName()];
  const character = names.find(([each]) => nameKey(each) === nameKey(name))?.[1];
  if (character === undefined) return `there is no character '${name}'`;
  const entry = ledger.storedBy(unixSeconds);
  if (entry === undefined)
    return 'all entries that are kept were stored later: restore an older backup beside it, and look there';
  return { character, entry };
}

async function change(path: string, { character, entry }: Found): Promise<void> {
  const file = await openGameFile(path);
  try {
    const journal = new SqliteJournal(file);
    const { facts } = restoreCharacter(journal, character, entry);
    journal.append(journal.end.number + 1, facts);
    journal.close();
  } finally {
    closeGameFile(file);
  }
}
