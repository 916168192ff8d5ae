// One process of the journal's benchmark: a new game file on the disk, windows of item traffic appended to it as fast as it
// takes them, or a transaction an operation as one would write it first, or recovery of a long journal. Started by journal.ts.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { SqliteEconomyStore } from '#adapters/sqlite/economy/sqlite-economy-store.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { answer, argument } from '../harness/child.js';
import { quantile } from '../harness/report.js';
import { Economy } from '#application/economy/economy.js';
import { betweenPiecesMs } from '#application/economy/keep-economy.js';
import { EncodedWindows, type EncodedWindow } from '#src/journal-traffic/encoded-windows.js';
import { runNaive } from './naive-store.js';

export interface JournalRunArgument {
  /** `economy`: as `full`, and the sums of the economy follow meanwhile, as they do in a server. */
  readonly variant: 'full' | 'economy' | 'normal' | 'naive' | 'recovery';
  readonly seconds: number;
  readonly players: number;
  /** Operations in a window; entries in all, for 'recovery'. */
  readonly size: number;
}

export interface JournalRunReport {
  readonly operations: number;
  readonly facts: number;
  readonly seconds: number;
  readonly cpuUs: number;
  readonly commits: number;
  readonly ackMsP50: number;
  readonly ackMsP99: number;
  readonly bytes: number;
}

const { variant, seconds, players, size } = argument<JournalRunArgument>();
/** More is not made ready than the fastest run takes. */
const operationsPerSecondMost = 600_000;

const folder = mkdtempSync(join(tmpdir(), 'tos-bench-journal-'));
try {
  const path = join(folder, 'game.sqlite');
  const file = await openGameFile(path);
  if (variant === 'naive') answer(runNaive(file, seconds, players));
  else if (variant === 'recovery') answer(await recover(file, path));
  else answer(appendWindows(file));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.disconnect?.();

function appendWindows(file: GameFile): JournalRunReport {
  const journal = new SqliteJournal(file);
  if (variant === 'normal') file.db.pragma('synchronous = NORMAL');
  const source = new EncodedWindows(size, players);
  fill(journal, source, players * 20);
  const follow = variant === 'economy' ? followed(file, journal) : undefined;
  const count = Math.ceil((seconds * operationsPerSecondMost) / size);
  const windows = Array.from({ length: count }, () => source.next());
  const took: number[] = [];
  const before = process.cpuUsage();
  const startMs = performance.now();
  let nowMs = startMs;
  let next = 0;
  while (next < windows.length && nowMs - startMs < seconds * 1000) {
    journal.append(journal.end.number + 1, windows[next++]!.bytes);
    follow?.();
    const afterMs = performance.now();
    took.push(afterMs - nowMs);
    nowMs = afterMs;
  }
  const { user, system } = process.cpuUsage(before);
  const done = windows.slice(0, next);
  const acks = acknowledgements(took);
  journal.close();
  closeGameFile(file);
  return {
    ...sums(done),
    seconds: (nowMs - startMs) / 1000,
    cpuUs: user + system,
    commits: done.length,
    ackMsP50: quantile(acks, 0.5),
    ackMsP99: quantile(acks, 0.99),
  };
}

/** A piece of what the economy does, no sooner than a server does the next. */
function followed(file: GameFile, journal: SqliteJournal): () => void {
  const economy = new Economy({ journal, store: new SqliteEconomyStore(file) }, unixSeconds());
  let dueMs = 0;
  return () => {
    if (performance.now() < dueMs) return;
    economy.tend(unixSeconds());
    dueMs = performance.now() + betweenPiecesMs;
  };
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** What arrives while a window is stored waits for that, and then for its own: evenly spread over the first. */
function acknowledgements(tookMs: readonly number[]): number[] {
  const shares = Array.from({ length: 20 }, (_, share) => (share + 0.5) / 20);
  return tookMs.slice(1).flatMap((own, before) => shares.map((share) => tookMs[before]! * share + own));
}

function fill(journal: SqliteJournal, source: EncodedWindows, operations: number): void {
  for (let done = 0; done < operations;) {
    const window = source.next();
    journal.append(journal.end.number + 1, window.bytes);
    journal.tend();
    done += window.operations;
  }
}

/** A journal of so many entries whose server was killed is opened: everything is replayed and compared with the tables. */
async function recover(file: GameFile, path: string): Promise<JournalRunReport> {
  const source = new EncodedWindows(2500, players);
  const first = new SqliteJournal(file);
  const stored: EncodedWindow[] = [];
  while (first.end.number < size) {
    const window = source.next();
    first.append(first.end.number + 1, window.bytes);
    stored.push({ ...window, bytes: new Uint8Array(0) });
  }
  // As a kill leaves them: the newest entries are only in the log, and what was proven is not noted.
  const killed = join(folder, 'killed.sqlite');
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${killed}${end}`);
  file.db.close();
  const before = process.cpuUsage();
  const startMs = performance.now();
  const opened = await openGameFile(killed);
  if (!opened.recovered) throw new Error('the file was closed cleanly');
  const journal = new SqliteJournal(opened);
  const took = performance.now() - startMs;
  const { user, system } = process.cpuUsage(before);
  if (journal.replayed < size) throw new Error(`${journal.replayed} entries were replayed, not ${size}`);
  closeGameFile(opened);
  const facts = journal.replayed;
  const cost = { seconds: took / 1000, cpuUs: user + system, commits: 0, ackMsP50: 0, ackMsP99: 0 };
  return { ...sums(stored), facts, ...cost };
}

function sums(windows: readonly EncodedWindow[]): Pick<JournalRunReport, 'operations' | 'facts' | 'bytes'> {
  const total = (of: (window: EncodedWindow) => number): number =>
    windows.reduce((sum, window) => sum + of(window), 0);
  return {
    operations: total((window) => window.operations),
    facts: total((window) => window.facts),
    bytes: total((window) => window.bytes.length),
  };
}
