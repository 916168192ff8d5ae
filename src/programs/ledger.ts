// `npm run ledger`: whether a journal adds up, one stack's life, and a character that gets back what it had. See --help.

import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { GameFileError } from '#adapters/sqlite/schema/game-file-error.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { lifeOfStack } from '#application/ledger/life-of-stack.js';
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
    console.error(error.message);
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
    const lines = lifeOfStack(ledger, task.instance);
    for (const line of lines) console.log(line);
    if (lines.length === 0) console.error(`no entry is of a stack ${task.instance}`);
    return lines.length > 0;
  }
  const { entries, base, findings, sums } = checkLedger(ledger);
  for (const line of sums) console.log(line);
  for (const line of findings) console.error(line);
  const verdict = findings.length === 0 ? 'it adds up' : `${findings.length} findings`;
  const older = base === 0 ? '' : ` upon what ${base} older ones came to`;
  console.log(`${task.file}: ${entries} entries${older}, ${verdict}`);
  return findings.length === 0;
}
