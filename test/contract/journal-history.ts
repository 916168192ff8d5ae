// What every journal promises of who and what its entries name; part of its suite. The plain twin looks through all.

import { expect, it } from '@jest/globals';
import { names } from '#domain/ledger/entries/entry-in-words.js';
import type { HistorySubject, Journal } from '#ports/storage/journal.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import type { MakeJournal } from './journal.js';

export function testHistory(make: MakeJournal): void {
  it('finds the entries that name a stack or a character, wherever they are asked for', async () => {
    const { journal } = await make();
    const traffic = new EncodedWindows(40, 8, 5);
    for (let i = 0; i < 20; i++) journal.append(journal.end.number + 1, traffic.next().bytes);
    for (const [subject, all] of lookedThrough(journal)) {
      expect(found(journal, subject)).toEqual(all);
      const middle = all[all.length >> 1] ?? 1;
      expect(found(journal, subject, middle)).toEqual(all.filter((number) => number < middle));
    }
    expect(journal.naming({ stack: 999_999 }, Infinity)).toEqual({ numbers: [], from: 1, isOldest: true });
    expect(journal.naming({ stack: 1 }, 1)).toEqual({ numbers: [], from: 1, isOldest: true });
  });

  it('finds them in some fifty thousand entries, whatever was tended when, of those that are kept, and opened anew', async () => {
    const { journal, reopen } = await make({ keptEntries: 30_000 });
    const traffic = new EncodedWindows(500, 40, 7);
    for (let i = 0; journal.end.number < 50_000; i++) {
      journal.append(journal.end.number + 1, traffic.next(1 + ((i * 37) % 500)).bytes);
      for (let piece = i % 4; piece > 0; piece--) journal.tend();
    }
    const check = (now: Journal): void => {
      for (const [subject, all] of lookedThrough(now).filter((_, i) => i % 97 === 0))
        expect(found(now, subject)).toEqual(all);
    };
    check(journal);
    while (journal.tend());
    check(journal);
    if (reopen === undefined) return;
    const again = await reopen();
    check(again);
    while (again.tend());
    again.append(again.end.number + 1, traffic.next(50).bytes);
    check(again);
  });
}

/** Who and what is named, and by which entries, the newest first. */
function lookedThrough(journal: Journal): [HistorySubject, number[]][] {
  const all = new Map<string, [HistorySubject, number[]]>();
  journal.entries(1, (facts, row, number) => {
    const named = [
      { stack: facts.instance[row]! },
      { character: facts.character[row]! },
      { character: facts.counterpart[row]! },
    ].filter((one) => Object.values(one)[0] !== 0 && names(facts, row, one));
    for (const key of new Set(named.map((one) => JSON.stringify(one)))) {
      const known = all.get(key) ?? [JSON.parse(key) as HistorySubject, []];
      known[1].unshift(number);
      all.set(key, known);
    }
  });
  return [...all.values()];
}

function found(journal: Journal, subject: HistorySubject, before = Infinity): number[] {
  const numbers: number[] = [];
  for (let from = before; ;) {
    const piece = journal.naming(subject, from);
    numbers.push(...piece.numbers);
    if (piece.isOldest) return numbers;
    expect(piece.from).toBeLessThan(from);
    from = piece.from;
  }
}
