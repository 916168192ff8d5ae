// A character in a stopped server's file gets what it owned at an earlier time.

import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { restoreCharacter } from '#application/ledger/restore/restore-character.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
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

function inWords({ unixSeconds }: Pick<RestoreTask, 'unixSeconds'>): string {
  return new Date(unixSeconds * 1000).toISOString();
}

/** Or what is missing. */
function find(ledger: StoredLedger, task: RestoreTask): Found | string {
  const { name, unixSeconds } = task;
  const character = ledger.characterNamed(name);
  if (character === undefined) return `there is no character '${name}'`;
  const now = Date.now();
  if (unixSeconds * 1000 > now)
    return `TIME ${inWords(task)} is still to come: now it is ${new Date(now).toISOString()}`;
  const entry = ledger.storedBy(unixSeconds);
  const began = beginningAfter(ledger, task, character, entry);
  if (began !== undefined) return `${name} was not there yet at ${inWords(task)}: it began ${began}`;
  if (entry === undefined)
    return 'all entries that are kept were stored later: restore an older backup beside it, and look there';
  return { character, entry };
}

/** When a character began that was not there yet: who owned nothing then because it was nobody would lose everything. */
function beginningAfter(
  ledger: StoredLedger,
  { unixSeconds }: RestoreTask,
  character: number,
  entry: number | undefined,
): string | undefined {
  const madeAtUnixMs = ledger.madeAtUnixMs(character);
  if (madeAtUnixMs !== undefined && Math.floor(madeAtUnixMs / 1000) > unixSeconds)
    return `at ${new Date(madeAtUnixMs).toISOString()}`;
  if (entry === undefined) return undefined;
  let began: number | undefined;
  ledger.entries(entry + 1, (facts, row, number) => {
    if (facts.kind[row] !== FactKind.characterBegan || facts.character[row] !== character) return true;
    began = number;
    return false;
  });
  if (began === undefined) return undefined;
  return `with entry ${began}, stored at ${inWords({ unixSeconds: ledger.storedAt(began)! })}`;
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
