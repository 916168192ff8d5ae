// A character in a file that no server has open gets what it owned after an earlier entry, its quests as they were then, and loses
// what it has instead (restore-changes). What it gave away since then is told.

import type { LedgerQuest, LedgerStack } from '#domain/ledger/state/ledger-state.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import { nameIn, placeOf } from '../place-of.js';
import { coinsGone, takersOf } from './gone-elsewhere.js';
import { holdingsIn } from './holdings.js';
import { changesBetween, isChange, restoringFacts, type NumberChange } from './restore-changes.js';

export interface CharacterRestore {
  /** What changes, a line each; empty when it owns what it owned then. */
  readonly lines: readonly string[];
  /** The entries to append, one behind the other. */
  readonly facts: Uint8Array;
}

type Told = Pick<Journal, 'base' | 'end' | 'entries' | 'tables'>;

/** `entry`: from the last one before those that are kept to the last one there is. */
export function restoreCharacter(journal: Told, character: number, entry: number): CharacterRestore {
  const tables = journal.tables();
  const gone = { journal, entry, character, tables };
  const changes = changesBetween(
    holdingsIn(tables, character),
    holdingsIn(stateAfter(journal, entry), character),
  );
  const { taken, given, coins, experience, professions, quests } = changes;
  const { instance, tick } = journal.end;
  return {
    lines: [
      ...taken.map((stack) => `taken away: ${shown(stack)}`),
      ...givenLines(gone, given, new Set(taken.map((stack) => stack.instance)), instance),
      ...change('coins', coins),
      ...(coins.then > coins.now ? coinLines(gone) : []),
      ...change('experience', experience),
      ...professions.flatMap((each) => change(`skill in ${nameIn(Profession, each.profession)}`, each)),
      ...quests.map(
        ({ quest, now, then }) => `quest ${quest}: ${shownQuest(now)} becomes ${shownQuest(then)}`,
      ),
    ],
    facts: restoringFacts(changes, { character, tick: tick + 1, firstInstance: instance + 1 }),
  };
}

function stateAfter(journal: Told, entry: number): LedgerState {
  const { number, state } = journal.base();
  const { end } = journal;
  if (entry < number || entry > end.number)
    throw new RangeError(`entry ${entry} is not one from ${number} to ${end.number}`);
  journal.entries(1, (facts, row, each) => {
    if (each > entry) return false;
    state.apply(facts, row);
    return true;
  });
  return state;
}

function shownQuest(of: LedgerQuest | undefined): string {
  if (of === undefined) return 'never taken on';
  const { stage, progress, completed, untilSeconds } = of;
  const where = stage === 0 ? 'not taken on' : `in stage ${stage}, progress ${progress}`;
  return `${where}, completed ${completed} times${untilSeconds === 0 ? '' : `, again from ${untilSeconds} on`}`;
}

function shown({ instance, item, count, holder, owner, slot }: LedgerStack): string {
  return `stack ${instance}, item ${item}, ${count} in ${placeOf(holder, owner, slot)}`;
}

interface Since {
  readonly journal: Told;
  /** After it things went elsewhere. */
  readonly entry: number;
  readonly character: number;
  /** As they are now. */
  readonly tables: LedgerState;
}

/** What was given away stays there, all of a stack or a part, and the operator is told. `taken` goes nowhere. */
function givenLines(
  { journal, entry, tables }: Since,
  given: readonly LedgerStack[],
  taken: ReadonlySet<number>,
  lastInstance: number,
): string[] {
  const takers = takersOf(
    journal,
    entry,
    given.map((stack) => stack.instance),
  );
  return given.map((stack, i) => {
    const { instance } = stack;
    const there = (of: number): LedgerStack | undefined =>
      taken.has(of) ? undefined : tables.stacks.get(of);
    const whole = there(instance);
    const parts = [...takers.get(instance)!].flatMap((of) => there(of) ?? []);
    return [
      `given: ${shown({ ...stack, instance: lastInstance + 1 + i })}`,
      ...(whole === undefined ? [] : [`it was stack ${instance}, of which ${unitsIn(whole)}`]),
      ...parts.map((part) => `units of it came into stack ${part.instance}, of which ${unitsIn(part)}`),
    ].join('; ');
  });
}

function unitsIn({ count, holder, owner, slot }: LedgerStack): string {
  return `${count} are in ${placeOf(holder, owner, slot)}`;
}

/** Coins are all alike: how many came into a purse, and how many are in it. */
function coinLines({ journal, entry, character, tables }: Since): string[] {
  return coinsGone(journal, entry, character).map(({ kind, owner, coins }) => {
    const whose = kind === PurseKind.wallet ? `the purse of character ${owner}` : `letter ${owner}`;
    const there = tables.purses.get(kind)?.get(owner) ?? 0;
    return `coins that went elsewhere since: ${coins} into ${whose}, in which ${there} are`;
  });
}

function change(what: string, change: NumberChange): readonly string[] {
  return isChange(change) ? [`${what}: ${change.now} now, ${change.then} then`] : [];
}
