import { describe, expect, it } from '@jest/globals';
import { parseLedgerFlags } from '#src/ledger/ledger-flags.js';

describe('the command line of the ledger', () => {
  it.each([
    [['check', 'a.sqlite'], { task: 'check', file: 'a.sqlite' }],
    [['character', 'Ada', 'a.sqlite'], { task: 'character', name: 'Ada', file: 'a.sqlite' }],
    [['item', '12', 'a.sqlite'], { task: 'item', instance: 12, file: 'a.sqlite' }],
    [
      ['restore', 'Ada', '2026-11-29T08:00:00Z', 'a.sqlite'],
      { task: 'restore', name: 'Ada', unixSeconds: 1_795_939_200, file: 'a.sqlite', isMeant: false },
    ],
    [
      ['restore', 'Ada', '2026-11-29T08:00+01:00', 'a.sqlite', '--yes'],
      { task: 'restore', name: 'Ada', unixSeconds: 1_795_935_600, file: 'a.sqlite', isMeant: true },
    ],
  ])('%j', (args, task) => {
    expect(parseLedgerFlags(args)).toEqual({ kind: 'flags', flags: { task }, words: [] });
  });

  it.each([
    [[], 'what to do is missing: must be one of check, item, character, restore'],
    [['chekc', 'a'], 'chekc: must be one of check, item, character, restore; did you mean check?'],
    [['check'], 'check: FILE is missing'],
    [['check', ''], 'check: a word is empty'],
    [['item', ' ', 'a'], 'item: a word is empty'],
    [['check', 'a', 'b'], "check: 'b' is one word too many"],
    [['item'], 'item: ID and FILE are missing'],
    [['item', 'a.sqlite'], "item: ID is missing before 'a.sqlite'"],
    [['character'], 'character: NAME and FILE are missing'],
    [['character', 'Ada'], 'character: FILE is missing'],
    [['character', 'Ada', 'a', 'b'], "character: 'b' is one word too many"],
    [['item', '12'], 'item: FILE is missing'],
    [['item', '0', 'a'], "item: ID '0' must be a whole number from 1 to 9007199254740991"],
    [['item', '1.5', 'a'], "item: ID '1.5' must be a whole number from 1 to 9007199254740991"],
    [['check', 'a', '--yes'], 'check: --yes is for restore alone'],
    [['restore', 'Ada'], 'restore: TIME, FILE are missing'],
    [['restore', 'Ada', '2026-11-29T08:00Z'], 'restore: FILE is missing'],
    [
      ['restore', 'Ada', '2026-11-29 08:00', 'a'],
      "restore: TIME '2026-11-29 08:00' must be a date and time with its zone, as in 2026-11-29T08:00:00Z",
    ],
    [
      ['restore', 'Ada', '2026-13-29T08:00Z', 'a'],
      "restore: TIME '2026-13-29T08:00Z' must be a date and time with its zone, as in 2026-11-29T08:00:00Z",
    ],
    [
      ['restore', 'Ada', '2026-02-29T08:00Z', 'a'],
      "restore: TIME '2026-02-29T08:00Z' must be a date and time with its zone, as in 2026-11-29T08:00:00Z",
    ],
    [['restore', 'Ada', '2026-11-29T08:00Z', 'a', 'b'], "restore: 'b' is one word too many"],
    [['item', '1', 'a', 'b'], "item: 'b' is one word too many"],
  ])('says of %j what is wrong, and then what there is', (args, fault) => {
    const parsed = parseLedgerFlags(args);
    expect(parsed).toMatchObject({ kind: 'faulty' });
    const [first, , ...usage] = parsed.kind === 'faulty' ? parsed.problems : [];
    expect(first).toBe(fault);
    expect(usage[0]).toContain('check FILE');
  });

  it('has help, and no flags', () => {
    expect(parseLedgerFlags(['--help'])).toMatchObject({ kind: 'help' });
    expect(parseLedgerFlags(['check', 'a', '--sums'])).toMatchObject({ kind: 'faulty' });
  });
});
