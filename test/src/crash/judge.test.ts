// The judge of the crash test on made-up journals: it has to find what is missing and what stands there twice.

import { describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import {
  noteCharacterBegan,
  noteCoinsChanged,
  noteCommandDone,
  noteTradeDone,
} from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import { judge } from '#src/crash/judge.js';
import { emptySlot, slotKey, type ToldEvent, type ToldPlayer } from '#src/crash/told.js';
import { encoded, stackChanged, type WriteFact } from '../../support/ledger/written-facts.js';

const { inventory, nowhere } = HolderKind;
const characters = new Map([['Ada', 1]]);

const began: WriteFact = (rows) => noteCharacterBegan(rows, 0, 1);
const done =
  (command: number): WriteFact =>
  (rows) =>
    noteCommandDone(rows, 0, 1, command, 0x16);
const coins =
  (verb: LedgerVerb, amount: number, after: number, command = 0): WriteFact =>
  (rows) =>
    noteCoinsChanged(rows, 0, 1, 0, command, verb, amount, after, PurseKind.wallet, 1);
/** Stack 1 of one unit moves to a slot. */
const moved = (fromSlot: number, slot: number, command: number): WriteFact =>
  stackChanged({ slot, fromHolder: inventory, fromOwner: 1, fromSlot, command });
const start = [stackChanged({ verb: LedgerVerb.start, amount: 1 }), coins(LedgerVerb.start, 10, 10), began];

/** One window for each tick, from 1 on. */
function journalOf(...ticks: readonly (readonly WriteFact[])[]): MemoryJournal {
  const journal = new MemoryJournal();
  ticks.forEach((facts, index) => journal.append(journal.end.number + 1, encoded(index + 1, ...facts)));
  return journal;
}

const one = '1 of item 1, wear 0';
const entered: ToldEvent = { kind: 'entered' };
const numbers = (coins: number): ToldEvent => ({ kind: 'numbers', coins, experience: 0 });
const confirmed = (command: number): ToldEvent => ({ kind: 'confirmed', command });
const slot = (slot: number, image: string): ToldEvent => ({ kind: 'slot', holder: inventory, slot, image });
const told = (...events: ToldEvent[]): ToldPlayer[] => [{ name: 'Ada', events, atEnd: undefined }];
const beginning = [entered, numbers(10), slot(0, one)];
const move = [slot(0, emptySlot), slot(3, one), confirmed(1)];

describe('a journal that has all that was told, once', () => {
  it('is found right, with all that was acknowledged counted', () => {
    const journal = journalOf(start, [moved(0, 3, 1), done(1)]);
    const atEnd = {
      coins: 10,
      skills: new Map<number, number>(),
      slots: new Map([[slotKey(inventory, 3), one]]),
    };
    const players = [{ name: 'Ada', events: [...beginning, ...move], atEnd }];
    expect(judge(journal, characters, players)).toMatchObject({
      acknowledged: 5,
      lost: [],
      doubled: [],
      ledgerErrors: [],
    });
  });

  it('may have more than was told, and have the end of a command again for who asked again', () => {
    const journal = journalOf(start, [moved(0, 3, 1), done(1)], [done(1)], [moved(3, 0, 2), done(2)]);
    const players = told(...beginning, ...move, entered, numbers(10), slot(3, one), confirmed(1));
    expect(judge(journal, characters, players)).toMatchObject({ lost: [], doubled: [], ledgerErrors: [] });
  });
});

describe('what is lost', () => {
  it.each([
    ['a command', journalOf(start, [moved(0, 3, 1)]), told(...beginning, ...move)],
    ['a slot', journalOf(start, [done(1)]), told(...beginning, slot(3, one), confirmed(1))],
    ['coins', journalOf(start), told(...beginning, numbers(8))],
    [
      'skill',
      journalOf(start),
      told(...beginning, { kind: 'skill', profession: Profession.cooking, skill: 1 }),
    ],
    ['a character', journalOf(), [{ name: 'Eve', events: beginning, atEnd: undefined }]],
    [
      'a slot that held the same before, and was told to hold it anew',
      journalOf(start, [moved(0, 3, 1), done(1)]),
      told(...beginning, ...move, slot(3, emptySlot), slot(3, one)),
    ],
  ])('is found: %s', (_what, journal, players) => {
    expect(judge(journal, characters, players).lost).not.toEqual([]);
  });

  it('is found by what the player had at last', () => {
    const skills = new Map([[Profession.cooking, 3]]);
    const atEnd = { coins: 9, skills, slots: new Map([[slotKey(inventory, 2), one]]) };
    const { lost } = judge(journalOf(start), characters, [{ name: 'Ada', events: [], atEnd }]);
    expect(lost).toEqual([
      'Ada: slot 1/0 was empty at last, and is 1 of item 1, wear 0',
      'Ada: slot 1/2 was 1 of item 1, wear 0 at last, and is empty',
      'Ada: had 9 coins at last, and has 10',
      'Ada: had skill 3 in profession 4 at last, and has 0',
    ]);
  });
});

it('a trade bears the command of who agreed last, which is no command of the other one', () => {
  const given = stackChanged({
    ...{ amount: -1, after: 0, holder: nowhere, owner: 0, fromHolder: inventory, fromOwner: 1 },
    ...{ verb: LedgerVerb.trade, counterpart: 2, command: 1 },
  });
  const tradeDone: WriteFact = (rows) => noteTradeDone(rows, 0, 0, 2, 1, 1, 1);
  const journal = journalOf(start, [coins(LedgerVerb.sell, 5, 15, 1), done(1)], [given, tradeDone]);
  expect(judge(journal, characters, []).doubled).toEqual([]);
  expect(judge(journalOf(start, [tradeDone], [tradeDone]), characters, []).doubled).toHaveLength(1);
});

describe('what stands twice', () => {
  const sold = (after: number): WriteFact => coins(LedgerVerb.sell, 5, after, 1);

  it.each([
    ['a command in a later tick', journalOf(start, [sold(15), done(1)], [sold(20), done(1)])],
    ['a command in the same tick', journalOf(start, [sold(15), done(1), sold(20), done(1)])],
    ['a command before its end was stored', journalOf(start, [sold(15)], [sold(20), done(1)])],
    ['the beginning of a life', journalOf(start, [began])],
    ['what beginners get', journalOf(start, [coins(LedgerVerb.start, 10, 20)])],
    [
      'a slot',
      journalOf(start, [
        stackChanged({ instance: 2, verb: LedgerVerb.kill, amount: 1, fromHolder: nowhere }),
      ]),
    ],
    ['a stack that left a place where it does not lie', journalOf(start, [moved(5, 3, 1), done(1)])],
  ])('is found: %s', (_what, journal) => {
    expect(judge(journal, characters, []).doubled).toHaveLength(1);
  });
});

it('what does not add up is found, too', () => {
  const journal = journalOf(start, [coins(LedgerVerb.trade, 5, 15)]);
  expect(judge(journal, characters, []).ledgerErrors).not.toEqual([]);
});
