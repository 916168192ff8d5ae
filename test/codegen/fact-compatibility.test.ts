// What journals hold is read for ever: every change of a durable fact since it was locked is refused.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeChanges } from '#codegen/compat/change.js';
import { compareFacts } from '#codegen/compat/compare-facts.js';
import { journalLockPath, lockFacts, readLockedFacts } from '#codegen/compat/locked-facts.js';
import { loadSchema } from '#codegen/load-schema.js';
import { schemaOf } from './support/schema-text.js';

const locked = `
enum Deed : u8 {
  give = 1
  take = 2
}
/// Moved.
fact Moved = 7 told nobody durable {
  subject
  verb: Deed
  amount
}
/// Written.
fact Written = 8 told nobody durable words {
  subject
}
/// Seen.
fact Seen = 9 told nobody {
  subject
}
`;

function changesTo(from: string, to: string): string[] {
  const now = locked.replace(from, to);
  if (now === locked) throw new Error('the edit changed nothing');
  return describeChanges(compareFacts(lockFacts(schemaOf(locked)), lockFacts(schemaOf(now)))).slice(0, -1);
}

const layout = 'subject u32, verb u8 Deed, amount f64';

describe('a durable fact', () => {
  it.each([
    [
      'keeps the order of its numbers',
      '  verb: Deed\n  amount',
      '  amount\n  verb: Deed',
      `breaking: Moved: it holds subject u32, amount f64, verb u8 Deed where it held ${layout}; declare a new fact instead`,
    ],
    [
      'gets no further numbers',
      '  amount',
      '  amount\n  after',
      `breaking: Moved: it holds ${layout}, after f64 where it held ${layout}; declare a new fact instead`,
    ],
    [
      'loses none',
      '\n  amount',
      '',
      `breaking: Moved: it holds subject u32, verb u8 Deed where it held ${layout}; declare a new fact instead`,
    ],
    [
      'keeps its words',
      'durable words',
      'durable',
      'breaking: Written: it holds subject u32 where it held subject u32, words; declare a new fact instead',
    ],
    ['keeps its number', 'Moved = 7', 'Moved = 17', 'breaking: Moved: the number is 17 where it was 7'],
    ['keeps its name', 'fact Moved', 'fact Shoved', "breaking: Moved: its number 7 belongs to 'Shoved' now"],
    [
      'stays durable',
      'nobody durable words',
      'nobody words',
      'breaking: Written: the durable fact 8 is gone; journals hold it',
    ],
  ])('%s', (_, from, to, change) => {
    expect(changesTo(from, to)).toEqual([change]);
  });

  it('gives its number to no other', () => {
    const changes = changesTo(
      'fact Moved = 7 ',
      'fact Moved = 10 told nobody durable {\n  subject\n}\n/// T.\nfact Thrown = 7 ',
    );
    expect(changes).toContain("breaking: Moved: its number 7 belongs to 'Thrown' now");
  });

  it('may be new, and others may change', () => {
    expect(changesTo('Seen = 9 told nobody', 'Seen = 10 told nobody durable')).toEqual([
      'safe: Seen: the durable fact is new and not locked yet',
    ]);
    expect(changesTo('Seen = 9', 'Spotted = 9')).toEqual([]);
  });
});

describe('an enum of a durable fact', () => {
  it.each([
    [
      'renames no member',
      'give = 1',
      'hand = 1',
      "breaking: Deed.give: its value 1 is called 'hand' now; journals mean 'give'",
    ],
    ['loses none', '  take = 2\n', '', 'breaking: Deed.take: the value 2 is gone; journals hold it'],
    ['renumbers none', 'take = 2', 'take = 3', 'breaking: Deed.take: the value is 3 where it was 2'],
    [
      'may have more',
      'take = 2',
      'take = 2\n  lend = 3',
      'safe: Deed.lend: the value is new and not locked yet',
    ],
  ])('%s', (_, from, to, change) => {
    expect(changesTo(from, to)).toEqual([change]);
  });

  it('exchanges no two', () => {
    expect(changesTo('  give = 1\n  take = 2', '  give = 2\n  take = 1')).toHaveLength(2);
  });
});

describe('the lock of the game', () => {
  it("is kept by today's schema", () => {
    const before = readLockedFacts(journalLockPath)!;
    const changes = compareFacts(before, lockFacts(loadSchema('protocol-schema')));
    // What is new is locked before it lands (`npm run codegen -- lock-facts`): journals hold it from then on.
    expect(changes).toEqual([]);
    expect(before.facts.length).toBeGreaterThan(0);
  });

  it('is read whole or refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tos-lock-'));
    const path = join(folder, 'lock.json');
    try {
      expect(existsSync(path)).toBe(false);
      expect(readLockedFacts(path)).toBeUndefined();
      writeFileSync(path, '{');
      expect(() => readLockedFacts(path)).toThrow('is no JSON');
      writeFileSync(path, '{"format":2}');
      expect(() => readLockedFacts(path)).toThrow('is no lock of durable facts in format 1');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
