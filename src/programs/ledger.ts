// `npm run ledger`: whether a journal adds up, one stack's life, and a character that gets back what it had. See --help.

import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { damaged, GameFileError } from '#adapters/sqlite/schema/game-file-error.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { lifeOfStack } from '#application/ledger/life-of-stack.js';
import { ownedByCharacter } from '#application/ledger/owned-by-character.js';
import type { LedgerWords } from '#application/ledger/place-of.js';
import { JournalError } from '#ports/storage/journal.js';
import { parseLedgerFlags, type LedgerTask } from '../ledger/ledger-flags.js';
import { restoreTask } from '../ledger/restore-task.js';
import { askedFor } from '../process/command-line.js';

const asked = askedFor(parseLedgerFlags(process.argv.slice(2)));
if (asked !== undefined) {
  try {
    const { task } = asked.flags;
    const isDone = task.task === 'restore' ? await restoreTask(task) : look(task);
    process.exitCode = isDone ? 0 : 1;
  } catch (error) {
    if (!(error instanceof GameFileError || error instanceof JournalError)) throw error;
    const isDamage = error instanceof JournalError && error.code === 'corrupt';
    console.error(isDamage ? damaged(asked.flags.task.file, error.message) : error.message);
    process.exitCode = 1;
  }
}

function look(task: Exclude<LedgerTask, { task: 'restore' }>): boolean {
  const ledger = new StoredLedger(task.file);
  try {
    return lookAt(ledger, task);
  } finally {
    ledger.close();
  }
}

function lookAt(ledger: StoredLedger, task: Exclude<LedgerTask, { task: 'restore' }>): boolean {
  if (task.task === 'item') {
    const lines = lifeOfStack(ledger, task.instance, { words: wordsOf(ledger) });
    for (const line of lines) console.log(line);
    if (lines.length === 0) console.error(`no entry is of a stack ${task.instance}`);
    return lines.length > 0;
  }
  if (task.task === 'character') {
    const character = ledger.characterNamed(task.name);
    if (character === undefined) console.error(`there is no character '${task.name}'`);
    else for (const line of ownedByCharacter(ledger, character)) console.log(line);
    return character !== undefined;
  }
  const { entries, base, findings, sums } = checkLedger(ledger);
  for (const line of sums) console.log(line);
  for (const line of findings) console.error(line);
  const verdict = findings.length === 0 ? 'it adds up' : `${findings.length} findings`;
  const older = base === 0 ? '' : ` upon what ${base} older ones came to`;
  console.log(`${task.file}: ${entries} entries${older}, ${verdict}`);
  return findings.length === 0;
}

function wordsOf(ledger: StoredLedger): LedgerWords {
  const names = new Map([...ledger.charactersByName()].map(([name, id]) => [id, name]));
  const storedAt = (entry: number): string | undefined => {
    const seconds = ledger.storedAt(entry);
    return seconds === undefined ? undefined : `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  };
  return { nameOf: (character) => names.get(character), storedAt };
}
