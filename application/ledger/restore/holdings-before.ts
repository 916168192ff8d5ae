// What a character had before a tick, out of a journal that goes on meanwhile: what it had where the journal begins, and its own
// entries since. In pieces of some milliseconds, between which others have their turn.

import { LedgerState, professionPlace, questPlace } from '#domain/ledger/state/ledger-state.js';
import { PurseKind } from '#domain/vocabulary/generated/words.js';
import { JournalError, type Journal } from '#ports/storage/journal.js';
import type { OwnedThings } from '#ports/storage/ownership.js';
import { holdingsIn, type Holdings } from './holdings.js';
import { ownEntries, visitEach } from './own-entries.js';

export interface HoldingsBefore {
  readonly holdings: Holdings;
  /** The last entry by or with the character that counts; 0 where those that count are not kept any more. */
  readonly entry: number;
}

/**
 * - no-entry: the journal does not keep an entry of that number
 * - not-begun: the character was not there yet
 */
export type HoldingsRefusal = 'no-entry' | 'not-begun';

type Source = Pick<Journal, 'baseOf' | 'baseTotals' | 'end' | 'entries' | 'naming'>;

/** Old entries become a part of the base a few thousand at a time, and here the oldest are read first. */
const triesMax = 8;

/**
 * `before`: the number of an entry. What was done in its tick does not count, by whatever entry: half an act is nothing that
 * anybody ever had. `turn` lets others have theirs. Throws a JournalError.
 */
export async function holdingsBefore(
  journal: Source,
  character: number,
  before: number,
  turn: () => Promise<unknown>,
): Promise<HoldingsBefore | HoldingsRefusal> {
  for (let tries = 0; tries < triesMax; tries++) {
    const known = await ownEntries(journal, character, { before }, turn);
    const { number: base } = journal.baseTotals();
    if (before <= base || before > journal.end.number) return 'no-entry';
    const things = journal.baseOf(character);
    const kept = known.filter((number) => number > base);
    const counted = kept.slice(0, countBefore(journal, kept, tickOf(journal, before)));
    if (counted.length === 0 && hasNothing(things)) return 'not-begun';
    const state = beginningWith(things, character);
    const isWhole = await visitEach(journal, counted, (facts, row) => state.apply(facts, row), turn);
    if (isWhole) return { holdings: holdingsIn(state, character), entry: counted.at(-1) ?? 0 };
  }
  throw new JournalError('failed', `entries before ${before} became a part of the base, one after the other`);
}

function tickOf(journal: Source, entry: number): number {
  let tick = 0;
  journal.entries(entry, (facts, row) => {
    tick = facts.tick[row]!;
    return false;
  });
  return tick;
}

/** How many of `numbers`, of which the newest may be of that tick, are of earlier ones. */
function countBefore(journal: Source, numbers: readonly number[], tick: number): number {
  let count = numbers.length;
  while (count > 0 && tickOf(journal, numbers[count - 1]!) === tick) count--;
  return count;
}

function hasNothing({ stacks, coins, experience, professions, quests }: OwnedThings): boolean {
  const lists = [stacks, professions, quests];
  return coins === 0 && experience === 0 && lists.every(({ length }) => length === 0);
}

function beginningWith(things: OwnedThings, character: number): LedgerState {
  const state = new LedgerState();
  for (const stack of things.stacks) state.stacks.set(stack.instance, { ...stack });
  if (things.coins > 0) state.purses.get(PurseKind.wallet)!.set(character, things.coins);
  if (things.experience > 0) state.experience.set(character, things.experience);
  for (const { profession, skill } of things.professions)
    state.professions.set(professionPlace(character, profession), skill);
  for (const quest of things.quests) state.quests.set(questPlace(character, quest.quest), quest);
  return state;
}
