// What one writes first: each operation is a transaction of its own, an entry and a stack, at synchronous=FULL.

import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import type { JournalRunReport } from './journal-run.js';

export function runNaive({ db }: GameFile, seconds: number, players: number): JournalRunReport {
  db.exec(`
    CREATE TABLE naive_stacks (
      instance INTEGER PRIMARY KEY, item INTEGER NOT NULL, count INTEGER NOT NULL, holder INTEGER NOT NULL,
      owner INTEGER NOT NULL, slot INTEGER NOT NULL, wear INTEGER NOT NULL, bound INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX naive_stacks_by_owner ON naive_stacks (owner, holder);
  `);
  const entry = db.prepare(
    'INSERT INTO journal (last, first, first_tick, last_tick, instance, document, checksum, entries) VALUES (?, ?, ?, ?, ?, 0, 0, ?)',
  );
  const stack = db.prepare(
    `INSERT INTO naive_stacks (instance, item, count, holder, owner, slot, wear, bound) VALUES (?, ?, ?, 1, ?, ?, 0, 0)
     ON CONFLICT (instance) DO UPDATE SET count = excluded.count, owner = excluded.owner, slot = excluded.slot`,
  );
  const bytes = Buffer.alloc(79);
  const store = db.transaction((number: number) => {
    const instance = 1 + ((Math.imul(number, 2_654_435_761) >>> 0) % (players * 20));
    entry.run(number, number, number, number, instance, bytes);
    stack.run(instance, 1 + (number % 18), 1 + (number % 20), 1 + (instance % players), number % 32);
  });
  const took: number[] = [];
  const before = process.cpuUsage();
  const startMs = performance.now();
  let nowMs = startMs;
  while (nowMs - startMs < seconds * 1000) {
    store.immediate(took.length + 1);
    const afterMs = performance.now();
    took.push(afterMs - nowMs);
    nowMs = afterMs;
  }
  const { user, system } = process.cpuUsage(before);
  const sorted = took.toSorted((a, b) => a - b);
  db.close();
  return {
    ...{ operations: took.length, facts: took.length, bytes: took.length * bytes.length },
    ...{ seconds: (nowMs - startMs) / 1000, cpuUs: user + system, commits: took.length },
    ackMsP50: sorted[took.length >> 1] ?? 0,
    ackMsP99: sorted[Math.floor(took.length * 0.99)] ?? 0,
  };
}
