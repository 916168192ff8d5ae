// One process of the histories' benchmark: a new game file with item traffic of many entries and its index, then pages of stacks
// and of characters, one after the other. Started by history.ts.

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { historyOf } from '#application/ledger/history.js';
import { names } from '#domain/ledger/entries/entry-in-words.js';
import type { HistorySubject } from '#ports/storage/journal.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { answer, argument } from '../harness/child.js';

export interface HistoryRunArgument {
  readonly entries: number;
  readonly players: number;
  /** In a window. */
  readonly operations: number;
  readonly pageLength: number;
  /** Pages that are asked for, of each kind. */
  readonly pages: number;
  /** Of each kind, whose entries are looked up without the index too. */
  readonly proven: number;
}

export interface HistoryRunReport {
  readonly entries: number;
  readonly fillSeconds: number;
  readonly indexSeconds: number;
  /** The longest piece of making the index. */
  readonly longestTendMs: number;
  readonly bytes: number;
  readonly indexBytes: number;
  readonly stackMs: readonly number[];
  readonly stackEntries: number;
  readonly characterMs: readonly number[];
  /** Through all entries, without the index; all that are proven at once. */
  readonly plainSeconds: number;
}

const asked = argument<HistoryRunArgument>();
const folder = mkdtempSync(join('/var/tmp', 'tos-bench-history-'));
try {
  answer(await run());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.disconnect?.();

async function run(): Promise<HistoryRunReport> {
  const path = join(folder, 'game.sqlite');
  const file = await openGameFile(path);
  const journal = new SqliteJournal(file);
  const source = new EncodedWindows(asked.operations, asked.players);
  const fillSeconds = seconds(() => {
    while (journal.end.number < asked.entries) journal.append(journal.end.number + 1, source.next().bytes);
  });
  const bytes = statSync(path).size;
  let longestTendMs = 0;
  const indexSeconds = seconds(() => {
    for (let goesOn = true; goesOn;) {
      const beganMs = performance.now();
      goesOn = journal.tend();
      longestTendMs = Math.max(longestTendMs, performance.now() - beganMs);
    }
  });
  const { instance } = journal.end;
  const spread = (most: number, i: number): number => 1 + ((i * 7919 * 104_729) % most);
  const stacks = Array.from({ length: asked.pages }, (_, i) => ({ stack: spread(instance, i) }));
  const characters = Array.from({ length: asked.pages }, (_, i) => ({ character: spread(asked.players, i) }));
  const proven = [...stacks.slice(0, asked.proven), ...characters.slice(0, asked.proven)];
  const plainSeconds = await prove(journal, proven);
  const [stackMs, stackEntries] = await timed(journal, stacks);
  const [characterMs] = await timed(journal, characters);
  const report = { entries: journal.end.number, fillSeconds, indexSeconds, longestTendMs, bytes };
  const indexBytes = file.db
    .prepare<[], number>('SELECT sum(length(postings)) FROM journal_index')
    .pluck()
    .get()!;
  journal.close();
  closeGameFile(file);
  return { ...report, indexBytes, stackMs, stackEntries, characterMs, plainSeconds };
}

async function timed(
  journal: SqliteJournal,
  subjects: readonly HistorySubject[],
): Promise<[number[], number]> {
  const tookMs: number[] = [];
  let entries = 0;
  for (const of of subjects) {
    const beganMs = performance.now();
    const page = await historyOf(journal, { of, limit: asked.pageLength }, setImmediate);
    tookMs.push(performance.now() - beganMs);
    entries += page.entries.length;
  }
  return [tookMs, entries];
}

/** The newest of each, found by looking through all, are those of its page. Answers how long that took. */
async function prove(journal: SqliteJournal, subjects: readonly HistorySubject[]): Promise<number> {
  const all = subjects.map((): number[] => []);
  const took = seconds(() =>
    journal.entries(1, (facts, row, number) => {
      for (const [i, subject] of subjects.entries()) if (names(facts, row, subject)) all[i]!.push(number);
    }),
  );
  for (const [i, of] of subjects.entries()) {
    const page = await historyOf(journal, { of, limit: asked.pageLength }, setImmediate);
    const wanted = all[i]!.slice(-asked.pageLength).reverse();
    if (JSON.stringify(page.entries.map(({ number }) => number)) !== JSON.stringify(wanted))
      throw new Error(`${JSON.stringify(of)}: the index says otherwise than all entries`);
  }
  return took;
}

function seconds(work: () => void): number {
  const beganMs = performance.now();
  work();
  return (performance.now() - beganMs) / 1000;
}
